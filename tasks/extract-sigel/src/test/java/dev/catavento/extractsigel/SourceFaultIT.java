package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of the source: what passes is borne, what stays ends the run with the right code, and nothing is lost. */
class SourceFaultIT {
    private static LocalDate day = LocalDate.of(2026, 3, 1);
    private static Extraction extraction;

    @BeforeAll
    static void oneGoodDay() {
        extraction = Extraction.fresh().archive().with("CATAVENTO_SIGEL_TIMEOUT_SECONDS", "2");
        extraction.succeed(day);
        day = day.plusDays(1);
    }

    @AfterEach
    void nextDay() {
        extraction.simulator().clearFaults();
        day = day.plusDays(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "error-in-200     | `\"match\":\"page\"`",
                "error-in-200     | `\"match\":\"count\"`",
                "http-500         | `\"match\":\"page\"`",
                "http-500         | `\"match\":\"metadata\"`",
                "http-503         | `\"match\":\"page\",\"count\":2`",
                "http-429         | `\"match\":\"page\",\"count\":3`",
                "html-200         | `\"match\":\"ids\"`",
                "connection-reset | `\"match\":\"page\",\"count\":3`",
                "truncated-body   | `\"match\":\"page\"`",
                "truncated-body   | `\"match\":\"ids\",\"framing\":\"chunked\"`",
                "never-ending     | `\"match\":\"page\"`",
                "never-ending     | `\"match\":\"page\",\"mode\":\"dribble\"`",
                "slow             | `\"match\":\"page\",\"seconds\":1`",
                "count-ignored    | `\"count\":1`",
                "wrong-count      | `\"count\":1`",
                "ids-shuffled     | ``",
                "swapped-coordinates | ``",
            })
    void aPassingFaultIsBorne(String kind, String more) {
        extraction.simulator().fault(kind, more);
        var report = extraction.succeed(day).report();
        assertThat(report.at("/rows/read").asInt())
                .isEqualTo(report.at("/outputs/count_after").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "error-in-200     | `\"count\":-1`                                  | 75 | source-unavailable | 500",
                "error-in-200     | `\"count\":-1,\"code\":400,\"match\":\"count\"` | 65 | source-contract    | 400",
                "error-in-200     | `\"count\":-1,\"code\":400,\"match\":\"page\"`  | 65 | source-contract    | 400",
                "http-500         | `\"count\":-1`                                  | 75 | source-unavailable | 500",
                "http-500         | `\"count\":-1,\"match\":\"page\"`                | 75 | source-unavailable | 500",
                "http-503         | `\"count\":-1`                                  | 75 | source-unavailable | 503",
                "http-503         | `\"count\":-1,\"seconds\":3600`                  | 75 | source-unavailable | 503",
                "http-429         | `\"count\":-1,\"match\":\"page\"`                | 75 | source-unavailable | 429",
                "html-200         | `\"count\":-1`                                  | 75 | source-unavailable | HTML",
                "connection-reset | `\"count\":-1`                                  | 75 | source-unavailable | connection",
                "truncated-body   | `\"count\":-1`                                  | 75 | source-unavailable | cut short",
                "never-ending     | `\"count\":-1`                                  | 75 | source-unavailable | within 2 s",
                "slow             | `\"count\":-1`                                  | 75 | source-unavailable | within 2 s",
                "rows-deleted     | `\"every\":4`                                   | 75 | source-changing    | changed twice",
                "rows-added       | `\"every\":4`                                   | 75 | source-changing    | changed twice",
                "wrong-count      | ``                                              | 65 | source-incomplete  | lists",
                "count-ignored    | ``                                              | 65 | source-contract    | count",
                "ids-incomplete   | ``                                              | 65 | source-incomplete  | lists",
                "field-missing    | `\"field\":\"CEG\"`                             | 65 | source-contract    | field missing: CEG",
                "field-retyped    | `\"field\":\"POT_MW\"`                          | 65 | source-contract    | POT_MW",
                "token-required   | ``                                              | 1  | configuration      | token",
            })
    void aLastingFaultEndsTheRunAndNothingIsLost(String kind, String more, int exitCode, String error, String message) {
        var landed = extraction.landed();
        extraction.simulator().fault(kind, more == null ? "" : more);
        var ended = extraction.with("CATAVENTO_SIGEL_TOTAL_SECONDS", "2").run(day);
        Extraction.assertFailed(ended, exitCode, error, message);
        assertThat(extraction.landed()).isEqualTo(landed);
    }

