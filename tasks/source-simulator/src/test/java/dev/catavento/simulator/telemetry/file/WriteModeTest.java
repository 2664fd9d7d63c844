package dev.catavento.simulator.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.serve.Frequency;
import dev.catavento.simulator.telemetry.serve.ReadingQuery;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.serve.StampForm;
import dev.catavento.simulator.telemetry.serve.StampRange;
import dev.catavento.simulator.telemetry.serve.StampText;
import dev.catavento.simulator.telemetry.serve.StoredSamples;
import dev.catavento.simulator.telemetry.trait.TraitRegistry;
import dev.catavento.simulator.telemetry.trait.TraitRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code source-simulator write}: files hold what is served over HTTP. */
class WriteModeTest {

    private static final String TRAITS =
            "gaps:percent=3;nulls:percent=2;nan-text:percent=2;different-duplicates:percent=2;fractional-seconds:percent=5";

    @TempDir
    Path folder;

    private String said = "";

    private int write(String... arguments) {
        var err = new ByteArrayOutputStream();
        int code = WriteMode.run(List.of(arguments), 2026, new PrintStream(err), new PrintStream(err));
        said = err.toString();
        return code;
    }

    private int writeDay(String format, String traits) {
        return write(
                "--format",
                format,
                "--turbines",
                "3",
                "--days",
                "1",
                "--from",
                "2026-01-05",
                "--to",
                folder.toString(),
                "--trait",
                traits);
    }

    /** The rows as they are served, as lines of CSV. */
    private static List<String> served(String traits, StampForm form) throws IOException {
        TraitRegistry registry = new TraitRegistry(2026, TraitRequest.parseAll(traits));
        SampleReader reader = new SampleReader(2026, StoredSamples.NONE, Clock.systemUTC());
        Instant start = Instant.parse("2026-01-05T03:00:00Z");
        StampRange day = StampRange.halfOpen(start, start.plusSeconds(86_400));
        List<String> lines = new ArrayList<>();
        for (Turbine turbine : new TurbineFleet(3).list()) {
            reader.read(new ReadingQuery(turbine, day, Frequency.EVERY_MINUTE, registry.meet(turbine)), reading -> {
                lines.add(line(turbine, reading, form));
                return true;
            });
        }
        return lines;
    }

    private static String line(Turbine turbine, Reading reading, StampForm form) {
        var line = new StringBuilder(turbine.name() + "," + new StampText(form).of(reading.stampMillis()));
        for (Signal signal : Signal.values()) {
            line.append(',');
            if (reading.isNanText(signal)) {
                line.append("NaN");
            } else if (!reading.isMissing(signal)) {
                line.append(reading.value(signal));
            }
        }
        return line.toString();
    }

    @Test
    void csvHoldsWhatIsServed() throws IOException {
        assertThat(writeDay("csv", TRAITS)).as(said).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("2026-01-05.csv"));
        assertThat(lines.getFirst()).isEqualTo("turbine,timestamp,wind_speed,power,ambient_temperature,wind_direction");
        assertThat(lines.subList(1, lines.size())).containsExactlyElementsOf(served(TRAITS, StampForm.NAIVE));
    }

    @ParameterizedTest
    @CsvSource({"naive,TIMESTAMP", "z,TIMESTAMP WITH TIME ZONE"})
    void parquetHoldsWhatIsServed(String form, String type) throws Exception {
        String traits = TRAITS + ";stamp-form:form=" + form;
        assertThat(writeDay("parquet", traits)).as(said).isZero();
        Path file = folder.resolve("2026-01-05.parquet");
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            try (var types = statement.executeQuery("DESCRIBE FROM '" + file + "'")) {
                types.next();
                types.next();
                assertThat(types.getString("column_type")).isEqualTo(type);
            }
            try (var result = statement.executeQuery(
                    "SELECT turbine, epoch_us(\"timestamp\"), COLUMNS(* EXCLUDE (turbine, \"timestamp\")) FROM '" + file
                            + "'")) {
                while (result.next()) {
                    rows.add(parquetLine(result, form));
                }
            }
        }
        assertThat(rows).containsExactlyElementsOf(served(traits, form.equals("z") ? StampForm.Z : StampForm.NAIVE));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static String parquetLine(java.sql.ResultSet row, String form) throws SQLException {
        long millis = row.getLong(2) / 1000 + (form.equals("z") ? 0 : 10_800_000);
        double[] values = new double[4];
        int nan = 0;
        for (int i = 0; i < 4; i++) {
            values[i] = row.getDouble(i + 3);
            if (row.wasNull()) {
                values[i] = Double.NaN;
            } else if (Double.isNaN(values[i])) {
                nan |= 1 << i;
            }
        }
        Turbine turbine = new TurbineFleet(3).find(row.getString(1)).orElseThrow();
        return line(turbine, new Reading(millis, values, nan), form.equals("z") ? StampForm.Z : StampForm.NAIVE);
    }

    @Test
    void endStampsOfADayGoToTheNextMidnight() throws IOException {
        assertThat(writeDay("csv", "end-stamps")).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("2026-01-05.csv"));
        assertThat(lines).hasSize(3 * 1440 + 1);
        assertThat(lines.get(1)).startsWith("T-0001,2026-01-05T00:01:00,");
        assertThat(lines.get(1440)).startsWith("T-0001,2026-01-06T00:00:00,");
    }

    @Test
    void oneFileADayAndTheSameBytesAgain() throws IOException {
        String[] call = {
            "--format", "parquet", "--turbines", "2", "--days", "2", "--from", "2026-12-31", "--to", folder.toString()
        };
        assertThat(write(call)).isZero();
        byte[] first = Files.readAllBytes(folder.resolve("2027-01-01.parquet"));
        assertThat(write(call)).isZero();
        assertThat(Files.readAllBytes(folder.resolve("2027-01-01.parquet"))).isEqualTo(first);
        assertThat(folder.resolve("2026-12-31.parquet")).exists();
    }

    @Test
    void theFleetIsWrittenWhereAskedFor() throws IOException {
        var file = folder.resolve("fleet.csv");
        assertThat(write(("--format csv --turbines 2 --days 1 --from 2026-01-05 --to " + folder + " --fleet " + file)
                        .split(" ")))
                .as(said)
                .isZero();
        assertThat(file).hasContent("turbine,rated_power_kw\nT-0001,4200.0\nT-0002,2000.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format orc|parquet or csv",
                "--turbines 0|--turbines",
                "--from yesterday|yyyy-MM-dd",
                "--trait holes|unknown trait",
                "--frequency 3|1, 5 or 10",
                "--speed 3|unknown option --speed",
                "--days|no value",
                "--days 2|all needed",
            })
    void wrongUsageIsOneLineAndCodeTwo(String arguments, String word) {
        assertThat(write(arguments.split(" "))).isEqualTo(2);
        assertThat(said).contains(word).hasLineCount(1);
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(write(
                        "--format",
                        "csv",
                        "--turbines",
                        "1",
                        "--days",
                        "1",
                        "--from",
                        "2026-01-05",
                        "--to",
                        file.toString()))
                .isEqualTo(75);
        assertThat(said).contains(file.toString());
    }
}
