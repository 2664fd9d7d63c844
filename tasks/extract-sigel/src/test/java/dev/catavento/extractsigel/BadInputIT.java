package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and stores get wrong. */
class BadInputIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static Extraction extraction;
    private static List<?> landed;

    @BeforeAll
    static void oneGoodDay() {
        extraction = Extraction.fresh().archive();
        extraction.succeed(DAY.minusDays(1));
        landed = extraction.landed();
    }

    @AfterEach
    void nothingIsLost() {
        assertThat(extraction.landed()).isEqualTo(landed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CATAVENTO_SIGEL_URL             | sigel.aneel.gov.br/arcgis     | 1  | configuration      | CATAVENTO_SIGEL_URL",
                "CATAVENTO_SIGEL_URL             | http://me:secret@127.0.0.1/0  | 1  | configuration      | CATAVENTO_SIGEL_URL",
                "CATAVENTO_SIGEL_URL             | http://127.0.0.1:1/{day}/0    | 75 | source-unavailable | 127.0.0.1:1",
                "CATAVENTO_SIGEL_URL             | http://no-such-host.invalid/{day}/0 | 75 | source-unavailable | no-such-host",
                "CATAVENTO_SIGEL_PARALLEL        | 9                             | 1  | configuration      | CATAVENTO_SIGEL_PARALLEL",
                "CATAVENTO_SIGEL_TIMEOUT_SECONDS | soon                          | 1  | configuration      | CATAVENTO_SIGEL_TIMEOUT",
                "CATAVENTO_HTTP_PROXY            | socks://x                     | 1  | configuration      | CATAVENTO_HTTP_PROXY",
                "CATAVENTO_HTTP_PROXY            | http://127.0.0.1:1            | 75 | source-unavailable | refuses",
                "CATAVENTO_HTTP_CA_FILE          | /no/such/file.pem             | 1  | configuration      | CATAVENTO_HTTP_CA_FILE",
                "CATAVENTO_SIGEL_URI             | http://127.0.0.1/0            | 1  | configuration      | CATAVENTO_SIGEL_URI",
                "CATAVENTO_DB_PASSWORD_EXTRACT   | wrong                         | 1  | store-misconfigured | test_extract",
                "CATAVENTO_DB_URL                | postgres://x                  | 1  | store-misconfigured | CATAVENTO_DB_URL",
                "CATAVENTO_DB_URL                | jdbc:postgresql://127.0.0.1:1/x | 75 | store-unavailable | 127.0.0.1:1",
            })
    void aWrongSettingIsNamed(String variable, String value, int exitCode, String kind, String message) {
        var ended = extraction
                .with("CATAVENTO_SIGEL_TOTAL_SECONDS", "1")
                .with(variable, value)
                .run(DAY);
        Extraction.assertFailed(ended, exitCode, kind, message);
        assertThat(ended.stderr() + ended.stdout()).doesNotContain("secret").doesNotContain("wrong password");
    }

    /** "Nothing to do" would keep the schedule green for ever. */
    @ParameterizedTest
    @CsvSource({
        "/archive/{day}/arcgis/rest/services/PORTAL/WFS/MapServer/7",
        "/archiv/{day}/arcgis/rest/services/PORTAL/WFS/MapServer/0",
        "/{day}"
    })
    void aMistypedArchiveIsNotADayItHasNot(String path) {
        var mistyped =
                extraction.with("CATAVENTO_SIGEL_URL", extraction.simulator().url() + path);
        var ended = mistyped.run(DAY);
        Extraction.assertFailed(ended, 65, "source-contract", "404");
        assertThat(ended.report().at("/error/hint").asText()).contains("CATAVENTO_SIGEL_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "--day=2126-01-01,future",
        "--day=yesterday,not a date",
        "--dya=2026-01-01,--dya",
        "--dataset=x,--dataset"
    })
    void wrongUsageEndsWith2(String argument, String message) {
        Extraction.assertFailed(extraction.task().run(Extraction.TASK, argument), 2, "usage", message);
    }

    @Test
    void aReadOnlyStoreIsUnavailable() {
        var database = extraction.store().value("SELECT current_database()");
        extraction.store().execute("ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        try {
            Extraction.assertFailed(extraction.run(DAY), 75, "store-unavailable", "read-only");
        } finally {
            extraction
                    .store()
                    .execute("BEGIN READ WRITE; ALTER DATABASE " + database
                            + " RESET default_transaction_read_only; COMMIT");
        }
    }

    @Test
    void anotherSourceIsRefusedNamingBoth() {
        extraction.store().execute("UPDATE ops.store SET source_id = 'https://elsewhere/0'");
        var ended = extraction.run(DAY);
        extraction
                .store()
                .execute("UPDATE ops.store SET source_id = (SELECT outputs ->> 'source' FROM ops.task_run"
                        + " WHERE exit_code = 0 LIMIT 1)");
        Extraction.assertFailed(ended, 1, "other-source", "https://elsewhere/0");
        assertThat(ended.report().at("/error/message").asText()).contains("generated");
        assertThat(extraction.store().value("SELECT count(*) FROM raw.landed_page"))
                .isEqualTo("0");
    }
}
