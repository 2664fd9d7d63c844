package dev.catavento.store.telemetry;

import dev.catavento.store.export.ExportRecord;
import dev.catavento.store.export.PublishedRelease;
import dev.catavento.store.export.ReadTransaction;
import dev.catavento.store.export.RowSink;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Published telemetry in one read-only transaction; rows come one by one and in a total order. */
public final class PublishedTelemetry implements AutoCloseable {
    private final ReadTransaction transaction;

    PublishedTelemetry(ReadTransaction transaction) {
        this.transaction = transaction;
    }

    /** The sources of which anything was ever loaded, in the order of their names. */
    public List<String> listSources() {
        return transaction.ask(PublishedDayQuery::listSources);
    }

    public LoadedShards findShards(String source, LocalDate day) {
        return transaction.ask(connection -> new PublishedDayQuery(connection, source, day).findShards());
    }

    /** The turbines that were asked for; {@link #eachTurbine} may give a few more or less. */
    public long countTurbines(String source, LocalDate day) {
        return transaction.ask(connection -> new PublishedDayQuery(connection, source, day).countTurbines());
    }

    /** The newest release of the day, of whatever shard: any later change of the day has a higher number. */
    public Optional<PublishedRelease> findNewestRelease(String source, LocalDate day) {
        return transaction.ask(connection -> new PublishedDayQuery(connection, source, day).findNewestRelease());
    }

    /** The last export of the day that was completed. */
    public Optional<ExportRecord> findLastExport(String source, LocalDate day) {
        return transaction.ask(connection -> new PublishedDayQuery(connection, source, day).findLastExport());
    }

    /** What the day's turbines are in the fleet, as a lower-case hex digest: it may change without a release. */
    public String hashMapping(String source, LocalDate day) {
        return transaction.ask(connection -> new PublishedDayQuery(connection, source, day).hashMapping());
    }

    /** Whether the store's source is the generated demo fleet. */
    public boolean isDemo() {
        return transaction.isDemo();
    }

    /** The signals that have a value of the day, those of every house first, then the source's own by their names. */
    public List<TelemetrySignal> listSignals(String source, LocalDate day) {
        return transaction.ask(connection -> new PublishedDayQuery(connection, source, day).listSignals());
    }

    /** Every turbine that has anything of the day, ordered by name. */
    public void eachTurbine(String source, LocalDate day, List<TelemetrySignal> signals, RowSink<TurbineSeries> sink)
            throws IOException {
        transaction.stream(connection -> new TurbineSeriesQuery(connection, source, day, signals).each(sink));
    }

    @Override
    public void close() {
        transaction.close();
    }
}
