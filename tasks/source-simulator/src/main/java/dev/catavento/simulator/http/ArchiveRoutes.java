package dev.catavento.simulator.http;

import dev.catavento.simulator.archive.Archive;
import dev.catavento.simulator.archive.Edit;
import dev.catavento.simulator.archive.EditJson;
import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.FleetSource;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** What changed in the archive: of one day, or of all days from one to another, both included. */
@ApplicationScoped
class ArchiveRoutes {

    private final FleetSource source;

    ArchiveRoutes(FleetSource source) {
        this.source = source;
    }

    void register(@Observes Router router) {
        router.get("/archive/edits")
                .blockingHandler(context -> answer(context, param(context, "from"), param(context, "to")), false);
        router.get("/archive/:day/edits")
                .blockingHandler(context -> answer(context, context.pathParam("day"), context.pathParam("day")), false);
    }

    private static String param(RoutingContext context, String name) {
        return context.queryParams().get(name);
    }

    private void answer(RoutingContext context, String from, String to) {
        try {
            if (!(source instanceof Archive archive)) {
                throw new ArcGisException(400, "A recorded fleet has no archive by day");
            }
            LocalDate first = day(from);
            LocalDate last = day(to);
            List<Edit> edits = new ArrayList<>();
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                edits.addAll(archive.edits(day));
            }
            ControlRoutes.send(context, 200, EditJson.of(edits));
        } catch (ArcGisException e) {
            ControlRoutes.send(context, 400, ControlRoutes.error(e.getMessage()));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new ArcGisException(400, "not a day (yyyy-MM-dd): " + text);
        }
    }
}
