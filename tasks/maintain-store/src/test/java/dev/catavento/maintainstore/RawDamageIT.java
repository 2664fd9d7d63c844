package dev.catavento.maintainstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.TaskProcess.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage is named with its page and day, and nothing is removed while there is any. */
class RawDamageIT {
    /** The page that the first days of December rest on. */
    private static final String DECEMBER =
            "(SELECT sha256 FROM raw.snapshot_page JOIN raw.snapshot USING (snapshot_id) WHERE first_day = '2025-12-01')";

    @TempDir
    private Path exports;

    private AgedStore aged;

    @BeforeEach
    void aStoreInWhichSomethingIsPastItsTime() throws Exception {
        aged = new AgedStore(exports).publish("2026-01-10", "2026-02-27");
        aged.export("2025-01-10");
    }

    @Test
    void anotherContentUnderThePagesName() {
        var page = aged.store.value("SELECT encode(" + DECEMBER + ", 'hex')");
        aged.store.execute("UPDATE raw.page SET body_gzip = (SELECT body_gzip FROM raw.page WHERE sha256 <> " + DECEMBER
                + " LIMIT 1) WHERE sha256 = " + DECEMBER);
        assertDamaged("page " + page
                + " (wind_fleet of 2025-12-01 and 1 more days) has another content than it was landed with");
    }

    @Test
    void contentThatCannotBeUnpacked() {
        aged.store.execute(
                "UPDATE raw.page SET body_gzip = overlay(body_gzip PLACING '\\xffffffff' FROM 11) WHERE sha256 = "
                        + DECEMBER);
        assertDamaged("cannot be unpacked");
    }

    @Test
    void contentCutShort() {
        aged.store.execute("UPDATE raw.page SET body_gzip = substr(body_gzip, 1, length(body_gzip) - 9) WHERE sha256 = "
                + DECEMBER);
        assertDamaged("(wind_fleet of 2025-12-01 and 1 more days) cannot be unpacked (Unexpected end of");
    }

    @Test
    void anotherSizeThanWasLanded() {
        aged.store.execute("UPDATE raw.page SET byte_count = byte_count + 1 WHERE sha256 = " + DECEMBER);
        assertDamaged("were landed");
    }

    @Test
    void aPageThatIsGone() {
        aged.store.execute(
                "ALTER TABLE raw.snapshot_page DROP CONSTRAINT snapshot_page_sha256_fkey; DELETE FROM raw.page"
                        + " WHERE sha256 = " + DECEMBER);
        assertDamaged("(wind_fleet of 2025-12-01) is not whole: page ");
    }

    @Test
    void aListOfPagesThatIsNotWhole() {
        aged.store.execute("DELETE FROM raw.snapshot_page WHERE sha256 = " + DECEMBER);
        assertDamaged("(wind_fleet of 2025-12-01) is not whole: its pages hold 0 of 1 rows");
    }

    @Test
    void aListOfPagesWithAGap() {
        aged.store.execute("UPDATE raw.snapshot_page SET ordinal = 2 WHERE sha256 = " + DECEMBER);
        assertDamaged("(wind_fleet of 2025-12-01) is not whole: its list of pages has a gap");
    }

    @Test
    void eachDamageIsALineOfTheLogAndCounted() {
        aged.store.execute("UPDATE raw.page SET byte_count = byte_count + 1");
        var ended = aged.maintain();
        assertThat(ended.report().at("/outputs/damaged").asInt()).isEqualTo(5);
        assertThat(ended.report().at("/error/message").asText()).endsWith("; 4 more in the log");
        assertThat(ended.stderr().lines().filter(line -> line.contains("\"level\":\"WARN\"")))
                .hasSize(5);
    }

    private void assertDamaged(String said) {
        var before = aged.counts();
        for (var ended : new Ended[] {aged.maintain("--dry-run"), aged.maintain()}) {
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(65);
            assertThat(ended.report().at("/error/kind").asText()).isEqualTo("store-damaged");
            assertThat(ended.report().at("/error/message").asText()).contains(said);
            assertThat(ended.report().at("/error/hint").asText()).contains("nothing was removed");
        }
        assertThat(aged.counts()).isEqualTo(before);
        assertThat(exports.resolve("wind_fleet/2025-01-10/wind_farm.csv")).exists();
    }
}
