package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.http.ReplyWriter;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.stored.SampleStore;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToLongFunction;

/** Gives the source samples to keep: one by one, or whole days of generated ones. */
@ApplicationScoped
class StoreRoutes {

    private final TurbineFleet fleet;
    private final SampleStore store;
    private final TelemetryService service;
    private final ReplyWriter writer;

    StoreRoutes(TurbineFleet fleet, SampleStore store, TelemetryService service, Vertx vertx) {
        this.fleet = fleet;
        this.store = store;
        this.service = service;
        this.writer = new ReplyWriter(vertx);
    }

    void register(@Observes Router router) {
        route(router, "/api/v1/sensors", body -> {
            var samples = new SampleBodies(fleet).samples(body);
            store.put(samples);
            return samples.size();
        });
        for (String path : new String[] {"/api/v1/sensors/populate_database", "/api/seed"}) {
            route(router, path, body -> {
                SeedBody seed = SeedBody.parse(body, fleet);
                return store.refill(seed.turbine(), seed.firstMinute(), seed.endMinute());
            });
        }
    }

    private void route(Router router, String path, ToLongFunction<Object> keep) {
        router.post(path).handler(BodyHandler.create(false)).blockingHandler(context -> handle(context, keep), false);
    }

    private void handle(RoutingContext context, ToLongFunction<Object> keep) {
        var timed = service.answer(context.request(), faults -> stored(keep.applyAsLong(SampleBodies.json(context))));
        writer.writeAfter(timed.delayMs(), context, timed.reply());
    }

    private static Reply stored(long samples) {
        return Reply.Whole.json(201, JsonBody.of(json -> {
            json.writeStartObject();
            json.writeNumberField("stored", samples);
            json.writeEndObject();
        }));
    }
}
