package dev.catavento.exporttableau;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** A store in which days of telemetry are published, as if by load-postgis. */
final class PublishedDay {
    static final String SOURCE = "demo";
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private PublishedDay() {}

    static TestStore of(int turbines, boolean demo) {
        var store = PostgisServer.shared().newStore();
        publish(store, DAY, turbines, demo);
        return store;
    }

    /** The same day; its rows lie the other way round in the store, and its turbines have other numbers. */
    static TestStore reversed(int turbines) {
        var store = PostgisServer.shared().newStore();
        publish(store, DAY, turbines, false, "DESC");
        return store;
    }

    static void publish(TestStore store, LocalDate day, int turbines, boolean demo) {
        publish(store, day, turbines, demo, "ASC");
    }

    private static void publish(TestStore store, LocalDate day, int turbines, boolean demo, String order) {
        store.execute(sql().replace("${order}", order)
                .replace("${turbines}", "" + turbines)
                .replace("${demo}", "" + demo)
                .replace("${day}", "" + day)
                .replace("${source}", SOURCE));
    }

    /** What load-postgis does when window 7 of a turbine's power says something else; a release of its own. */
    static void revise(TestStore store, String turbine) {
        store.execute("""
                UPDATE core.telemetry x
                   SET mean[8] = 1234.5, revision = array_fill(1::smallint, ARRAY[144]), revised_at = array_fill(now(), ARRAY[144])
                  FROM core.telemetry_turbine t, core.telemetry_signal g
                 WHERE t.turbine_key = x.turbine_key AND g.signal_key = x.signal_key
                   AND t.turbine = '%s' AND g.signal = 'power';
                UPDATE core.telemetry SET revision[8] = 2 WHERE revision IS NOT NULL;
                INSERT INTO ops.release (dataset, day, source, shard_index, shard_count, telemetry_day_id, rules_version,
                                         row_count, counts)
                SELECT dataset, day, source, shard_index, shard_count, 2, rules_version, row_count, counts
                  FROM ops.release WHERE dataset = 'telemetry' LIMIT 1;
                """.formatted(turbine));
    }

    private static String sql() {
        try (var in = Objects.requireNonNull(PublishedDay.class.getResourceAsStream("telemetry.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
