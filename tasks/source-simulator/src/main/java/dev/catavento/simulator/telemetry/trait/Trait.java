package dev.catavento.simulator.telemetry.trait;

import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A trait that is set, for one turbine or for all. Safe for many requests at once. */
public final class Trait {

    private final TraitKind kind;
    private final Map<String, Object> values;
    private final long setAtNanos = System.nanoTime();
    private int requests;

    Trait(TraitKind kind, Map<String, Object> values) {
        this.kind = kind;
        this.values = values;
    }

    public TraitKind kind() {
        return kind;
    }

    public Map<String, Object> values() {
        return values;
    }

    boolean covers(Turbine turbine) {
        String only = text("turbine");
        return only.isEmpty() || only.equals(turbine.name());
    }

    /** Counts a request and says whether the trait works in its answer. */
    synchronized boolean meet() {
        requests++;
        return switch (kind) {
            case LATE_CHANGE, LATE_VANISH -> isLate();
            case LATE_ARRIVAL -> !isLate();
            default -> true;
        };
    }

    private boolean isLate() {
        return requests > number(Late.AFTER_REQUESTS)
                && System.nanoTime() - setAtNanos
                        >= Duration.ofSeconds(number(Late.AFTER_SECONDS)).toNanos();
    }

    int number(String name) {
        return (Integer) values.get(name);
    }

    double decimal(String name) {
        return (Double) values.get(name);
    }

    String text(String name) {
        return (String) values.get(name);
    }

    Signal signal() {
        return Signal.find(text("signal")).orElseThrow();
    }

    Optional<LocalDate> day() {
        return Optional.of(text("day")).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }
}
