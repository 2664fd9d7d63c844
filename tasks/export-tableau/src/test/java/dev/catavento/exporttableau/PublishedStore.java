package dev.catavento.exporttableau;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** A store in which a made-up fleet is published, as if by load-postgis. */
final class PublishedStore {
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private PublishedStore() {}

    static TestStore of(int turbines, boolean demo) {
        var store = PostgisServer.shared().newStore();
        store.execute(sql().replace("${turbines}", "" + turbines).replace("${demo}", "" + demo));
        return store;
    }

    /** Publishes the fleet once more, for this day. */
    static void publish(TestStore store, LocalDate day) {
        store.execute("""
                INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, row_count, counts)
                SELECT dataset, '%s', snapshot_id, rules_version, row_count, counts FROM ops.release LIMIT 1
                """.formatted(day));
    }

    private static String sql() {
        try (var in = Objects.requireNonNull(PublishedStore.class.getResourceAsStream("fleet.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
