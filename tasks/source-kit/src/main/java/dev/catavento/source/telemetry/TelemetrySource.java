package dev.catavento.source.telemetry;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One source of telemetry, as {@code sources.yaml} tells of it (docs/adding-a-source.md), checked.
 *
 * @param name stands in every row that comes of it
 * @param dialect how it is asked: the name of a {@link SampleDialect}, or {@code csv} or {@code parquet}
 * @param address base URL of a dialect over HTTP; path or URL of files, one a day with {@code {day}} in it, else one file
 *     of many days. A path is absolute
 * @param credential name of the environment variable that holds a bearer token
 * @param zone of stamps that name none
 * @param cadence time from one row of a turbine to its next
 * @param requestsPerSecond at most so many are begun by one process
 * @param landInput whether what the source sends is kept in {@code raw}
 * @param turbineColumn the column of a file that names the turbine
 * @param turbineParameter the query parameter that chooses a turbine; empty: the source serves one turbine only
 * @param turbine the name of the only turbine, where neither of the two above is given
 * @param ratedPowerKw of turbines that are not mapped
 * @param turbines from names in the source to turbine ids; a name without an id loads under its own name
 * @param signals in the order of the file
 */
public record TelemetrySource(
        String name,
        SourceKind kind,
        String dialect,
        String address,
        Optional<String> credential,
        ZoneId zone,
        StampMeaning stamps,
        Duration cadence,
        OptionalDouble requestsPerSecond,
        boolean landInput,
        String stampColumn,
        Optional<String> turbineColumn,
        Optional<String> turbineParameter,
        Optional<String> turbine,
        OptionalDouble ratedPowerKw,
        SortedMap<String, Optional<UUID>> turbines,
        List<SignalColumn> signals) {

    /** The source's columns of values, signal by signal, within one in the order of {@link Statistic}. */
    public List<String> valueColumns() {
        return signals.stream()
                .flatMap(signal -> signal.columns().values().stream())
                .toList();
    }

    /** True for one file of many days, of which a day's rows are taken and all others are left without a word. */
    public boolean holdsManyDays() {
        return Dialects.ofFiles(dialect) && !address.contains(SourceAddress.DAY);
    }

    /** The turbines to be asked for, each by its name in the source; files name theirs themselves. */
    public List<String> askedTurbines() {
        return turbine.map(List::of).orElseGet(() -> List.copyOf(turbines.keySet()));
    }
}
