package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.fault.ActiveFaults;
import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.http.ReplyWriter;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.serve.Frequency;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.stored.SampleStore;
import dev.catavento.simulator.telemetry.trait.TraitRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Function;

/** The addresses of the turbines' samples, in three dialects. */
@ApplicationScoped
class TelemetryRoutes {

    private final TurbineFleet fleet;
    private final TraitRegistry traits;
    private final TelemetryService service;
    private final SampleStore store;
    private final ReplyWriter writer;
    private final List<TelemetryDialect> dialects;

    TelemetryRoutes(
            TurbineFleet fleet,
            SampleReader reader,
            TraitRegistry traits,
            TelemetryService service,
            SampleStore store,
            Vertx vertx) {
        this.fleet = fleet;
        this.traits = traits;
        this.service = service;
        this.store = store;
        this.writer = new ReplyWriter(vertx);
        this.dialects = List.of(new SensorsDialect(reader), new ColumnsDialect(reader), new PagesDialect(reader));
    }

    void register(@Observes Router router) {
        for (TelemetryDialect dialect : dialects) {
            router.get(dialect.path())
                    .blockingHandler(context -> handle(context, faults -> answer(context, dialect, faults)), false);
        }
        router.get("/api/v1/turbines")
                .blockingHandler(context -> handle(context, faults -> TurbineList.of(fleet.list())), false);
    }

    private void handle(RoutingContext context, Function<ActiveFaults, Reply> answer) {
        TelemetryService.Timed timed = service.answer(context.request(), answer);
        writer.writeAfter(timed.delayMs(), context, timed.reply());
    }

    private Reply answer(RoutingContext context, TelemetryDialect dialect, ActiveFaults faults) {
        Query query = new Query(context.queryParams(), dialect.badStatus());
        Turbine turbine = query.find("turbine_id").map(this::turbine).orElseGet(fleet::first);
        Frequency frequency = query.find("frequency")
                .map(text ->
                        Frequency.find(text).orElseThrow(() -> query.bad("frequency must be 1, 5 or 10 (minutes)")))
                .orElse(Frequency.EVERY_MINUTE);
        store.check();
        return dialect.answer(
                new TelemetryRequest(query, turbine, frequency, traits.meet(turbine), TelemetryFaults.of(faults)));
    }

    private Turbine turbine(String name) {
        return fleet.find(name).orElseThrow(() -> new BadRequest(404, "turbine_id desconhecido: " + name));
    }
}
