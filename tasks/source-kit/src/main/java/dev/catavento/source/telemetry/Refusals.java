package dev.catavento.source.telemetry;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.http.StreamedAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What an answer with another status than 200 means. */
final class Refusals {
    private static final int SHOWN = 200;
    private static final Pattern DETAIL = Pattern.compile("^\\{\"(?:detail|message|error)\": ?\"([^\"]*)\"");

    private Refusals() {}

    static SourceFailure of(TelemetrySource source, StreamedAnswer answer) throws IOException {
        int status = answer.status();
        var said = said(answer);
        var message = "source " + source.name() + " answers " + status + (said.isEmpty() ? "" : " (" + said + ")");
        return switch (status) {
            case 401, 403 ->
                new SourceFailure.Misconfigured(
                        message + ": it refuses us",
                        source.credential()
                                .map(variable -> "give a valid token by " + variable)
                                .orElse("name the variable of a token: credential: CATAVENTO_SECRET_…"),
                        null);
            case 407 -> new SourceFailure.Misconfigured(message, "check CATAVENTO_HTTP_PROXY", null);
            case 408, 425, 429, 502, 503, 504 -> new SourceFailure.Unavailable(message, answer.retryAfter(), null);
            case 301, 302, 303, 307, 308 ->
                new SourceFailure.Unavailable(message + ": a redirect, not data", answer.retryAfter(), null);
            case 413 -> new SourceFailure.Overburdened(message);
            default ->
                status >= 500
                        ? new SourceFailure.Overburdened(message)
                        : new SourceFailure.Rejected(status, false, message);
        };
    }

    private static String said(StreamedAnswer answer) throws IOException {
        try {
            var text = new String(answer.body().readNBytes(SHOWN), StandardCharsets.UTF_8).strip();
            var detail = DETAIL.matcher(text);
            return detail.find() ? detail.group(1) : text.startsWith("<") ? "" : text;
        } catch (SourceFailure cut) {
            return "";
        }
    }
}
