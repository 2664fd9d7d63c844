package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.serve.Frequency;
import dev.catavento.simulator.telemetry.serve.ReadingQuery;
import dev.catavento.simulator.telemetry.serve.StampRange;
import dev.catavento.simulator.telemetry.trait.Traits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was asked for, of which turbine, how often, and what spoils the answer. */
record TelemetryRequest(Query query, Turbine turbine, Frequency frequency, Traits traits, TelemetryFaults faults) {

    /** The signals that a parameter names; the usual ones where it names none. */
    Set<Signal> signals(String parameter) {
        List<String> names = query.list(parameter);
        Set<Signal> chosen = EnumSet.noneOf(Signal.class);
        for (String name : names) {
            chosen.add(Signal.find(name)
                    .orElseThrow(() -> query.bad(
                            parameter + ": '" + name + "' is not one of " + String.join(", ", Signal.columns()))));
        }
        return names.isEmpty() ? EnumSet.copyOf(Signal.USUAL) : chosen;
    }

    /** The usual columns and what was asked for beside them. */
    static List<Signal> columns(Set<Signal> asked) {
        List<Signal> columns = new ArrayList<>(Signal.USUAL);
        asked.stream().filter(signal -> !columns.contains(signal)).forEach(columns::add);
        return columns;
    }

    ReadingQuery readings(StampRange range) {
        return new ReadingQuery(turbine, range, frequency, traits);
    }

    /** Whether a row is one of those that half an answer still has. */
    boolean isKept(StampRange range, long stampMillis) {
        return faults.half().isEmpty() || stampMillis <= range.middleMillis();
    }
}
