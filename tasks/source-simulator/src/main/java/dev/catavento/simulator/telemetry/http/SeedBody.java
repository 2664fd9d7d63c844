package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import io.vertx.core.json.JsonObject;

/** Which days of which turbine are to be filled. */
record SeedBody(Turbine turbine, long firstMinute, long endMinute) {

    private static final int MOST_DAYS = 366;
    private static final long MINUTES_OF_A_DAY = 1440;
    private static final long MINUTE_MS = 60_000;

    static SeedBody parse(Object body, TurbineFleet fleet) {
        JsonObject json = SampleBodies.object(body);
        if (!(json.getValue("days") instanceof Integer days) || days < 1 || days > MOST_DAYS) {
            throw SampleBodies.bad("days must be a whole number from 1 to " + MOST_DAYS);
        }
        long first = Math.floorDiv(SampleBodies.stamp(json, "start_date").toEpochMilli(), MINUTE_MS);
        return new SeedBody(SampleBodies.turbine(json, fleet), first, first + days * MINUTES_OF_A_DAY);
    }
}
