package dev.catavento.source.arcgis;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a layer is, and the token it wants if any.
 *
 * @param url {@code …/MapServer/0} or {@code …/FeatureServer/0}, without query
 */
public record LayerAddress(URI url, Optional<String> token) {

    URI describe() {
        return URI.create(url + "?f=json");
    }

    URI query(Map<String, String> parameters) {
        return URI.create(url + "/query?" + form(parameters));
    }

    /** In the order of names, so that the same question is the same request. */
    static String form(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(p -> p.getKey() + "=" + encoded(p.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        // a plus for a blank is understood in forms, not by every server in a URL
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return url.toString();
    }
}
