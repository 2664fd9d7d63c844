package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.LayerAddress;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How SIGEL is to be asked.
 *
 * @param url the layer's URL as configured, maybe with {@code {day}}
 * @param parallel requests at once
 * @param timeout longest wait for one answer
 * @param total nothing is repeated later than this
 */
record SigelSettings(String url, Optional<String> token, int parallel, Duration timeout, Duration total) {
    private static final String DAY = "{day}";

    static SigelSettings from(Settings settings) {
        var url = settings.getUrl(Setting.SIGEL_URL);
        var parts = URI.create(url.replace(DAY, "day"));
        if (parts.getRawQuery() != null || parts.getRawUserInfo() != null || parts.getRawFragment() != null) {
            throw settings.wrong(
                    Setting.SIGEL_URL,
                    "holds more than the layer's place (a login, a query or a fragment)",
                    "give …/MapServer/0 alone; a token goes into CATAVENTO_SIGEL_TOKEN");
        }
        return new SigelSettings(
                url,
                settings.find(Setting.SIGEL_TOKEN),
                settings.getInteger(Setting.SIGEL_PARALLEL, 1, 4),
                Duration.ofSeconds(settings.getInteger(Setting.SIGEL_TIMEOUT_SECONDS, 1, 3600)),
                Duration.ofSeconds(settings.getInteger(Setting.SIGEL_TOTAL_SECONDS, 1, 86_400)));
    }

    boolean archive() {
        return url.contains(DAY);
    }

    boolean tls() {
        return url.startsWith("https:");
    }

    LayerAddress address(LocalDate day) {
        return new LayerAddress(URI.create(url.replace(DAY, day.toString())), token);
    }

    /** What a source that does not name itself is known by. */
    String sourceId() {
        var parts = URI.create(url.replace(DAY, "day"));
        return url.replaceFirst(
                java.util.regex.Pattern.quote(parts.getHost()), parts.getHost().toLowerCase(Locale.ROOT));
    }
}
