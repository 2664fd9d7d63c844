package dev.catavento.enginegate;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a running gate for the engine's ping, as a container's health check does. */
final class HealthCheck {
    private static final int PATIENCE_MS = 5_000;

    private HealthCheck() {}

    /** What is wrong, or nothing when the engine answered through the gate. */
    static Optional<String> problem(GateSettings settings) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://" + address(settings.host()) + ":" + settings.port() + "/_ping")
                            .toURL()
                            .openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (var body = connection.getErrorStream()) {
                return Optional.of(status + " "
                        + (body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8).strip()));
            }
        } catch (IOException e) {
            return Optional.of("no gate at " + settings.host() + ":" + settings.port() + ": " + e.getMessage());
        }
    }

    private static String address(String host) throws UnknownHostException {
        var address = InetAddress.getByName(host);
        var asked = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        return asked instanceof java.net.Inet6Address ? "[" + asked.getHostAddress() + "]" : asked.getHostAddress();
    }
}
