package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.SimulatorSettings;
import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.http.ReplyWriter;
import dev.catavento.simulator.http.RequestLog;
import dev.catavento.simulator.query.RequestKind;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.serve.Frequency;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The addresses of the turbines' samples, in three dialects. */
@ApplicationScoped
class TelemetryRoutes {

    private final TurbineFleet fleet;
    private final TelemetryService service;
    private final RequestLog log;
    private final ReplyWriter writer;
    private final List<TelemetryDialect> dialects;

    TelemetryRoutes(SimulatorSettings settings, TelemetryService service, RequestLog log, Vertx vertx) {
        this.fleet = new TurbineFleet(settings.turbines());
        this.service = service;
        this.log = log;
        this.writer = new ReplyWriter(vertx);
        SampleReader reader = new SampleReader(settings.seed(), Clock.systemUTC());
        this.dialects = List.of(new SensorsDialect(reader));
    }

    void register(@Observes Router router) {
        for (TelemetryDialect dialect : dialects) {
            router.get(dialect.path())
                    .blockingHandler(context -> handle(context, () -> answer(context, dialect)), false);
        }
        router.get("/api/v1/turbines")
                .blockingHandler(context -> handle(context, () -> TurbineList.of(fleet.list())), false);
    }

    private void handle(RoutingContext context, Supplier<Reply> answer) {
        String token = Credentials.bearer(context.request());
        log.add(RequestKind.TELEMETRY, context.request().getHeader("User-Agent"), token);
        TelemetryService.Timed timed = service.answer(token, answer);
        writer.writeAfter(timed.delayMs(), context, timed.reply());
    }

    private Reply answer(RoutingContext context, TelemetryDialect dialect) {
        Query query = new Query(context.queryParams(), dialect.badStatus());
        Turbine turbine = query.find("turbine_id").map(this::turbine).orElseGet(fleet::first);
        Frequency frequency = query.find("frequency")
                .map(text ->
                        Frequency.find(text).orElseThrow(() -> query.bad("frequency must be 1, 5 or 10 (minutes)")))
                .orElse(Frequency.EVERY_MINUTE);
        return dialect.answer(new TelemetryRequest(query, turbine, frequency));
    }

    private Turbine turbine(String name) {
        return fleet.find(name).orElseThrow(() -> new BadRequest(404, "turbine_id desconhecido: " + name));
    }
}
