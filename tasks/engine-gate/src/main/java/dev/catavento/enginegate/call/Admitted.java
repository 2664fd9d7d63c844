package dev.catavento.enginegate.call;

import dev.catavento.enginegate.http.Target;
import java.util.Map;

/**
 * A call that is on the list, rewritten.
 *
 * @param version {@code /v1.41}, or empty
 * @param path as the client spelt it; the container's name in it is yet to be replaced by its id
 * @param container what names the container, or null for a call that addresses none
 * @param body what to send, or null
 */
public record Admitted(
        Call call,
        String method,
        String version,
        String path,
        String container,
        Map<String, String> query,
        byte[] body) {

    /** The target sent to the engine, with the container's full id in place of what the client called it. */
    public String target(String containerId) {
        var named = container == null ? path : path.replaceFirst("/containers/[^/]+", "/containers/" + containerId);
        return version + named + Target.spell(query);
    }
}
