package dev.catavento.maintainstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.TaskProcess.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside other runs, and on a store that does not let it work: nothing is removed, the scheduler tries again. */
class BusyStoreIT {
    @TempDir
    private Path exports;

    private AgedStore aged;

    @BeforeEach
    void aStoreInWhichSomethingIsPastItsTime() {
        aged = new AgedStore(exports).publish("2026-02-27");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maintain store", "extract wind_fleet", "load wind_fleet"})
    void whoeverHoldsTheLockIsLetFinish(String lock) throws Exception {
        try (var other = aged.store.superuser();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('catavento " + lock + "', 0))");
            assertRetried(aged.maintain(), "locked", "another run holds the lock '" + lock + "'");
        }
    }

    @Test
    void anExportUnderWayKeepsItsFolder() throws Exception {
        aged.publishBy("2025-11-01", "2026-02-27");
        aged.export("2025-11-01");
        try (var other = aged.store.superuser();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('catavento export wind_fleet', 0))");
            var ended = aged.maintain();
            assertThat(ended.exitCode()).isEqualTo(75);
            assertThat(aged.exported()).containsExactly("2025-11-01");
        }
        assertThat(aged.maintain().exitCode()).isZero();
        assertThat(aged.exported()).isEmpty();
    }

    @Test
    void whatTheServerStillLandsForAKilledExtractionIsWaitedFor() throws Exception {
        try (var other = aged.store.superuser();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO raw.page SELECT sha256('x'), 1, 'x'");
            assertRetried(aged.maintain(), "locked", "was busy");
            other.rollback();
        }
    }

    @Test
    void aStoreThatIsReadOnlyIsRetried() {
        var here = "ALTER ROLE test_maintain IN DATABASE catavento_" + aged.store.name();
        aged.store.execute(here + " SET default_transaction_read_only = on");
        try {
            assertRetried(aged.maintain(), "store-unavailable", "read-only");
        } finally {
            aged.store.execute(here + " RESET default_transaction_read_only");
        }
    }

    @Test
    void anotherTasksLoginMayNotDoIt() {
        var ended = AgedStore.maintain(aged.task().with("CATAVENTO_DB_USER_MAINTAIN", "test_load"));
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.report().at("/error/message").asText()).contains("login test_load may not do this");
        assertThat(aged.withoutContent()).isEmpty();
    }

    private void assertRetried(Ended ended, String kind, String said) {
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
        assertThat(ended.report().at("/error/kind").asText()).isEqualTo(kind);
        assertThat(ended.report().at("/error/message").asText()).contains(said);
        assertThat(aged.withoutContent()).isEmpty();
    }
}
