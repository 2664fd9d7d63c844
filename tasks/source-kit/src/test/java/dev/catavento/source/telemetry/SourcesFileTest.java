package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says, and each way in which it may be wrong. */
class SourcesFileTest {
    private static final String ID = "3f0c8a3e-5b1d-5c0e-9f57-0d6b5f1a2c01";
    private static final String RIGHT = """
            sources:
              - name: demo
                kind: samples
                dialect: sensors
                address: http://127.0.0.1:18081/
                zone: "-03:00"
                stamps: start
                cadence: 1 min
                turbine_parameter: turbine_id
                turbines:
                  A-01: %s
                  A-02:
                signals:
                  power: {column: p, unit: W}
                  vane: {column: v, unit: rad, stored_unit: °, tag: X, kind: circular, resolution: 0.1}
            """.formatted(ID);

    @TempDir
    Path folder;

    @Test
    void readsWhatIsSaidAndKnowsTheRest() throws IOException {
        var source = SourcesFile.read(file(RIGHT)).getFirst();
        assertThat(source.address()).isEqualTo("http://127.0.0.1:18081");
        assertThat(source.zone()).isEqualTo(ZoneId.of("-03:00"));
        assertThat(source.cadence()).isEqualTo(Duration.ofMinutes(1));
        assertThat(source.landInput()).isTrue();
        assertThat(source.stampColumn()).isEqualTo("timestamp");
        assertThat(source.turbines())
                .containsEntry("A-01", Optional.of(UUID.fromString(ID)))
                .containsEntry("A-02", Optional.empty());
        assertThat(source.askedTurbines()).containsExactly("A-01", "A-02");
        assertThat(source.valueColumns()).containsExactly("p", "v");
        var power = source.signals().getFirst();
        assertThat(power.tag()).isEqualTo("WTUR_W");
        assertThat(power.unit().value(1500)).isEqualTo(1.5);
        assertThat(power.stuckAfter()).isEqualTo(Duration.ofHours(2));
        var vane = source.signals().getLast();
        assertThat(vane.circular()).isTrue();
        assertThat(vane.unit().value(Math.PI)).isEqualTo(180);
        assertThat(vane.min()).isEqualTo(OptionalDouble.empty());
        assertThat(vane.stuckAfter()).isZero();
    }

