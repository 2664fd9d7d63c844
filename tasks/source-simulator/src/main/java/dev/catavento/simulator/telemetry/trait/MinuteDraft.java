package dev.catavento.simulator.telemetry.trait;

import dev.catavento.simulator.layer.Mix;
import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** The samples of one turbine and minute in the making. */
final class MinuteDraft {

    private static final long MINUTES_OF_A_DAY = 1440;
    private static final long BRASILIA_MINUTES = -180;

    private final long seed;
    private final Turbine turbine;
    private final long minute;
    private final LongFunction<Reading> plain;
    private final List<Reading> readings;

    MinuteDraft(long seed, Turbine turbine, long minute, LongFunction<Reading> plain, List<Reading> readings) {
        this.seed = seed;
        this.turbine = turbine;
        this.minute = minute;
        this.plain = plain;
        this.readings = new ArrayList<>(readings);
    }

    Turbine turbine() {
        return turbine;
    }

    List<Reading> readings() {
        return readings;
    }

    /** The sample of another minute as it is without traits. */
    Reading plain(long otherMinute) {
        return plain.apply(otherMinute);
    }

    void replaceEach(UnaryOperator<Reading> change) {
        readings.replaceAll(change);
    }

    /** Whether this minute, or its run of so many minutes, is among the percent that a trait is for. */
    boolean isChosen(Trait trait, int run) {
        return fraction(trait, Math.floorDiv(minute, (long) run)) * 100 < trait.decimal("percent");
    }

    boolean isChosen(Trait trait) {
        return isChosen(trait, 1);
    }

    /** A number of this minute's own from 0 up to but not including n. */
    int below(Trait trait, int n) {
        return (int) (fraction(trait, ~minute) * n);
    }

    private double fraction(Trait trait, long moment) {
        // A text's hash code is the same on every machine.
        long hash = Mix.hash(seed, trait.kind().wireName().hashCode(), turbine.number(), moment);
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** How many minutes ago the trait's time of day began, of its day or of any; negative or large outside. */
    long minutesSinceStart(Trait trait) {
        long local = minute + BRASILIA_MINUTES;
        long start = trait.number("start_minute");
        return trait.day()
                .map(day -> local - day.toEpochDay() * MINUTES_OF_A_DAY - start)
                .orElseGet(() -> Math.floorMod(local, MINUTES_OF_A_DAY) - start);
    }

    boolean isWithin(Trait trait) {
        long since = minutesSinceStart(trait);
        return since >= 0 && since < trait.number("minutes");
    }

    /** The first minute of the trait's time of day. */
    long firstMinute(Trait trait) {
        return minute - minutesSinceStart(trait);
    }
}
