package dev.catavento.loadpostgis.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Loads of several days of a month that nobody has loaded yet, side by side. */
class OpenMonthIT {
    private final TestStore store = PostgisServer.shared().newStore();

    @Test
    void whoWaitsForAnotherThatOpensTheMonthFindsItOpen() throws Exception {
        try (var first = store.superuser();
                var second = store.superuser()) {
            first.setAutoCommit(false);
            open(first, "2030-02-01");
            var waiting = CompletableFuture.runAsync(() -> open(second, "2030-02-02"));
            while (store.rows(
                            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'")
                    .isEmpty()) {
                assertThat(waiting).isNotDone();
                Thread.sleep(20);
            }
            first.commit();
            waiting.get(20, TimeUnit.SECONDS);
        }
        assertThat(store.rows("SELECT inhrelid::regclass::text AS part FROM pg_inherits"
                        + " WHERE inhparent = 'core.telemetry'::regclass"))
                .extracting(row -> row.get("part"))
                .containsExactly("core.telemetry_2030_02");
        assertThat(store.value("SELECT count(*) FROM core.telemetry_calendar")).isEqualTo("288");
    }

    private static void open(Connection connection, String day) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT core.open_telemetry_day('" + day + "')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
