package dev.catavento.enginegate.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.catavento.enginegate.create.StrictJson;
import java.nio.charset.StandardCharsets;

/** What the engine says of a container, without its environment: passwords are told to the container only. */
public final class Inspection {
    private static final int MOST_BYTES = 1 << 20;

    private Inspection() {}

    /** The answer's JSON, without {@code Config.Env}. */
    public static byte[] withoutEnvironment(EngineAnswer answer) {
        var container = StrictJson.object("the engine's answer", answer.body(MOST_BYTES));
        if (container.get("Config") instanceof ObjectNode config) {
            config.remove("Env");
        }
        return container.toString().getBytes(StandardCharsets.UTF_8);
    }
}
