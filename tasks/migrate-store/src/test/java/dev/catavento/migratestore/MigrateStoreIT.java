package dev.catavento.migratestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simplest task as a process: what every task does with settings, options and the store. */
class MigrateStoreIT {
    private static TestStore store;
    private static TaskProcess task;

    @BeforeAll
    static void newStore() {
        store = PostgisServer.shared().newEmptyStore();
        task = new TaskProcess(store.environment());
    }

    @Test
    void anEmptyStoreIsBroughtToThisVersionOnceAndOwnedByTheGroup() {
        var empty = PostgisServer.shared().newEmptyStore();
        var first = new TaskProcess(empty.environment()).run("migrate-store");
        assertThat(first.exitCode()).isZero();
        assertThat(first.report().at("/rows/written").asInt()).isPositive();
        assertThat(empty.value("SELECT string_agg(DISTINCT tableowner, ' ') FROM pg_tables"
                        + " WHERE schemaname IN ('raw', 'core', 'ops') AND tablename <> 'flyway_schema_history'"))
                .isEqualTo("catavento_migrate");
        var second = new TaskProcess(empty.environment()).run("migrate-store");
        assertThat(second.exitCode()).isEqualTo(99);
        assertThat(empty.value("SELECT string_agg(outcome, ' ' ORDER BY task_run_id) FROM out.task_run"))
                .isEqualTo("completed nothing-new");
    }

    @Test
    void helpIsForPeople() {
        var ended = task.run("migrate-store", "--help");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.stdout()).contains("Usage: migrate-store", "--day", "--force", "--run-id");
    }

    @Test
    void wrongUsageEndsWith2() {
        assertFails(task.run("migrate-store", "--forse"), 2, "Unknown option: '--forse', did you mean --force?");
        assertFails(task.run("migrate-store", "--day", "2999-01-01"), 2, "--day 2999-01-01 lies in the future");
        assertFails(task.run("migrate-store", "--day", "yesterday"), 2, "'yesterday' is not a date (YYYY-MM-DD)");
    }

    @Test
    void badConfigurationEndsWith1() {
        assertFails(
                task.with("CATAVENTO_DB_PASSWORD_MIGRATE", "wrong").run("migrate-store"),
                1,
                "refuses login test_migrate");
        assertFails(task.with("CATAVENTO_DB_URL", "postgres://x").run("migrate-store"), 1, "is not a database URL");
        assertFails(task.with("CATAVENTO_DB_URL", null).run("migrate-store"), 1, "CATAVENTO_DB_URL is not set");
        assertFails(
                task.with("CATAVENTO_STOER", "x").run("migrate-store"),
                1,
                "unknown environment variable CATAVENTO_STOER");
        assertFails(
                task.with("CATAVENTO_DB_URL", store.url().replaceFirst("/[^/]+$", "/catavento_none"))
                        .run("migrate-store"),
                1,
                "there is no store at");
    }

    @Test
    void aStoreThatIsDownEndsWith75() {
        assertFails(
                task.with("CATAVENTO_DB_URL", "jdbc:postgresql://127.0.0.1:1/x").run("migrate-store"),
                75,
                "is not available");
    }

    private static void assertFails(TaskProcess.Ended ended, int exitCode, String message) {
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(exitCode);
        assertThat(ended.report().at("/outcome").asText()).isEqualTo("failed");
        assertThat(ended.report().at("/error/message").asText()).contains(message);
        assertThat(ended.report().at("/error/hint").asText()).isNotBlank();
        assertThat(ended.stderr().lines().filter(line -> line.contains("\"level\":\"ERROR\"")))
                .hasSize(1);
    }
}
