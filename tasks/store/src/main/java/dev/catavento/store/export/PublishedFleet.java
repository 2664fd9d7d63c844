package dev.catavento.store.export;

import dev.catavento.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The published fleet in one read-only transaction: every question asked of it is answered from the same instant. Rows
 * come one by one and in a total order. Not for several threads: {@link #beside()} gives a second one.
 */
public final class PublishedFleet implements AutoCloseable {
    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final Store store;
    private final Connection connection;

    private PublishedFleet(Store store, Connection connection) {
        this.store = store;
        this.connection = connection;
    }

    static PublishedFleet open(Store store) {
        var fleet = new PublishedFleet(store, store.open());
        fleet.begin();
        return fleet;
    }

    /** The same state on a connection of its own; to be closed before this one. */
    public PublishedFleet beside() {
        var other = open(store);
        try (var export = connection.createStatement();
                var take = other.connection.createStatement()) {
            var snapshot = export.executeQuery("SELECT pg_export_snapshot()");
            snapshot.next();
            take.execute("SET TRANSACTION SNAPSHOT '" + snapshot.getString(1) + "'");
            return other;
        } catch (SQLException e) {
            other.close();
            throw store.failure(e);
        }
    }

    /** The newest day's last publication. */
    public Optional<PublishedRelease> findNewestRelease(String dataset) {
        return ask(() -> ReleaseQuery.findNewest(connection, dataset));
    }

    /** The last export that was completed. */
    public Optional<ExportRecord> findLastExport(String dataset) {
        return ask(() -> ReleaseQuery.findLastExport(connection, dataset));
    }

    /** Whether the store's source is the generated demo fleet. */
    public boolean isDemo() {
        return ask(() -> ReleaseQuery.isDemo(connection));
    }

    public FleetPower power() {
        return ask(() -> PowerQuery.read(connection));
    }

    /** Ordered by plant, designation and id. */
    public void eachTurbine(RowSink<PublishedTurbine> sink) throws IOException {
        each(new TurbineQuery(), sink);
    }

    /** Ordered by plant and name. */
    public void eachPlant(RowSink<PublishedPlant> sink) throws IOException {
        each(new PlantQuery(), sink);
    }

    /** Open issues and those resolved on the day; the gravest first, then by rule and subject. */
    public void eachIssue(String dataset, PublishedRelease release, RowSink<PublishedIssue> sink) throws IOException {
        each(new IssueQuery(dataset, release.day()), sink);
    }

    /**
     * Streams the columns of {@code out.wind_turbine} as CSV with a header, ordered as {@link #eachTurbine}; the place
     * is {@code location_wkb}, hexadecimal well-known binary. Null is an empty field, an empty text is quoted.
     */
    public void copyTurbines(OutputStream csv) throws IOException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(TurbineCopy.SQL, csv);
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing was written: a connection that fails to close is gone
        }
    }

    private void begin() {
        ask(() -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(BEGIN);
                statement.execute("SET LOCAL TimeZone = 'UTC'");
            }
            return null;
        });
    }

    private <R> void each(RowQuery<R> query, RowSink<R> sink) throws IOException {
        try {
            query.each(connection, sink);
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    private interface Question<T> {
        T answer() throws SQLException;
    }
}
