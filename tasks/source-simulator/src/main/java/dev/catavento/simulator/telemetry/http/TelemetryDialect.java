package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.http.Reply;

/** A way of asking for samples that occurs in the wild. */
interface TelemetryDialect {
    /** @throws BadRequest as a source of this dialect refuses */
    Reply answer(TelemetryRequest request);

    String path();

    /** The status of an answer to a parameter that cannot be read. */
    int badStatus();
}
