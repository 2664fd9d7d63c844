package dev.catavento.simulator.telemetry.stored;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.serve.StoredCursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table a day at a time. */
final class DayCursor implements StoredCursor {

    private static final long MINUTES_OF_A_DAY = 1440;

    private final SampleTable table;
    private final Turbine turbine;
    private long dayRead = Long.MIN_VALUE;
    private Map<Long, List<Reading>> byMinute = Map.of();

    DayCursor(SampleTable table, Turbine turbine) {
        this.table = table;
        this.turbine = turbine;
    }

    @Override
    public Optional<List<Reading>> at(long minute) {
        long day = Math.floorDiv(minute, MINUTES_OF_A_DAY);
        if (day != dayRead) {
            byMinute = table.day(turbine, day);
            dayRead = day;
        }
        return Optional.ofNullable(byMinute.get(minute));
    }
}
