package dev.catavento.source.http;

import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How requests to sources are made.
 *
 * @param userAgent says who asks, and how to reach them
 * @param proxy what all requests go through, if anything
 * @param caFile PEM file of authorities to trust besides the usual ones
 * @param atOnce requests under way at the same time, and no more
 * @param timeout longest wait for one whole answer, body included
 */
public record HttpDefaults(
        String userAgent, Optional<InetSocketAddress> proxy, Optional<Path> caFile, int atOnce, Duration timeout) {

    /** @param product name and version of the asking program, as in {@code Catavento/1.0} */
    public static HttpDefaults from(Settings settings, String product, int atOnce, Duration timeout) {
        return new HttpDefaults(
                UserAgent.of(product, settings.find(Setting.HTTP_CONTACT)),
                settings.find(Setting.HTTP_PROXY).map(given -> proxy(settings)),
                settings.find(Setting.HTTP_CA_FILE).map(given -> caFile(settings, given)),
                atOnce,
                timeout);
    }

    private static InetSocketAddress proxy(Settings settings) {
        var url = URI.create(settings.getUrl(Setting.HTTP_PROXY));
        if (url.getUserInfo() != null || !"http".equals(url.getScheme())) {
            throw settings.wrong(Setting.HTTP_PROXY, "is not of the form http://HOST:PORT", "a login is not supported");
        }
        // resolved at each connection, not now
        return InetSocketAddress.createUnresolved(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
    }

    private static Path caFile(Settings settings, String given) {
        var file = Path.of(given.strip());
        if (!Files.isReadable(file)) {
            throw settings.wrong(
                    Setting.HTTP_CA_FILE, "names a file that cannot be read: " + file, "give a readable PEM file");
        }
        return file;
    }
}
