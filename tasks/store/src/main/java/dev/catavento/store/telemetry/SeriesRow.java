package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.WindowHistory;
import java.util.UUID;

/**
 * A row of {@code core.telemetry} to write.
 *
 * @param history null where the row is published for the first time
 */
public record SeriesRow(PublishedSeries.Key key, SignalDay day, UUID digest, WindowHistory history) {}
