package dev.catavento.source.telemetry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a source is. */
final class SourceAddress {
    static final String DAY = "{day}";
    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}?|}");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");

    private SourceAddress() {}

    /** The URL as it stands, without a slash at its end; a path made absolute. */
    static String read(YamlValue value, boolean files, Path folder) {
        var text = value.text();
        return files ? pattern(value, text, folder) : base(value, text);
    }

    static boolean url(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }

    private static String base(YamlValue value, String text) {
        var uri = url(value, text);
        if (text.contains(DAY) || uri.getRawQuery() != null) {
            throw value.wrong(
                    "'" + text + "' holds more than the API's base",
                    "give http(s)://HOST[:PORT][/PATH]: no {day}, no query");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String pattern(YamlValue value, String text, Path folder) {
        var other = BRACES.matcher(text.replace(DAY, ""));
        if (other.find()) {
            throw value.wrong("'" + text + "' holds " + other.group(), "only {day} stands for something: 2026-05-01");
        }
        if (SCHEME.matcher(text).matches()) {
            url(value, text);
            return text;
        }
        try {
            return folder.resolve(text).normalize().toString();
        } catch (InvalidPathException e) {
            throw value.wrong("'" + text + "' is not a path", "give a path or URL such as data/{day}.parquet");
        }
    }

    private static URI url(YamlValue value, String text) {
        try {
            var uri = new URI(text.replace(DAY, "day"));
            if (url(text) && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw value.wrong(
                "'" + dev.catavento.task.Masked.of(text) + "' is not an address that can be asked",
                "give http://… or https://… with a host, no login in it: a token goes by credential");
    }
}
