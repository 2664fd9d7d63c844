package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the source does: the chain publishes the whole fleet, or says why not and leaves all as it was. */
class SourceFaultsIT {
    @TempDir
    private static Path folder;

    private static SimulatorProcess source;
    private static Chain chain;
    private static LocalDate day = LocalDate.of(2026, 3, 1);

    @BeforeAll
    static void aPublishedDay() {
        source = SimulatorProcess.start(java.util.Map.of());
        chain = new Chain(PostgisServer.shared().newStore(), source.archiveUrl(), folder.resolve("exports"))
                .with("CATAVENTO_SIGEL_TIMEOUT_SECONDS", "3")
                .with("CATAVENTO_SIGEL_TOTAL_SECONDS", "6");
        assertThat(chain.run(day).codes()).isEqualTo("0 0 0");
    }

    @AfterAll
    static void stop() {
        source.close();
    }

    @AfterEach
    void wellAgain() {
        source.clearFaults();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            error-in-200        | "count":2,"match":"page"
            error-in-200        | "count":1,"match":"ids"
            http-500            | "count":1,"match":"page"
            http-503            | "count":1,"match":"page"
            http-429            | "count":1,"match":"any"
            slow                | "count":1,"match":"page","seconds":1
            never-ending        | "count":1,"match":"page"
            never-ending        | "count":1,"match":"page","mode":"dribble"
            connection-reset    | "count":1,"match":"page"
            connection-reset    | "count":1,"match":"count"
            truncated-body      | "count":1,"match":"page"
            truncated-body      | "count":1,"match":"ids","framing":"chunked"
            html-200            | "count":1,"match":"page"
            pages-over          | "rows":300
            rows-deleted        | "n":2,"every":0,"after_requests":8
            rows-added          | "n":2,"every":0,"after_requests":8
            ids-with-gaps       | "n":100
            ids-shuffled        | "count":-1
            latency             | "ms":20
            field-new           | "field":"NOVO_CAMPO"
            null-geometry       | "n":3,"count":1,"match":"page"
            swapped-coordinates | "n":3,"count":1,"match":"page"
            """)
    void whatCanBeMadeGoodIsPublishedWhole(String kind, String parameters) {
        source.fault(kind, parameters);
        var tomorrow = day.plusDays(1);
        var ends = chain.run(tomorrow);
        assertThat(ends.codes()).as(ends.extract().stderr()).isEqualTo("0 0 0");
        day = tomorrow;
        if (!kind.startsWith("rows-")) {
            source.clearFaults();
        }
        var said = SourceContent.of(source.archiveUrl().replace("{day}", day.toString()));
        var published = SourceContent.of(chain.store());
        assertThat(said.missingIn(published)).hasSizeLessThanOrEqualTo(movedUnseen(kind));
        assertThat(published.missingIn(said)).hasSizeLessThanOrEqualTo(movedUnseen(kind));
        assertThat(chain.exported()).containsEntry("wind_fleet/latest", "-> " + day);
    }

    /** A turbine in quarantine stays where it was, though it may have moved that very day. */
    private static int movedUnseen(String kind) {
        return kind.equals("null-geometry") || kind.equals("swapped-coordinates") ? 3 : 0;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            http-500         | "count":-1                             | 75 | 500
            http-503         | "count":-1,"seconds":120               | 75 | 503
            http-429         | "count":-1,"seconds":120               | 75 | 429
            never-ending     | "count":-1,"match":"page"              | 75 | 3 s
            connection-reset | "count":-1                             | 75 | broke
            truncated-body   | "count":-1,"match":"page"              | 75 | cut short
            html-200         | "count":-1                             | 75 | HTML
            error-in-200     | "count":-1                             | 75 | Error performing query operation
            rows-deleted     | "n":1,"every":4                        | 75 | changed
            rows-added       | "n":1,"every":4                        | 75 | changed
            wrong-count      | "n":-7                                 | 65 | count
            count-ignored    | "count":-1                             | 65 | count
            ids-incomplete   | "n":1                                  | 65 | ids
            field-missing    | "field":"UF"                           | 65 | UF
            field-retyped    | "field":"EOL_VERSAO_ID"                | 65 | EOL_VERSAO_ID
            token-required   | "token":"simulated-token"              | 1  | token
            """)
    void whatCannotIsSaidInOneLineAndNothingIsTouched(String kind, String parameters, int code, String said) {
        var before = chain.published();
        source.fault(kind, parameters);
        var ends = chain.run(day.plusDays(1));
        assertThat(ends.codes()).as(ends.extract().stderr()).isEqualTo(code + " 99 99");
        assertThat(ends.extract().report().at("/error/message").asText()).contains(said);
        assertThat(ends.extract().report().at("/error/hint").asText()).isNotBlank();
        assertThat(ends.extract().stderr().lines().filter(line -> line.contains("\"level\":\"ERROR\"")))
                .hasSize(1);
        assertThat(chain.published()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            null-geometry       | "n":300,"count":-1,"match":"page"
            swapped-coordinates | "n":1000,"count":-1,"match":"page"
            """)
    void aSetThatIsCompleteButUselessIsLandedAndNotPublished(String kind, String parameters) {
        source.fault(kind, parameters);
        var tomorrow = day.plusDays(1);
        var core = chain.store().rows("SELECT * FROM core.wind_turbine ORDER BY turbine_id");
        var exported = chain.exported();
        var ends = chain.run(tomorrow);
        assertThat(ends.codes()).isEqualTo("0 65 99");
        assertThat(ends.load().report().at("/error/message").asText()).contains("cannot be placed or named");
        assertThat(chain.store().rows("SELECT * FROM core.wind_turbine ORDER BY turbine_id"))
                .isEqualTo(core);
        assertThat(chain.exported()).isEqualTo(exported);
        source.clearFaults();
        assertThat(chain.run(tomorrow, "--force").codes()).isEqualTo("0 0 0");
        day = tomorrow;
    }

    @Test
    void aFleetThatShrankTooMuchIsRefused() {
        source.fault("rows-deleted", "\"n\":1500");
        var exported = chain.exported();
        var ends = chain.run(day.plusDays(1));
        assertThat(ends.codes()).isEqualTo("0 65 99");
        assertThat(ends.load().report().at("/error/message").asText()).contains("the last one had");
        assertThat(chain.exported()).isEqualTo(exported);
        source.clearFaults();
        day = day.plusDays(1);
        assertThat(chain.run(day, "--force").codes()).isEqualTo("0 0 0");
    }

    @Test
    void aLoadThatFailedIsMadeGoodByTheNextDayThoughTheSourceSaysTheSame() {
        var before = LocalDate.of(2026, 4, 10);
        assertThat(chain.run("extract-sigel", before).exitCode()).isZero();
        var failed = chain.with("CATAVENTO_DB_PASSWORD_LOAD", "wrong").run("load-postgis", before);
        assertThat(failed.exitCode()).isEqualTo(1);
        day = before.plusDays(1); // the source renumbers its rows that day and says nothing new
        var ends = chain.run(day);
        assertThat(ends.codes()).isEqualTo("0 0 0");
        assertThat(ends.extract().report().at("/outputs/state").asText()).isEqualTo("confirmed");
        assertThat(chain.exported()).containsEntry("wind_fleet/latest", "-> " + day);
    }

    @Test
    void aTokenThatIsGivenOpensTheLayer() {
        source.fault("token-required", "\"token\":\"simulated-token\"");
        day = day.plusDays(1);
        assertThat(chain.with("CATAVENTO_SIGEL_TOKEN", "simulated-token")
                        .run(day)
                        .codes())
                .isEqualTo("0 0 0");
        var refused = chain.with("CATAVENTO_SIGEL_TOKEN", "another").run("extract-sigel", day.plusDays(1));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.stderr() + refused.stdout())
                .doesNotContain("another\"")
                .doesNotContain("=another");
    }
}
