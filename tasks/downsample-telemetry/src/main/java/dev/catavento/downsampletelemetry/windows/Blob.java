package dev.catavento.downsampletelemetry.windows;

import java.nio.file.Path;

/**
 * Statistics of a range of turbines as a Parquet file, one row a turbine and window, in order.
 *
 * @param rows rows in it, silent turbines' included
 */
public record Blob(Path file, String firstTurbine, String lastTurbine, long rows) {}
