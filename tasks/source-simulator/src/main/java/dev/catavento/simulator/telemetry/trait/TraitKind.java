package dev.catavento.simulator.telemetry.trait;

import static dev.catavento.simulator.fault.FaultParameter.decimal;
import static dev.catavento.simulator.fault.FaultParameter.number;
import static dev.catavento.simulator.fault.FaultParameter.text;

import dev.catavento.simulator.fault.FaultParameter;
import dev.catavento.simulator.telemetry.sample.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways in which real samples are not what one would wish, in the order in which they are applied. */
public enum TraitKind {
    STUCK_SENSOR(
            "stuck-sensor",
            "a sensor says the same for a while",
            ValueEffects::stuck,
            signal("wind_speed"),
            text("at", "start", "start: what it said when it got stuck; zero", "start", "zero"),
            day(),
            start(600),
            minutes(180)),
    NEGATIVE_POWER(
            "negative-power", "power slightly below zero at standstill", ValueEffects::negativePower, percent(100)),
    WATTS("watts", "power in W for a while", ValueEffects::watts, day(), start(600), minutes(120)),
    LATE_CHANGE(
            "late-change",
            "minutes that say something else from some time on",
            ValueEffects::lateChange,
            Late.parameters(7)),
    NULLS("nulls", "samples without one of their values", ValueEffects::nulls, percent(0.5), anySignal()),
    NAN_TEXT(
            "nan-text",
            "the text NaN instead of a value (NaN in files)",
            ValueEffects::nanText,
            percent(0.5),
            anySignal()),
    EQUAL_DUPLICATES("equal-duplicates", "samples that come twice", RowEffects::equalDuplicates, percent(1)),
    DIFFERENT_DUPLICATES(
            "different-duplicates",
            "samples that come twice with different values",
            RowEffects::differentDuplicates,
            percent(1)),
    GAPS(
            "gaps",
            "missing minutes",
            RowEffects::gaps,
            percent(2),
            number("run", 1, "minutes that are missing together", 1, 100_000)),
    LATE_VANISH("late-vanish", "minutes that are gone from some time on", RowEffects::absent, Late.parameters(20)),
    LATE_ARRIVAL("late-arrival", "minutes that are missing until some time", RowEffects::absent, Late.parameters(20)),
    OFF_GRID(
            "off-grid",
            "stamps beside the minute",
            RowEffects::offGrid,
            percent(100),
            number("seconds", 5, "how far at most, before or after", 1, 29)),
    FRACTIONAL_SECONDS("fractional-seconds", "stamps with milliseconds", RowEffects::fractionalSeconds, percent(100)),
    CLOCK_AHEAD(
            "clock-ahead",
            "the source's clock is wrong",
            TraitEffect.NONE,
            number("seconds", 7200, "how far it is ahead; negative: behind", -10_000_000, 10_000_000)),
    END_STAMPS("end-stamps", "samples are stamped with the end of their period", TraitEffect.NONE),
    STAMP_FORM(
            "stamp-form",
            "how stamps are written",
            TraitEffect.NONE,
            text(
                    "form",
                    "offset",
                    "naive: local time; z: UTC; offset: local time with -03:00",
                    "naive",
                    "z",
                    "offset")),
    DISORDER("disorder", "the samples of each hour come in no order", TraitEffect.NONE);

    private final String wireName;
    private final String meaning;
    private final TraitEffect effect;
    private final List<FaultParameter> parameters;

    TraitKind(String wireName, String meaning, TraitEffect effect, FaultParameter... parameters) {
        this.wireName = wireName;
        this.meaning = meaning;
        this.effect = effect;
        this.parameters = Stream.concat(
                        Arrays.stream(parameters),
                        Stream.of(text("turbine", "", "the only turbine that has it; not given: all")))
                .toList();
    }

    public static Optional<TraitKind> find(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst();
    }

    public String wireName() {
        return wireName;
    }

    public String meaning() {
        return meaning;
    }

    public List<FaultParameter> parameters() {
        return parameters;
    }

    TraitEffect effect() {
        return effect;
    }

    private static FaultParameter percent(double fallback) {
        return decimal("percent", fallback, "how many of the samples", 0, 100);
    }

    private static FaultParameter signal(String fallback) {
        return text("signal", fallback, "of which signal", Signal.columns().toArray(String[]::new));
    }

    private static FaultParameter anySignal() {
        return text(
                "signal",
                "any",
                "of which signal; any: now of one, now of another",
                Stream.concat(Stream.of("any"), Signal.columns().stream()).toArray(String[]::new));
    }

    private static FaultParameter day() {
        return Late.day();
    }

    private static FaultParameter start(int fallback) {
        return Late.start(fallback);
    }

    private static FaultParameter minutes(int fallback) {
        return number("minutes", fallback, "how long", 1, 100_000);
    }
}
