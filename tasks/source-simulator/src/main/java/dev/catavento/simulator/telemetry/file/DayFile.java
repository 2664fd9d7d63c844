package dev.catavento.simulator.telemetry.file;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;
import java.io.IOException;

/** A day's file in the making. It is whole once {@link #finish} has returned. */
interface DayFile extends AutoCloseable {
    /** One row; they come by turbine and stamp. */
    void write(Turbine turbine, Reading reading) throws IOException;

    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
