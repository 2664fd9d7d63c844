package dev.catavento.exporttableau.telemetry;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.exporttableau.table.TelemetryWindow;
import java.io.IOException;

/** Counts what goes into the files. */
final class DayTotals {
    private long turbines;
    private long windows;
    private long valid;
    private long expected;

    void addTurbine() {
        turbines++;
    }

    void add(TelemetryWindow window) {
        windows++;
        for (var signal : window.turbine().signals()) {
            if (signal != null) {
                valid += signal.n[window.w()];
                expected += signal.nExpected;
            }
        }
    }

    long turbines() {
        return turbines;
    }

    long windows() {
        return windows;
    }

    long valid() {
        return valid;
    }

    long expected() {
        return expected;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("turbine_count", turbines);
        json.writeNumberField("window_count", windows);
        json.writeNumberField("n_valid", valid);
        json.writeNumberField("n_expected", expected);
    }
}
