package dev.catavento.simulator.http;

import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.fault.BadFault;
import dev.catavento.simulator.fault.FaultCatalogue;
import dev.catavento.simulator.fault.FaultRegistry;
import dev.catavento.simulator.fault.FaultRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /control}: sets and lists faults, shows and resets the counted requests. */
@ApplicationScoped
class ControlRoutes {

    private final FaultRegistry faults;
    private final RequestLog log;

    ControlRoutes(FaultRegistry faults, RequestLog log) {
        this.faults = faults;
        this.log = log;
    }

    void register(@Observes Router router) {
        router.post("/control/faults").handler(BodyHandler.create(false)).handler(this::addFault);
        router.get("/control/faults").handler(c -> send(c, 200, FaultCatalogue.faults(faults.list())));
        router.delete("/control/faults").handler(c -> {
            faults.clear();
            send(c, 200, FaultCatalogue.faults(faults.list()));
        });
        router.get("/control/faults/kinds").handler(c -> send(c, 200, FaultCatalogue.kinds()));
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
            faults.add(FaultRequest.parse(context.body().asJsonObject().getMap()));
            send(context, 201, FaultCatalogue.faults(faults.list()));
        } catch (BadFault e) {
            send(context, 400, error(e.getMessage()));
        } catch (DecodeException | ClassCastException e) {
            send(context, 400, error("the body is not a JSON object"));
        }
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
