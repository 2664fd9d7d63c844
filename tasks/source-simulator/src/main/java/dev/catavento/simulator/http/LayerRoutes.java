package dev.catavento.simulator.http;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.FleetSource;
import dev.catavento.simulator.query.Parameters;
import dev.catavento.simulator.query.RequestKind;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;

/** The layer's addresses: today's fleet under {@code /arcgis}, any day's under {@code /archive/<day>/arcgis}. */
@ApplicationScoped
class LayerRoutes {

    private static final String LAYER = "/arcgis/rest/services/PORTAL/WFS/MapServer/0";

    private final FleetSource source;
    private final LayerService service;
    private final RequestLog log;
    private final ReplyWriter writer;

    LayerRoutes(FleetSource source, LayerService service, RequestLog log, Vertx vertx) {
        this.source = source;
        this.service = service;
        this.log = log;
        this.writer = new ReplyWriter(vertx);
    }

    void register(@Observes Router router) {
        for (String prefix : new String[] {"", "/archive/:day"}) {
            route(router, prefix + LAYER, false);
            route(router, prefix + LAYER + "/query", true);
        }
    }

    private void route(Router router, String path, boolean isQuery) {
        BodyHandler body = BodyHandler.create(false);
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.POST)
                .handler(body)
                .blockingHandler(context -> handle(context, isQuery), false);
    }

    private void handle(RoutingContext context, boolean isQuery) {
        Parameters parameters = RequestReading.parameters(context);
        RequestKind kind = isQuery ? RequestKind.of(parameters) : RequestKind.METADATA;
        String token = RequestReading.token(context.request(), parameters);
        log.add(kind, context.request().getHeader("User-Agent"), token);
        LayerService.Timed timed = service.answer(new LayerRequest(kind, fleet(context), parameters, token));
        writer.writeAfter(timed.delayMs(), context, timed.reply());
    }

    private Supplier<Fleet> fleet(RoutingContext context) {
        String day = context.pathParam("day");
        return day == null ? source::today : () -> source.on(parse(day));
    }

    private static LocalDate parse(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new ArcGisException(400, "Not a day: " + day + " (yyyy-MM-dd is expected)");
        }
    }
}