    /** The pause is asked of one request and holds the others too: none of them may sit it out. */
    @ParameterizedTest
    @CsvSource({"metadata", "count", "ids", "page"})
    void aPauseLongerThanTheRunIsNotWaitedFor(String match) {
        extraction.simulator().fault("http-503", "\"count\":1,\"seconds\":3600,\"match\":\"" + match + "\"");
        long start = System.nanoTime();
        var ended = extraction
                .with("CATAVENTO_SIGEL_PARALLEL", "1")
                .with("CATAVENTO_SIGEL_TOTAL_SECONDS", "5")
                .run(day);
        Extraction.assertFailed(ended, 75, "source-unavailable", "503");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void pagesThatContradictTheListOnceAreReadAnewAndLandedOnce() {
        // one page on each of the eight threads, and the first of them that is asked for again
        extraction.simulator().fault("rows-deleted", "\"n\":2000,\"match\":\"page\",\"count\":9,\"after_requests\":6");
        var ended = extraction.succeed(day);
        assertThat(ended.report().at("/outputs/restarts").asInt()).isEqualTo(1);
        assertThat(ended.stderr()).contains("starting over once");
    }

    @Test
    void aTokenIsSentAndAWrongOneIsRefused() {
        extraction.simulator().fault("token-required", "\"token\":\"right one&more\"");
        var wrong = extraction.with("CATAVENTO_SIGEL_TOKEN", "wrong-token").run(day);
        Extraction.assertFailed(wrong, 1, "configuration", "498");
        assertThat(wrong.stderr() + wrong.stdout()).doesNotContain("wrong-token");
        var right = extraction.with("CATAVENTO_SIGEL_TOKEN", "right one&more");
        assertThat(right.succeed(day).stderr()).doesNotContain("right one");
    }

    @ParameterizedTest
    @CsvSource({"http-500,240", "error-in-200,600"})
    void aRangeTheServerCannotBearIsHalved(String as, int rows) {
        extraction.simulator().fault("pages-over", "\"rows\":" + rows + ",\"as\":\"" + as + "\"");
        var report = extraction.succeed(day).report();
        assertThat(report.at("/outputs/halved").asInt()).isPositive();
        assertThat(report.at("/outputs/pages").asInt()).isGreaterThan(24);
    }

    @ParameterizedTest
    @CsvSource({"rows-deleted,-5", "rows-added,5"})
    void aChangeWhileReadingStartsOver(String kind, int change) {
        extraction.simulator().fault(kind, "\"n\":5,\"after_requests\":12");
        var ended = extraction.succeed(day);
        assertThat(ended.report().at("/outputs/restarts").asInt()).isEqualTo(1);
        assertThat(ended.stderr()).contains("starting over once");
        extraction.simulator().clearFaults();
        int without =
                extraction.succeed(day, "--force").report().at("/rows/read").asInt();
        assertThat(ended.report().at("/rows/read").asInt()).isEqualTo(without + change);
    }

    @Test
    void aNewFieldIsKeptAndReported() {
        extraction.simulator().fault("field-new", "\"field\":\"ALTITUDE\"");
        var report = extraction.succeed(day).report();
        assertThat(report.at("/issues/new-field").asInt()).isEqualTo(1);
        assertThat(report.at("/outputs/new_fields").asText()).isEqualTo("ALTITUDE");
        assertThat(
                        extraction
                                .store()
                                .value(
                                        "SELECT layer_fields::text LIKE '%ALTITUDE%' FROM raw.snapshot ORDER BY snapshot_id DESC"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource({"absent", "null", "nan"})
    void aRowWithoutPlaceIsLandedAndCounted(String form) {
        extraction.simulator().fault("null-geometry", "\"n\":2,\"form\":\"" + form + "\"");
        assertThat(extraction.succeed(day).report().at("/issues/null-geometry").asInt())
                .isEqualTo(48);
    }
}
