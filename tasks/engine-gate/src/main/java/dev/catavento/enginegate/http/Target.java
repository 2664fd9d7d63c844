package dev.catavento.enginegate.http;

import dev.catavento.enginegate.RefusedException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is asked for, in its one canonical spelling.
 *
 * @param version {@code /v1.41}, or empty
 * @param path the path after it, without any escape
 * @param query parameters, decoded, in the order they came
 */
public record Target(String version, String path, Map<String, String> query) {
    private static final int FIRST_MINOR = 40;
    private static final int LAST_MINOR = 59;

    // No repeated groups here: Java's matcher recurses on them, and a request may be 16 KB long.
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_.:/-]+");
    private static final Pattern NOT_CANONICAL = Pattern.compile("//|/$|/\\.{1,2}(/|$)");
    private static final Pattern VERSIONED = Pattern.compile("(/v1\\.([1-9][0-9]))(/.*)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_-]{1,32}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.~:/*,+@!$'();\\[\\]{}\"%-]*");
    private static final Pattern HALF_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Reads a request's target; one that could be read in two ways is refused. */
    public static Target parse(String text) {
        int mark = text.indexOf('?');
        var path = mark < 0 ? text : text.substring(0, mark);
        if (!PATH.matcher(path).matches() || NOT_CANONICAL.matcher(path).find()) {
            throw RefusedException.malformed(
                    "the path is not canonical: no escapes, empty segments, dots, trailing slashes or whole URLs");
        }
        var query = mark < 0 ? Map.<String, String>of() : query(text.substring(mark + 1));
        var versioned = VERSIONED.matcher(path);
        if (!versioned.matches()) {
            return new Target("", path, query);
        }
        int minor = Integer.parseInt(versioned.group(2));
        if (minor < FIRST_MINOR || minor > LAST_MINOR) {
            throw RefusedException.forbidden(
                    "API version 1." + minor + "; 1." + FIRST_MINOR + " to 1." + LAST_MINOR + " are let through");
        }
        return new Target(versioned.group(1), versioned.group(3), query);
    }

    /** Parameters spelt for a request line, with the question mark; empty for none. */
    public static String spell(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), spelt -> spelt.isEmpty() ? "" : "?" + spelt));
    }

    private static Map<String, String> query(String text) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            var name = sign < 0 ? pair : pair.substring(0, sign);
            var value = sign < 0 ? "" : pair.substring(sign + 1);
            if (sign < 0
                    || !NAME.matcher(name).matches()
                    || !VALUE.matcher(value).matches()
                    || HALF_ESCAPE.matcher(value).find()) {
                throw RefusedException.malformed("a query that is not NAME=VALUE joined by &");
            }
            if (query.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)) != null) {
                throw RefusedException.malformed("the parameter " + name + " twice");
            }
        }
        return Collections.unmodifiableMap(query);
    }
}
