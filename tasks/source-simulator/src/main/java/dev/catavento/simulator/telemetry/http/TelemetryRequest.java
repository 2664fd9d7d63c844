package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.serve.Frequency;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was asked for, of which turbine, how often. */
record TelemetryRequest(Query query, Turbine turbine, Frequency frequency) {

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
}
