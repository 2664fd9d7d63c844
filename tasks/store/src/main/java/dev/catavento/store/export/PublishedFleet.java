package dev.catavento.store.export;

import dev.catavento.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The published fleet in one read-only transaction: every question asked of it is answered from the same instant. Rows
 * come one by one and in a total order. Not for several threads: {@link #beside()} gives a second one.
 */
public final class PublishedFleet implements AutoCloseable {
    private final ReadTransaction transaction;

    private PublishedFleet(ReadTransaction transaction) {
        this.transaction = transaction;
    }

    static PublishedFleet open(Store store) {
        return new PublishedFleet(ReadTransaction.open(store));
    }

    /** The same state on a connection of its own; to be closed before this one. */
    public PublishedFleet beside() {
        return new PublishedFleet(transaction.beside());
    }

    /** The newest day's last publication. */
    public Optional<PublishedRelease> findNewestRelease(String dataset) {
        return transaction.ask(connection -> ReleaseQuery.findNewest(connection, dataset));
    }

    /** The last export that was completed. */
    public Optional<ExportRecord> findLastExport(String dataset) {
        return transaction.ask(connection -> ReleaseQuery.findLastExport(connection, dataset));
    }

    /** Whether the store's source is the generated demo fleet. */
    public boolean isDemo() {
        return transaction.isDemo();
    }

    public FleetPower power() {
        return transaction.ask(PowerQuery::read);
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
        transaction.stream(
                connection -> connection.unwrap(PGConnection.class).getCopyAPI().copyOut(TurbineCopy.SQL, csv));
    }

    @Override
    public void close() {
        transaction.close();
    }

    private <R> void each(RowQuery<R> query, RowSink<R> sink) throws IOException {
        transaction.stream(connection -> query.each(connection, sink));
    }
}
