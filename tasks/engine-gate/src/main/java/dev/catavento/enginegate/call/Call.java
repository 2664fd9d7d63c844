package dev.catavento.enginegate.call;

import java.util.Map;
import java.util.regex.Pattern;

/** The closed list of what the gate lets through. */
public enum Call {
    PING("GET|HEAD", "/_ping", Map.of()),
    VERSION("GET", "/version", Map.of()),
    IMAGES(
            "GET",
            "/images/json",
            Map.of("all", Parameter.FLAG, "only_ids", Parameter.FLAG, "filters", Parameter.IMAGE_FILTERS)),
    IMAGE("GET", "/images/(?<image>[A-Za-z0-9_.:/-]+)/json", Map.of()),
    CREATE("POST", "/containers/create", Map.of()),
    CONTAINERS(
            "GET",
            "/containers/json",
            Map.of(
                    "all", Parameter.FLAG,
                    "limit", Parameter.LIMIT,
                    "size", Parameter.FLAG,
                    "trunc_cmd", Parameter.FLAG,
                    "filters", Parameter.CONTAINER_FILTERS)),
    INSPECT("GET", "/containers/CONTAINER/json", Map.of()),
    START("POST", "/containers/CONTAINER/start", Map.of()),
    ATTACH(
            "POST",
            "/containers/CONTAINER/attach",
            Map.of(
                    "logs", Parameter.FLAG,
                    "stdout", Parameter.FLAG,
                    "stderr", Parameter.FLAG,
                    "stream", Parameter.FLAG)),
    WAIT("POST", "/containers/CONTAINER/wait", Map.of("condition", Parameter.CONDITION)),
    LOGS(
            "GET",
            "/containers/CONTAINER/logs",
            Map.of(
                    "stdout", Parameter.FLAG,
                    "stderr", Parameter.FLAG,
                    "follow", Parameter.FLAG,
                    "timestamps", Parameter.FLAG,
                    "tail", Parameter.TAIL,
                    "since", Parameter.INSTANT,
                    "until", Parameter.INSTANT)),
    STOP("POST", "/containers/CONTAINER/stop", Map.of("t", Parameter.SECONDS)),
    REMOVE(
            "DELETE",
            "/containers/CONTAINER",
            Map.of("v", Parameter.FLAG, "force", Parameter.FLAG, "link", Parameter.NOT_SET));

    private final Pattern methods;
    private final Pattern path;
    private final Map<String, Parameter> parameters;

    Call(String methods, String path, Map<String, Parameter> parameters) {
        this.methods = Pattern.compile(methods);
        // an id, the beginning of one, or a name; whose it is, the engine is asked
        this.path = Pattern.compile(path.replace("CONTAINER", "(?<container>[A-Za-z0-9][A-Za-z0-9_.-]{0,127})"));
        this.parameters = parameters;
    }

    Pattern methods() {
        return methods;
    }

    Pattern path() {
        return path;
    }

    Map<String, Parameter> parameters() {
        return parameters;
    }

    /** True for an answer that goes on as long as the container does. */
    public boolean streams() {
        return this == ATTACH || this == WAIT || this == LOGS;
    }

    /** True for a call that changes something. */
    public boolean changes() {
        return this == CREATE || this == START || this == STOP || this == REMOVE;
    }
}
