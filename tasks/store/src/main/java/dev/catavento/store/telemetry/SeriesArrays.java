package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import java.sql.SQLException;

/** The arrays of statistics that every reader of {@code core.telemetry} takes, in the order of their columns. */
final class SeriesArrays {
    static final String COLUMNS = "n, mean, m2, min, max, sum_sin, sum_cos";

    private SeriesArrays() {}

    static void take(BinaryRows rows, SignalDay day) throws SQLException {
        rows.take(day.n);
        rows.take(day.mean);
        rows.take(day.m2);
        rows.take(day.min);
        rows.take(day.max);
        rows.take(day.sumSin);
        rows.take(day.sumCos);
    }
}
