package dev.catavento.enginegate.call;

import dev.catavento.enginegate.RefusedException;
import dev.catavento.enginegate.create.CreateRules;
import dev.catavento.enginegate.create.OwnLabels;
import dev.catavento.enginegate.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Admits a request that is on the list, in the gate's own words, and refuses any other. */
public final class Calls {
    private final Set<String> images;
    private final CreateRules create;
    private final Filters filters;

    public Calls(Set<String> images, CreateRules create, OwnLabels labels) {
        this.images = images;
        this.create = create;
        this.filters = new Filters(images, labels);
    }

    public Admitted admit(Request request) {
        var target = request.target();
        for (var call : Call.values()) {
            var path = call.path().matcher(target.path());
            if (path.matches() && call.methods().matcher(request.method()).matches()) {
                return admit(call, request, path);
            }
        }
        throw RefusedException.forbidden(
                request.method() + " " + target.path() + " is not on the list; " + instead(target.path()));
    }

    private static String instead(String path) {
        return path.equals("/images/create")
                ? "images are never pulled through the gate: make the missing one known to the engine first"
                : "a task's container is created, started, attached to, waited for, read, inspected, listed, stopped "
                        + "and removed, nothing else";
    }

    private Admitted admit(Call call, Request request, Matcher path) {
        if (call == Call.IMAGE && !images.contains(path.group("image"))) {
            throw RefusedException.forbidden("image " + path.group("image") + "; allowed: " + images);
        }
        var query = query(call, request.target().query());
        byte[] body = null;
        if (call == Call.CREATE) {
            if (!request.json()) {
                throw RefusedException.forbidden("a create body without Content-Type: application/json");
            }
            body = create.rebuild(request.body());
        } else if (request.body().length > 0) {
            throw RefusedException.forbidden("a body where none belongs");
        }
        boolean named = path.namedGroups().containsKey("container");
        return new Admitted(
                call,
                request.method(),
                request.target().version(),
                request.target().path(),
                named ? path.group("container") : null,
                query,
                body);
    }

    private Map<String, String> query(Call call, Map<String, String> asked) {
        var query = new LinkedHashMap<String, String>();
        asked.forEach((name, value) -> {
            var parameter = call.parameters().get(name);
            if (parameter == null) {
                throw RefusedException.forbidden("parameter " + name + "; known for this call: "
                        + (call.parameters().isEmpty()
                                ? "none"
                                : new TreeSet<>(call.parameters().keySet())));
            }
            query.put(name, parameter.check(name, value));
        });
        if (call == Call.IMAGES) {
            query.put("filters", filters.ofImages(asked.get("filters")));
        }
        if (call == Call.CONTAINERS) {
            query.put("filters", filters.ofContainers(asked.get("filters")));
        }
        return query;
    }
}
