package dev.catavento.task;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns {@code CATAVENTO_LOG_FORMAT} into the platform's setting: text for a person, JSON lines for a machine. */
public final class LogFormatSource implements ConfigSource {
    private static final String JSON = "quarkus.log.console.json.enabled";

    private final Map<String, String> values = Map.of(JSON, String.valueOf(!text()));

    private static boolean text() {
        var asked = System.getenv(Setting.LOG_FORMAT.variable());
        if (asked != null && !asked.isBlank()) {
            return asked.equals("text");
        }
        return System.console() != null && System.console().isTerminal();
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return "catavento log format";
    }

    @Override
    public int getOrdinal() {
        return 275;
    }
}
