package dev.catavento.watchstore.notice;

import dev.catavento.task.Masked;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A mail server, out of {@code smtp://[USER:PASSWORD@]HOST[:PORT][?starttls=offered|required|never]} or
 * {@code smtps://…}.
 *
 * @param user null where the server asks for no login; so with the password
 */
record SmtpAddress(String host, int port, boolean tls, StartTls startTls, String user, String password) {

    /** Whether a connection that begins plain turns to TLS. */
    enum StartTls {
        OFFERED,
        REQUIRED,
        NEVER
    }

    static SmtpAddress from(Settings settings) {
        var text = settings.get(Setting.ALERT_SMTP_URL).strip();
        try {
            var uri = new URI(text);
            var tls = "smtps".equals(uri.getScheme());
            if (uri.getHost() == null || !tls && !"smtp".equals(uri.getScheme())) {
                throw wrong(settings, text);
            }
            var login = login(uri, settings, text);
            return new SmtpAddress(
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : tls ? 465 : login[0] == null ? 25 : 587,
                    tls,
                    startTls(uri.getQuery(), settings, text),
                    login[0],
                    login[1]);
        } catch (URISyntaxException e) {
            throw wrong(settings, text);
        }
    }

    /** For messages: without the login. */
    String shown() {
        return host + ":" + port;
    }

    private static String[] login(URI uri, Settings settings, String text) {
        var given = uri.getRawUserInfo();
        if (given == null) {
            return new String[2];
        }
        var parts = given.split(":", 2);
        if (parts.length < 2 || parts[0].isEmpty()) {
            throw wrong(settings, text);
        }
        return new String[] {decoded(parts[0]), decoded(parts[1])};
    }

    private static StartTls startTls(String query, Settings settings, String text) {
        return switch (query == null ? "starttls=offered" : query) {
            case "starttls=offered" -> StartTls.OFFERED;
            case "starttls=required" -> StartTls.REQUIRED;
            case "starttls=never" -> StartTls.NEVER;
            default -> throw wrong(settings, text);
        };
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static TaskException wrong(Settings settings, String text) {
        return settings.wrong(
                Setting.ALERT_SMTP_URL,
                "is not a mail server's URL: '" + Masked.of(text) + "'",
                "give smtp://USER:PASSWORD@HOST:PORT or smtps://…, with ?starttls=offered, required or never;"
                        + " special characters of the password as %40");
    }
}
