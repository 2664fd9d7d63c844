package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.fault.ActiveFaults;
import dev.catavento.simulator.fault.Fault;
import dev.catavento.simulator.fault.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The faults that spoil rows and not the whole answer.
 *
 * @param half present: only the first half of the period is in the answer; true: and the count says so
 * @param countError what the count is too high, or too low where it is negative
 * @param missing columns that are left out
 * @param retyped columns whose numbers are texts
 * @param added columns that nobody asked for
 * @param pageSlip how many rows pages slip against each other
 */
record TelemetryFaults(
        Optional<Boolean> half,
        int countError,
        Set<String> missing,
        Set<String> retyped,
        List<String> added,
        int pageSlip) {

    static TelemetryFaults of(ActiveFaults faults) {
        return new TelemetryFaults(
                faults.take(FaultKind.HALF_ROWS)
                        .map(fault -> fault.text("count").equals("right")),
                faults.take(FaultKind.WRONG_COUNT)
                        .map(fault -> fault.number("n"))
                        .orElse(0),
                fields(faults, FaultKind.FIELD_MISSING),
                fields(faults, FaultKind.FIELD_RETYPED),
                List.copyOf(fields(faults, FaultKind.FIELD_NEW)),
                faults.take(FaultKind.PAGES_DISORDERED)
                        .map(fault -> fault.number("rows"))
                        .orElse(0));
    }

    private static Set<String> fields(ActiveFaults faults, FaultKind kind) {
        return faults.takeAll(kind).stream().map(TelemetryFaults::field).collect(Collectors.toUnmodifiableSet());
    }

    private static String field(Fault fault) {
        return fault.text("field");
    }
}
