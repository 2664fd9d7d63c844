package dev.catavento.simulator.http;

import dev.catavento.simulator.answer.SmallAnswers;
import dev.catavento.simulator.fault.ActiveFaults;
import dev.catavento.simulator.fault.Fault;
import dev.catavento.simulator.fault.FaultKind;
import dev.catavento.simulator.layer.ArcGisException;
import java.util.Map;
import java.util.Optional;

/** The faults that take the whole answer's place or cut it. */
public final class FaultReplies {

    private FaultReplies() {}

    /** What is sent instead of an answer, if a fault says so. */
    public static Optional<Reply> instead(ActiveFaults faults) {
        Optional<Reply> random = faults.find(FaultKind.RANDOM_FAILURES)
                .filter(Fault::loses)
                .filter(Fault::hit)
                .map(FaultReplies::failure);
        return random.isPresent() ? random : always(faults);
    }

    private static Reply failure(Fault fault) {
        return switch (fault.text("as")) {
            case "http-503" -> Reply.Whole.html(503, Map.of(), "Service Unavailable");
            case "connection-reset" -> new Reply.Reset(false);
            default -> serverError();
        };
    }

    private static Optional<Reply> always(ActiveFaults faults) {
        return faults.take(
                        FaultKind.ERROR_IN_200,
                        FaultKind.HTTP_500,
                        FaultKind.HTTP_503,
                        FaultKind.HTTP_429,
                        FaultKind.HTML_200,
                        FaultKind.NEVER_ENDING,
                        FaultKind.CONNECTION_RESET)
                .map(FaultReplies::of);
    }

    private static Reply of(Fault fault) {
        return switch (fault.kind()) {
            case ERROR_IN_200 -> error(fault.number("code"), fault.text("message"));
            case HTTP_500 -> serverError();
            case HTTP_503 -> Reply.Whole.html(503, retryAfter(fault), "Service Unavailable");
            case HTTP_429 -> Reply.Whole.html(429, retryAfter(fault), "Too Many Requests");
            case HTML_200 -> Reply.Whole.html(200, Map.of(), "Sistema em manutenção");
            case NEVER_ENDING -> new Reply.Endless(fault.text("mode").equals("dribble"));
            case CONNECTION_RESET -> new Reply.Reset(fault.text("when").equals("within"));
            default -> throw new IllegalStateException(fault.kind() + " does not replace an answer");
        };
    }

    private static Map<String, String> retryAfter(Fault fault) {
        int seconds = fault.number("seconds");
        return seconds < 0 ? Map.of() : Map.of("Retry-After", String.valueOf(seconds));
    }

    static Reply.Whole error(int code, String message, String... details) {
        return Reply.Whole.json(SmallAnswers.error(new ArcGisException(code, message, details)));
    }

    public static Reply.Whole serverError() {
        return Reply.Whole.html(500, Map.of(), "Internal Server Error");
    }

    /** Refuses a request without the right token, where one is required. */
    static Optional<Reply> refuseToken(ActiveFaults faults, String token) {
        return faults.find(FaultKind.TOKEN_REQUIRED)
                .filter(fault -> !fault.text("token").equals(token))
                .filter(Fault::hit)
                .map(fault -> token == null ? error(499, "Token Required") : error(498, "Invalid Token"));
    }

    /** Refuses a page that is too heavy, where a fault says what is too heavy. */
    public static Optional<Reply> refusePage(ActiveFaults faults, int rows) {
        return faults.find(FaultKind.PAGES_OVER)
                .filter(fault -> rows > fault.number("rows"))
                .filter(Fault::hit)
                .map(fault -> fault.text("as").equals("http-500")
                        ? serverError()
                        : error(500, "Error performing query operation"));
    }

    public static Reply cut(ActiveFaults faults, Reply reply) {
        if (reply instanceof Reply.Streamed streamed) {
            return faults.take(FaultKind.TRUNCATED_BODY)
                    .<Reply>map(fault -> new Reply.StreamedCut(streamed, fault.number("keep_bytes"), isChunked(fault)))
                    .orElse(reply);
        }
        if (!(reply instanceof Reply.Whole whole)) {
            return reply;
        }
        return faults.take(FaultKind.TRUNCATED_BODY)
                .<Reply>map(fault -> {
                    int asked = fault.number("keep_bytes");
                    int keep = asked < 0 ? whole.body().length / 2 : Math.min(asked, whole.body().length - 1);
                    return new Reply.Cut(whole, keep, isChunked(fault));
                })
                .orElse(reply);
    }

    private static boolean isChunked(Fault fault) {
        return fault.text("framing").equals("chunked");
    }
}
