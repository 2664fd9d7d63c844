package dev.catavento.source.arcgis;

import dev.catavento.source.http.SourceFailure;
import java.time.Duration;

/** What a code means, be it an HTTP status or the code of an error that comes with status 200. */
final class ArcGisErrors {
    private ArcGisErrors() {}

    static SourceFailure ofStatus(int status, String said, Duration retryAfter) {
        return classify(status, false, said, retryAfter);
    }

    /** An error that came as a whole answer with status 200. */
    static SourceFailure ofError(int code, String said) {
        return classify(code, true, said, Duration.ZERO);
    }

    private static SourceFailure classify(int code, boolean stated, String said, Duration retryAfter) {
        var message = "the source answers " + code + (said.isBlank() ? "" : " (" + said + ")");
        return switch (code) {
            case 401, 403, 498, 499 ->
                new SourceFailure.Misconfigured(
                        message + (code == 499 ? ": it requires a token" : ": it refuses us"),
                        "give a valid token by CATAVENTO_SIGEL_TOKEN",
                        null);
            case 407 ->
                new SourceFailure.Misconfigured(message + ": the proxy refuses us", "check CATAVENTO_HTTP_PROXY", null);
            case 408, 425, 429, 502, 503, 504 -> new SourceFailure.Unavailable(message, retryAfter, null);
            case 413 -> new SourceFailure.Overburdened(message);
            case 302, 303, 307 -> new SourceFailure.Unavailable(message + ": a redirect, not data", retryAfter, null);
            default ->
                code >= 300 && code < 500
                        ? new SourceFailure.Rejected(code, stated, message)
                        : new SourceFailure.Overburdened(message);
        };
    }
}