    /** Each line: what stands in the right file, what stands there instead, the message, the beginning of the hint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sources: | source: | line 1, key source: is unknown | did you mean sources? allowed: sources
            name: demo | nmae: demo | line 2, key nmae: is unknown | did you mean name? allowed: name, kind, dialect,
            name: demo | name: Demo | line 2, key name: 'Demo' is not allowed | give a letter of a-z
            name: demo | name: [a] | line 2, key name: is a list | give one value
            name: demo | name: | line 2, key name: is missing | it is required
            kind: samples | kind: sample | line 3, key kind: 'sample' is not allowed | did you mean samples? allowed: samples, statistics
            dialect: sensors | dialect: sensor | line 4, key dialect: 'sensor' is not allowed | did you mean sensors? allowed: columns, pages, sensors, csv, parquet
            http://127.0.0.1:18081/ | ftp://host | line 5, key address: 'ftp://host' is not an address | give http://… or https://…
            http://127.0.0.1:18081/ | http://me:pw@host | line 5, key address: 'http://***@host' is not an address | give http://…
            http://127.0.0.1:18081/ | http://host/{day} | line 5, key address: 'http://host/{day}' holds more than | give http(s)://HOST
            http://127.0.0.1:18081/ | http://host?a=b | line 5, key address: 'http://host?a=b' holds more than | give http(s)://HOST
            cadence: 1 min | `cadence: 1 min{n}    credential: MY_TOKEN` | line 9, key credential: 'MY_TOKEN' is not allowed | give the name of a variable CATAVENTO_SECRET_
            "-03:00" | "-03:99" | line 6, key zone: '-03:99' is not an offset | give ±HH:MM in quotes
            "-03:00" | America/Sao_Paolo | line 6, key zone: 'America/Sao_Paolo' is not a time zone | did you mean America/Sao_Paulo? allowed: an offset
            stamps: start | stamps: begin | line 7, key stamps: 'begin' is not allowed | allowed: start, end, instant
            cadence: 1 min | cadence: 7 min | line 8, key cadence: '7 min' does not divide 10 min | give a divisor
            cadence: 1 min | cadence: 0 s | line 8, key cadence: '0 s' does not divide 10 min | give a divisor
            cadence: 1 min | cadence: 1m | line 8, key cadence: '1m' is not a duration | give a whole number and s, min or h
            cadence: 1 min | `cadence: 1 min{n}    requests_per_second: fast` | line 9, key requests_per_second: 'fast' is not a number | give one
            cadence: 1 min | `cadence: 1 min{n}    requests_per_second: 0` | line 9, key requests_per_second: '0' is not above zero | give a number above 0
            cadence: 1 min | `cadence: 1 min{n}    shards: 65` | line 9, key shards: '65' is not allowed | give a whole number from 1 to 64
            cadence: 1 min | `cadence: 1 min{n}    shards: two` | line 9, key shards: 'two' is not allowed | give a whole number from 1 to 64
            cadence: 1 min | `cadence: 1 min{n}    land_input: yes` | line 9, key land_input: 'yes' is not allowed | allowed: true, false
            cadence: 1 min | `cadence: 1 min{n}    cadence: 5 min` | line 9, key cadence: stands twice | keep one of them
            turbine_parameter: turbine_id | turbine_column: wtg | line 9, key turbine_column: means nothing for a source over HTTP | use turbine_parameter instead
            turbine_parameter: turbine_id | stamp_column: t | line 2, key turbine_parameter: is missing | give it, or turbine: NAME
            cadence: 1 min | `cadence: 1 min{n}    turbine: A-01` | line 9, key turbine: stands beside turbine_parameter | keep one of them
            cadence: 1 min | `cadence: 1 min{n}    turbines_file: t.csv` | line 9, key turbines_file: stands beside turbines | keep one of them
            turbine_parameter: turbine_id | turbine: A-01 | line 9, key turbine: is the only turbine, yet A-02 is mapped | map A-01 or nothing
            A-02: | A-02: 17 | line 12, key turbines.A-02: '17' is not a turbine_id | give the UUID of out.wind_turbine
            A-02: | A-02: 3f0c8a3e-5b1d-5c0e-9f57-0d6b5f1a2c01 | line 12, key turbines.A-02: has the turbine_id of A-01 | map each turbine to its own
            A-02: | A-01: | line 12, key turbines.A-01: stands twice | keep one of them
            power: {column: p, unit: W} | power: {column: p, unit: KW} | line 14, key signals.power.unit: 'KW' is not converted to kW | did you mean kW? allowed: kW, W, MW
            power: {column: p, unit: W} | power: {colunm: p} | line 14, key signals.power.colunm: is unknown | did you mean column? allowed: column, unit,
            power: {column: p, unit: W} | power: {unit: W} | line 14, key signals.power.column: is missing | it is required
            power: {column: p, unit: W} | power: p | line 14, key signals.power: is 'p' | give names with values
            power: {column: p, unit: W} | power: {column: {mean: p}} | line 14, key signals.power.column: is a mapping | give one value
            power: {column: p, unit: W} | pwoer: {column: p} | line 14, key signals.pwoer.unit: is missing | did you mean power? only of wind_speed, power,
            power: {column: p, unit: W} | Power: {column: p} | line 14, key signals.Power: 'Power' is no name of a signal | give a letter of a-z
            power: {column: p, unit: W} | power: {column: v} | line 15, key signals.vane: takes the column v, as power.mean does | give each a column
            power: {column: p, unit: W} | power: {column: timestamp} | line 14, key signals.power: takes the column timestamp, as stamp_column does | give each
            power: {column: p, unit: W} | power: {column: p, stored_unit: MW} | line 14, key signals.power.stored_unit: 'MW' is not the unit of power | allowed: kW
            power: {column: p, unit: W} | power: {column: p, kind: circular} | line 14, key signals.power.kind: power is not circular | leave kind out
            power: {column: p, unit: W} | power: {column: p, min: 5, max: 5} | line 14, key signals.power.max: leaves no room | give min below max
            power: {column: p, unit: W} | power: {column: p, resolution: 0} | line 14, key signals.power.resolution: '0' is not above zero | give a number
            power: {column: p, unit: W} | power: {column: p, stuck_after: long} | line 14, key signals.power.stuck_after: 'long' is not a duration | give a whole
            stored_unit: °, tag: X | stored_unit: rad, tag: X | line 15, key signals.vane.kind: a circular signal is stored in °, not in rad | give stored_unit: °
            tag: X, kind | kind | line 15, key signals.vane.tag: is missing | only of wind_speed,
            kind: circular | kind: round | line 15, key signals.vane.kind: 'round' is not allowed | allowed: linear, circular
            unit: W} | unit: W | line 15, column 11: not YAML: | indent with spaces
            kind: samples | kind: statistics | line 14, key signals.power.column: is 'p' | give names with values
            """)
    void everyFaultIsNamedByLineAndKey(String right, String wrong, String message, String hint) throws IOException {
        var text = RIGHT.replace(right, wrong.replace("{n}", "\n"));
        assertThat(text).isNotEqualTo(RIGHT);
        refused(text, "sources.yaml " + message, hint);
    }

    @Test
    void oneTurbineIsNotDivided() throws IOException {
        var one = RIGHT.replace("turbine_parameter: turbine_id", "turbine: A-01")
                .replace("      A-02:\n", "")
                .replace("cadence: 1 min", "cadence: 1 min\n    shards: 2");
        refused(one, "sources.yaml line 9, key shards: is 2, yet there is one turbine only", "leave it out");
    }

    @Test
    void mapsTurbinesByAFileBesideIt() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "\uFEFFname,turbine_id\r\nA-01," + ID + "\r\n\"B, \"\"2\"\"\",\r\n");
        assertThat(SourcesFile.read(file(byFile())).getFirst().turbines())
                .containsOnlyKeys("A-01", "B, \"2\"")
                .containsEntry("A-01", Optional.of(UUID.fromString(ID)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,name | t.csv line 1: is not the header
            name,turbine_id{n}A-01 | t.csv line 2: 'A-01' is not NAME,UUID
            name,turbine_id{n}A-01,17 | t.csv line 2: 'A-01,17' is not NAME,UUID
            name,turbine_id{n}A-01,------------------------------------ | t.csv line 2: '------------------------------------' is not a turbine_id
            name,turbine_id{n}A-01,{n}{n}A-01, | t.csv line 4: A-01 stands twice
            name,turbine_id{n}A,3f0c8a3e-5b1d-5c0e-9f57-0d6b5f1a2c01{n}B,3f0c8a3e-5b1d-5c0e-9f57-0d6b5f1a2c01 | t.csv line 3: B has the turbine_id of A
            """)
    void aFileOfTurbinesIsCheckedToo(String content, String message) throws IOException {
        Files.writeString(folder.resolve("t.csv"), content.replace("{n}", "\n"));
        refused(byFile(), message, "");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        refused(byFile(), "sources.yaml line 10, key turbines_file: " + folder.resolve("t.csv"), "give a CSV file");
        assertThatThrownBy(() -> SourcesFile.read(folder.resolve("none.yaml")))
                .hasMessage("there is no file " + folder.resolve("none.yaml"));
        var latin = folder.resolve("latin.yaml");
        Files.write(latin, "sources: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SourcesFile.read(latin)).hasMessageContaining("is not text in UTF-8");
    }

    @Test
    void nothingInItIsRefused() throws IOException {
        refused("", "sources.yaml is empty", "give a list");
        refused("sources: []", "sources.yaml line 1, key sources: holds no source", "give one");
        refused("sources: {a: b}", "sources.yaml line 1, key sources: is a mapping", "give a list");
        refused("- a", "sources.yaml line 1: is a list", "give names");
        refused(
                RIGHT.replace("A-01: " + ID, "").replace("A-02:", ""),
                "sources.yaml line 2, key turbines: is missing",
                "give");
        refused(
                RIGHT.substring(0, RIGHT.indexOf("      power:")).replace("signals:", "signals: {}"),
                "sources.yaml line 13, key signals: holds no signal",
                "give one at least: wind_speed, power");
    }

    @Test
    void twoSourcesOfOneNameAreRefused() throws IOException {
        refused(
                RIGHT + RIGHT.substring(RIGHT.indexOf('\n') + 1),
                "sources.yaml line 16, key name: a source above has the name demo",
                "give each");
    }

    /** A coarse step is left more seldom; what the file says itself holds. */
    @ParameterizedTest
    @CsvSource({"1,2", "0.1,2", "5,10", "'10, stuck_after: 3 h',3"})
    void howLongAValueMayRepeatFollowsFromItsResolution(String resolution, int hours) throws IOException {
        var power = SourcesFile.read(file(RIGHT.replace("unit: W}", "unit: W, resolution: " + resolution + "}")))
                .getFirst()
                .signals()
                .getFirst();
        assertThat(power.stuckAfter()).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void aFileWithoutADayInItsPathHoldsMany() throws IOException {
        var one = RIGHT.replace("dialect: sensors", "dialect: parquet")
                .replace("http://127.0.0.1:18081/", "data/july.parquet")
                .replace("turbine_parameter: turbine_id", "turbine_column: wtg");
        var source = SourcesFile.read(file(one)).getFirst();
        assertThat(source.address())
                .isEqualTo(folder.resolve("data/july.parquet").toString());
        assertThat(source.holdsManyDays()).isTrue();
        assertThat(SourcesFile.read(file(one.replace("july", "{day}")))
                        .getFirst()
                        .holdsManyDays())
                .isFalse();
        assertThat(SourcesFile.read(file(RIGHT)).getFirst().holdsManyDays()).isFalse();
    }

    @Test
    void filesHaveADayInTheirPathAndAColumnOfTurbines() throws IOException {
        var files = RIGHT.replace("dialect: sensors", "dialect: parquet")
                .replace("http://127.0.0.1:18081/", "data/{day}.parquet")
                .replace("turbine_parameter: turbine_id", "turbine_column: wtg");
        assertThat(SourcesFile.read(file(files)).getFirst().address())
                .isEqualTo(folder.resolve("data/{day}.parquet").toString());
        refused(
                files.replace("{day}", "{date}"),
                "sources.yaml line 5, key address: 'data/{date}.parquet' holds {date}",
                "only {day} stands");
        refused(
                files.replace("data/", "s3://x/"),
                "sources.yaml line 5, key address: 's3://x/{day}.parquet' is not an address",
                "give http");
        refused(
                files.replace("turbine_column: wtg", "turbine_parameter: id"),
                "sources.yaml line 9, key turbine_parameter: means nothing for files",
                "use turbine_column");
    }

    @Test
    void statisticsHaveAMeanAtLeast() throws IOException {
        var statistics = RIGHT.replace("kind: samples", "kind: statistics")
                .replace("column: v,", "column: {mean: v, count: n},")
                .replace("column: p,", "column: {std: s, mean: p},");
        var source = SourcesFile.read(file(statistics)).getFirst();
        assertThat(source.valueColumns()).containsExactly("p", "s", "v", "n");
        refused(
                statistics.replace("{std: s, mean: p}", "{std: s}"),
                "sources.yaml line 14, key signals.power.column.mean: is missing",
                "it is required");
        refused(
                statistics.replace("{std: s, mean: p}", "{mean: p, avg: s}"),
                "sources.yaml line 14, key signals.power.column.avg: is unknown",
                "allowed: mean, min, max, std, count");
    }

    private static String byFile() {
        return RIGHT.replaceAll("(?m)^ +A-0.*\n", "").replace("turbines:", "turbines_file: t.csv");
    }

    private void refused(String text, String message, String hint) throws IOException {
        var file = file(text);
        assertThatThrownBy(() -> SourcesFile.read(file)).isInstanceOfSatisfying(TaskException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            assertThat(e.getMessage()).startsWith(message);
            assertThat(e.hint()).startsWith(hint);
        });
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("sources.yaml"), text);
    }
}
