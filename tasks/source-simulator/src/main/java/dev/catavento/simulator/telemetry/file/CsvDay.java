package dev.catavento.simulator.telemetry.file;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.serve.StampForm;
import dev.catavento.simulator.telemetry.serve.StampText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A day as CSV: comma, header, a missing value is empty. */
final class CsvDay implements DayFile {

    private static final int BUFFER_CHARS = 1 << 17;

    private final Writer out;
    private final StampText stamps;

    CsvDay(Path file, StampForm form) throws IOException {
        stamps = new StampText(form);
        out = new BufferedWriter(Files.newBufferedWriter(file), BUFFER_CHARS);
        out.write("turbine,timestamp," + String.join(",", Signal.columns()) + "\n");
    }

    @Override
    public void write(Turbine turbine, Reading reading) throws IOException {
        out.write(turbine.name());
        out.write(',');
        out.write(stamps.of(reading.stampMillis()));
        for (Signal signal : Signal.values()) {
            out.write(',');
            if (reading.isNanText(signal)) {
                out.write("NaN");
            } else if (!reading.isMissing(signal)) {
                out.write(Double.toString(reading.value(signal)));
            }
        }
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
