package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.stored.StoredSample;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Reads samples that a client sends: an object, or an array of them. */
final class SampleBodies {

    private static final int UNPROCESSABLE = 422;

    private final TurbineFleet fleet;

    SampleBodies(TurbineFleet fleet) {
        this.fleet = fleet;
    }

    /** The body as an object or an array. */
    static Object json(RoutingContext context) {
        try {
            return Json.decodeValue(context.body().buffer());
        } catch (DecodeException | NullPointerException e) {
            throw bad("the body is not JSON");
        }
    }

    List<StoredSample> samples(Object body) {
        return switch (body) {
            case JsonArray all ->
                IntStream.range(0, all.size())
                        .mapToObj(all::getValue)
                        .map(SampleBodies::object)
                        .map(this::sample)
                        .toList();
            default -> List.of(sample(object(body)));
        };
    }

    static JsonObject object(Object body) {
        if (body instanceof JsonObject object) {
            return object;
        }
        throw bad("a JSON object is expected");
    }

    private StoredSample sample(JsonObject body) {
        double[] values = new double[Signal.values().length];
        for (Signal signal : Signal.values()) {
            Object value = body.getValue(signal.column());
            if (value != null && !(value instanceof Number)) {
                throw bad(signal.column() + " must be a number or null, not " + value);
            }
            values[signal.ordinal()] = value == null ? Double.NaN : ((Number) value).doubleValue();
        }
        for (String name : body.fieldNames()) {
            if (Signal.find(name).isEmpty()
                    && !List.of("timestamp", "turbine_id").contains(name)) {
                throw bad("unknown member " + name + "; valid: timestamp, turbine_id, "
                        + String.join(", ", Signal.columns()));
            }
        }
        return new StoredSample(
                turbine(body, fleet), new Reading(stamp(body, "timestamp").toEpochMilli(), values));
    }

    static Turbine turbine(JsonObject body, TurbineFleet fleet) {
        Object name = body.getValue("turbine_id");
        return name == null
                ? fleet.first()
                : fleet.find(name.toString())
                        .orElseThrow(() -> new BadRequest(404, "turbine_id desconhecido: " + name));
    }

    static Instant stamp(JsonObject body, String name) {
        return Query.parse(String.valueOf(body.getValue(name)))
                .orElseThrow(() -> bad(name + " must be an ISO date or date and time, not " + body.getValue(name)));
    }

    static BadRequest bad(String detail) {
        return new BadRequest(UNPROCESSABLE, detail);
    }
}
