package dev.catavento.simulator.fault;

import static dev.catavento.simulator.fault.FaultParameter.number;
import static dev.catavento.simulator.fault.FaultParameter.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that can be made to go wrong. */
public enum FaultKind {
    ERROR_IN_200(
            "error-in-200",
            "HTTP 200 whose body is an ArcGIS error",
            1,
            number("code", 500, "the error's code"),
            text("message", "Error performing query operation", "the error's message")),
    HTTP_500("http-500", "HTTP 500 with an HTML body", 1),
    HTTP_503(
            "http-503",
            "HTTP 503 with Retry-After",
            1,
            number("seconds", 1, "value of Retry-After; -1 leaves the header out")),
    HTTP_429(
            "http-429",
            "HTTP 429 with Retry-After",
            1,
            number("seconds", 1, "value of Retry-After; -1 leaves the header out")),
    SLOW("slow", "the right answer, late", 1, number("seconds", 5, "waiting time")),
    LATENCY(
            "latency",
            "the right answer, a little late; meant for every request",
            -1,
            number("ms", 100, "waiting time")),
    NEVER_ENDING(
            "never-ending",
            "an answer that does not end",
            1,
            text(
                    "mode",
                    "silent",
                    "silent: no byte ever; dribble: status 200, then a blank a second",
                    "silent",
                    "dribble")),
    CONNECTION_RESET(
            "connection-reset",
            "the connection is reset (TCP RST); java.net.http quietly asks once more where that comes before any answer",
            1,
            text("when", "before", "before: instead of an answer; within: after the answer began", "before", "within")),
    TRUNCATED_BODY(
            "truncated-body",
            "the right head, then the connection ends within the body",
            1,
            number("keep_bytes", -1, "bytes sent; -1: half of the body"),
            text(
                    "framing",
                    "length",
                    "length: Content-Length promises more; chunked: the last chunk is missing",
                    "length",
                    "chunked")),
    HTML_200("html-200", "HTTP 200 with a maintenance page in HTML", 1),
    PAGES_OVER(
            "pages-over",
            "pages of more rows than the server bears fail, smaller ones work",
            -1,
            number("rows", 500, "the most rows that still work"),
            text("as", "http-500", "how they fail", "http-500", "error-in-200")),
    ROWS_DELETED(
            "rows-deleted",
            "rows vanish from the layer, for every kind of request, as long as the fault lasts",
            -1,
            number("n", 1, "how many"),
            number("every", 0, "n more vanish after each so many further requests; 0: never more")),
    ROWS_ADDED(
            "rows-added",
            "new rows appear in the layer, for every kind of request, as long as the fault lasts",
            -1,
            number("n", 1, "how many"),
            number("every", 0, "n more appear after each so many further requests; 0: never more")),
    FIELD_MISSING("field-missing", "a field is gone from metadata and pages", -1, text("field", "UF", "its name")),
    FIELD_RETYPED(
            "field-retyped",
            "a field has another type: a number becomes text, a text becomes a number",
            -1,
            text("field", "EOL_VERSAO_ID", "its name")),
    FIELD_NEW("field-new", "a field more, of type text", -1, text("field", "NOVO_CAMPO", "its name")),
    WRONG_COUNT("wrong-count", "the count is not the number of rows", -1, number("n", -7, "count minus rows")),
    COUNT_IGNORED("count-ignored", "a count is asked for and features are sent", -1),
    IDS_WITH_GAPS(
            "ids-with-gaps",
            "OBJECTIDs with gaps, the same in every kind of answer",
            -1,
            number("n", 100, "one id is left out after each so many")),
    IDS_INCOMPLETE("ids-incomplete", "the list of ids lacks some that pages have", -1, number("n", 1, "how many")),
    IDS_SHUFFLED("ids-shuffled", "the list of ids is in no order", -1),
    TOKEN_REQUIRED(
            "token-required",
            "without the token: error 499 in HTTP 200; with a wrong one: 498",
            -1,
            text("token", "simulated-token", "the right one")),
    NULL_GEOMETRY(
            "null-geometry",
            "the first rows of a page have no geometry",
            -1,
            number("n", 1, "how many rows of each page"),
            text("form", "absent", "how none is written in f=json", "absent", "null", "nan")),
    SWAPPED_COORDINATES(
            "swapped-coordinates",
            "the first rows of a page have x and y exchanged",
            -1,
            number("n", 1, "how many rows of each page")),
    RANDOM_FAILURES(
            "random-failures",
            "some requests fail, others work; each request draws anew",
            -1,
            number("percent", 10, "how many fail", 0, 100),
            text("as", "http-503", "how they fail", "http-503", "http-500", "connection-reset")),
    HALF_ROWS(
            "half-rows",
            "telemetry: a well-formed answer without the rows of the period's second half",
            1,
            text(
                    "count",
                    "right",
                    "right: the stated count is that of the rows sent; wrong: of all",
                    "right",
                    "wrong")),
    PAGES_DISORDERED(
            "pages-disordered",
            "telemetry: pages after the first slip, so that rows come twice or never",
            -1,
            number("rows", 3, "by how many rows", 1, 10_000));

    private final String wireName;
    private final String meaning;
    private final int defaultCount;
    private final List<FaultParameter> parameters;

    FaultKind(String wireName, String meaning, int defaultCount, FaultParameter... parameters) {
        this.wireName = wireName;
        this.meaning = meaning;
        this.defaultCount = defaultCount;
        this.parameters = List.of(parameters);
    }

    static FaultKind parse(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new BadFault("unknown kind of fault '" + name + "'; valid: "
                        + Arrays.stream(values()).map(FaultKind::wireName).collect(Collectors.joining(", "))));
    }

    public String wireName() {
        return wireName;
    }

    public String meaning() {
        return meaning;
    }

    /** How many requests it hits where nothing is said; -1 until it is cleared. */
    public int defaultCount() {
        return defaultCount;
    }

    List<FaultParameter> parameters() {
        return parameters;
    }
}
