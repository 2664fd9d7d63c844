package dev.catavento.enginegate.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.catavento.enginegate.RefusedException;
import dev.catavento.enginegate.create.OwnLabels;
import dev.catavento.enginegate.create.StrictJson;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code filters} of the two lists, written anew: the engine joins them by "and", so ours always holds. */
final class Filters {
    private static final int MOST = 16;
    private static final Pattern STATUS = Pattern.compile("created|restarting|running|removing|paused|exited|dead");
    private static final Pattern LABEL = Pattern.compile("([a-z0-9._-]{1,80})(=[^\\p{Cntrl}]{0,512})?");

    private final Set<String> images;
    private final OwnLabels labels;

    Filters(Set<String> images, OwnLabels labels) {
        this.images = images;
        this.labels = labels;
    }

    /** Images are listed by one name that is on the list. */
    String ofImages(String asked) {
        var filters = asked == null ? StrictJson.empty() : StrictJson.object("the filters", asked);
        var reference = filters.path("reference");
        if (filters.size() != 1
                || !reference.isArray()
                || reference.size() != 1
                || !images.contains(reference.get(0).textValue())) {
            throw RefusedException.forbidden(
                    "a list of images other than filters={\"reference\":[\"IMAGE\"]} with IMAGE one of " + images);
        }
        var out = StrictJson.empty();
        out.putArray("reference").add(reference.get(0).textValue());
        return out.toString();
    }

    /** Containers are listed among those this gate created. */
    String ofContainers(String asked) {
        var out = StrictJson.empty();
        var own = out.putArray("label").add(labels.filter());
        if (asked != null) {
            for (var filter : StrictJson.object("the filters", asked).properties()) {
                switch (filter.getKey()) {
                    case "label" -> filter.getValue().forEach(label -> own.add(label(label)));
                    case "status" -> copy(filter.getValue(), out.putArray("status"));
                    default ->
                        throw RefusedException.forbidden(
                                "a filter of containers other than label and status, in this spelling");
                }
                if (!filter.getValue().isArray() || filter.getValue().size() > MOST) {
                    throw RefusedException.forbidden("a filter that is not a list of at most " + MOST + " texts");
                }
            }
        }
        return out.toString();
    }

    private String label(JsonNode asked) {
        var text = asked.isTextual() ? asked.textValue() : "";
        var match = LABEL.matcher(text);
        if (match.matches() && (OwnLabels.isFree(match.group(1)) || text.equals(labels.filter()))) {
            return text;
        }
        throw RefusedException.forbidden("a label filter other than dev.catavento.NAME or dev.catavento.NAME=VALUE");
    }

    private static void copy(JsonNode asked, ArrayNode out) {
        for (var status : asked) {
            if (!status.isTextual() || !STATUS.matcher(status.textValue()).matches()) {
                throw RefusedException.forbidden("a status filter other than " + STATUS);
            }
            out.add(status.textValue());
        }
    }
}
