package dev.catavento.source.telemetry;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Where a signal stands in a source's rows and what is known of it.
 *
 * @param signal its name in the store: {@code wind_speed}
 * @param columns the source's columns; a source of samples has one, under {@link Statistic#MEAN}, others at least that
 * @param unit from the source's unit to {@code storedUnit}
 * @param tag of IEC 61400-25: {@code WMET_HorWdSpd}
 * @param circular true for a direction in degrees, of which means are those of vectors
 * @param min least possible value, in the stored unit; empty: unlimited. Those of {@code power} hold where a turbine's
 *     rated power is not known
 * @param max greatest possible value, likewise
 * @param resolution smallest step of the values, in the stored unit; above zero. What {@code stuckAfter} is of a known
 *     signal follows from it
 * @param stuckAfter a value that repeats for longer is that of a stuck sensor; zero: however long it repeats, it is not
 */
public record SignalColumn(
        String signal,
        SortedMap<Statistic, String> columns,
        UnitConversion unit,
        String storedUnit,
        String tag,
        boolean circular,
        OptionalDouble min,
        OptionalDouble max,
        double resolution,
        Duration stuckAfter) {}
