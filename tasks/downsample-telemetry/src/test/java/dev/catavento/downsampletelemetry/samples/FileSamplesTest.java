package dev.catavento.downsampletelemetry.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.telemetry.SourcesFile;
import dev.catavento.source.telemetry.TelemetrySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One file of many days: each run takes its own day's rows and names the turbines of all. */
class FileSamplesTest {
    private static final TelemetryDay DAY = new TelemetryDay(LocalDate.of(2026, 5, 1));
    private static final String ROWS = """
            (VALUES ('A', '2026-05-01 00:00:00', 1.0), ('A', '2026-05-01 23:59:00', 2.0), ('A', '2026-05-02 00:00:00', 3.0),
                    ('A', '2026-04-30 23:59:00', 4.0), ('B', '2026-05-02 12:00:00', 5.0)) AS row_of (wtg, stamp, ws)
            """;

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = new Engine(folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stamp::TIMESTAMP",
                "stamp::TIMESTAMP_NS",
                "(stamp || '-03:00')::TIMESTAMPTZ",
                "(stamp || '-03:00')::TIMESTAMPTZ_NS",
                "stamp"
            })
    void parquetWithStampsOfAnyType(String stamp) throws IOException {
        var file = folder.resolve("all.parquet");
        engine.execute(
                "COPY (SELECT wtg, " + stamp + " AS stamp, ws FROM " + ROWS + ") TO '" + file + "' (FORMAT parquet)");
        assertThat(named(source("parquet", "all.parquet"), file)).isEqualTo("[A, B]");
        assertThat(samples()).containsExactly("A 0 1.0", "A 86340 2.0");
    }

    @Test
    void csvOfWhichAnotherDaysRowsMayBeWhatTheyAre() throws IOException {
        var file = folder.resolve("all.csv");
        Files.writeString(file, "wtg,stamp,ws\nA,2026-05-01T00:01:00,7\nB,2026-05-02T00:01:00,broken\n");
        assertThat(named(source("csv", "all.csv"), file)).isEqualTo("[A, B]");
        assertThat(samples()).containsExactly("A 60 7.0");
    }

    @Test
    void textInANumberOfTheDayIsNamed() throws IOException {
        var file = folder.resolve("all.csv");
        Files.writeString(file, "wtg,stamp,ws\nA,2026-05-02T00:01:00,7\nB,2026-05-01T00:01:00,broken\n");
        var source = source("csv", "all.csv");
        assertThatThrownBy(() -> named(source, file))
                .isInstanceOf(SourceFailure.BrokenAnswer.class)
                .hasMessageContaining("row 2: column ws holds 'broken'");
    }

    /** What is read in place is looked over as a whole. */
    @ParameterizedTest
    @CsvSource({"NULL,stamp,turbine", "wtg,NULL,stamp"})
    void aRowWithoutTurbineOrStampIsRefused(String wtg, String stamp, String missing) throws IOException {
        for (var address : List.of("all.parquet", "d-{day}.parquet")) {
            var file = folder.resolve(address.replace("{day}", "2026-05-01"));
            engine.execute("COPY (SELECT " + wtg + "::VARCHAR AS wtg, " + stamp + "::TIMESTAMP AS stamp, ws FROM "
                    + ROWS + ") TO '" + file + "' (FORMAT parquet)");
            var source = source("parquet", address);
            assertThatThrownBy(() -> {
                        named(source, file);
                        new SampleCensus(engine, DAY, source, new TreeSet<>(), name -> true);
                    })
                    .isInstanceOf(SourceFailure.BrokenAnswer.class)
                    .hasMessageContaining("has rows without " + missing);
            engine.execute("DROP VIEW IF EXISTS samples");
        }
    }

    @Test
    void aDaysOwnFileIsTakenAsItIs() throws IOException {
        var file = folder.resolve("d-2026-05-01.parquet");
        engine.execute("COPY (SELECT wtg, stamp::TIMESTAMP AS stamp, ws FROM " + ROWS + ") TO '" + file
                + "' (FORMAT parquet)");
        assertThat(named(source("parquet", "d-{day}.parquet"), file)).isEqualTo("[]");
        assertThat(samples()).hasSize(5);
    }

    private String named(TelemetrySource source, Path file) {
        var samples = new FileSamples(engine, source, file.toString());
        samples.open(file, DAY);
        return samples.turbines().toString();
    }

    private List<String> samples() {
        var found = new ArrayList<String>();
        engine.query(
                "SELECT turbine || ' ' || (at_us - " + DAY.startMicros()
                        + ") // 1000000 || ' ' || x0 FROM samples ORDER BY turbine, at_us",
                row -> found.add(row.getString(1)));
        return found;
    }

    private TelemetrySource source(String dialect, String address) throws IOException {
        return SourcesFile.read(Files.writeString(folder.resolve("sources.yaml"), """
                sources:
                  - name: test
                    kind: samples
                    dialect: %s
                    address: %s
                    zone: "-03:00"
                    stamps: start
                    cadence: 1 min
                    stamp_column: stamp
                    turbine_column: wtg
                    signals:
                      wind_speed: {column: ws}
                """.formatted(dialect, address)))
                .getFirst();
    }
}
