package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Where a container's output goes: files of the engine, always bounded. */
final class LogRule {
    private static final Pattern DRIVER = Pattern.compile("(json-file)?");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,2}[km]");
    private static final Pattern FILES = Pattern.compile("[1-9]");

    private static final ObjectRules LIMITS = new ObjectRules("HostConfig.LogConfig.Config.")
            .with("max-size", (value, out) -> out.put("max-size", value.text(SIZE, "1k to 999m")))
            .with("max-file", (value, out) -> out.put("max-file", value.text(FILES, "1 to 9, as text")));

    private static final ObjectRules RULES = new ObjectRules("HostConfig.LogConfig.")
            .with("Type", (value, out) -> value.text(DRIVER, "json-file"))
            .with("Config", LIMITS::apply);

    private LogRule() {}

    static void copy(Value value, ObjectNode host) {
        RULES.apply(value, host.withObject("/LogConfig/Config"));
    }

    static void enforce(ObjectNode host) {
        var config = host.withObject("/LogConfig/Config");
        if (!config.has("max-size")) {
            config.put("max-size", "20m");
        }
        if (!config.has("max-file")) {
            config.put("max-file", "3");
        }
        host.withObject("/LogConfig").put("Type", "json-file");
    }
}
