package dev.catavento.source.telemetry;

import dev.catavento.source.http.Answers;
import java.time.Instant;

/**
 * What is asked of a source over HTTP: the rows of one turbine.
 *
 * @param turbine its name in the source
 * @param from stamps from here on, whatever stamps mean in this source
 * @param toExclusive and before this; an API that includes both ends may send rows of this very stamp too
 */
public record SampleRequest(TelemetrySource source, String turbine, Instant from, Instant toExclusive, Answers http) {}
