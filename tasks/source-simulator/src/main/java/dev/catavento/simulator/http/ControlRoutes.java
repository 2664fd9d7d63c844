package dev.catavento.simulator.http;

import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.fault.BadFault;
import dev.catavento.simulator.fault.FaultCatalogue;
import dev.catavento.simulator.fault.FaultRegistry;
import dev.catavento.simulator.fault.FaultRequest;
import dev.catavento.simulator.telemetry.trait.TraitCatalogue;
import dev.catavento.simulator.telemetry.trait.TraitKind;
import dev.catavento.simulator.telemetry.trait.TraitRegistry;
import dev.catavento.simulator.telemetry.trait.TraitRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** {@code /control}: sets and lists faults, shows and resets the counted requests. */
@ApplicationScoped
class ControlRoutes {

    private final FaultRegistry faults;
    private final TraitRegistry traits;
    private final RequestLog log;

    ControlRoutes(FaultRegistry faults, TraitRegistry traits, RequestLog log) {
        this.faults = faults;
        this.traits = traits;
        this.log = log;
    }

    void register(@Observes Router router) {
        router.post("/control/faults").handler(BodyHandler.create(false)).handler(this::addFault);
        router.get("/control/faults").handler(c -> send(c, 200, list()));
        router.delete("/control/faults").handler(c -> {
            faults.clear();
            traits.clear();
            send(c, 200, list());
        });
        router.get("/control/faults/kinds").handler(c -> send(c, 200, kinds()));
        router.get("/control/requests").handler(c -> send(c, 200, log.toJson()));
        router.delete("/control/requests").handler(c -> {
            log.reset();
            send(c, 200, log.toJson());
        });
    }

    private void addFault(RoutingContext context) {
        try {
            if (context.body().asJsonObject() == null) {
                throw new BadFault("a JSON object with 'kind' is expected");
            }
            add(context.body().asJsonObject().getMap());
            send(context, 201, list());
        } catch (BadFault e) {
            send(context, 400, error(e.getMessage()));
        } catch (DecodeException | ClassCastException e) {
            send(context, 400, error("the body is not a JSON object"));
        }
    }

    private void add(Map<String, Object> body) {
        if (body.get("kind") instanceof String kind && TraitKind.find(kind).isPresent()) {
            traits.add(TraitRequest.parse(body));
        } else {
            faults.add(FaultRequest.parse(body));
        }
    }

    private byte[] list() {
        return JsonBody.of(json -> {
            json.writeStartArray();
            FaultCatalogue.writeFaults(json, faults.list());
            TraitCatalogue.writeTraits(json, traits.list());
            json.writeEndArray();
        });
    }

    private static byte[] kinds() {
        return JsonBody.of(json -> {
            json.writeStartArray();
            FaultCatalogue.writeKinds(json);
            TraitCatalogue.writeKinds(json);
            json.writeEndArray();
        });
    }

    static byte[] error(String message) {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeStringField("error", message);
            json.writeEndObject();
        });
    }

    static void send(RoutingContext context, int status, byte[] body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .end(io.vertx.core.buffer.Buffer.buffer(body));
    }
}
