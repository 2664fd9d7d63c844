package dev.catavento.simulator.http;

import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.layer.FleetSource;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /health}: alive, and what is served. No fault touches it. */
@ApplicationScoped
class HealthRoute {

    private final FleetSource source;

    HealthRoute(FleetSource source) {
        this.source = source;
    }

    void register(@Observes Router router) {
        router.get("/health")
                .blockingHandler(
                        context -> ControlRoutes.send(context, 200, JsonBody.of(json -> {
                            json.writeStartObject();
                            json.writeStringField("status", "ok");
                            json.writeStringField("source", source.identity());
                            json.writeNumberField("rows", source.today().size());
                            json.writeEndObject();
                        })),
                        false);
    }
}
