package dev.catavento.enginegate.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.catavento.enginegate.RefusedException;
import dev.catavento.enginegate.create.OwnLabels;
import dev.catavento.enginegate.create.StrictJson;
import java.io.IOException;
import java.time.Duration;

/** Tells the containers this gate created from all others, by asking the engine for their label each time. */
public final class OwnContainers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_BYTES = 1 << 20;

    private final Engine engine;
    private final OwnLabels labels;

    public OwnContainers(Engine engine, OwnLabels labels) {
        this.engine = engine;
        this.labels = labels;
    }

    /**
     * The full id of a container of this gate; with it in the call, a name that changes hands meanwhile leads nowhere.
     *
     * @param name an id, the beginning of one, or a name
     */
    public String getId(String name) throws IOException {
        try (var answer = engine.ask("GET", "/containers/" + name + "/json", null, PATIENCE)) {
            if (answer.status() == 404) {
                throw new RefusedException(404, "No such container: " + name);
            }
            if (answer.status() != 200) {
                throw new RefusedException(
                        answer.status(), "engine gate: the engine does not tell whose container " + name + " is");
            }
            return own(name, StrictJson.object("the engine's answer", answer.body(MOST_BYTES)));
        }
    }

    private String own(String name, JsonNode container) {
        var label = container.path("Config").path("Labels").path(OwnLabels.GATE);
        var id = container.path("Id").asText();
        if (!label.isTextual() || !label.textValue().equals(labels.instance()) || !id.matches("[0-9a-f]{64}")) {
            throw RefusedException.forbidden(
                    "container " + name + " was not created through this gate; only those with the label "
                            + labels.filter() + " are let through");
        }
        return id;
    }
}
