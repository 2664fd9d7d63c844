package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.http.SourceFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How each dialect asks, what it takes for an answer and what not. */
class DialectsTest {
    private static final String ROWS = """
            [{"timestamp":"2026-05-01T00:01:00","wind_speed":7.31,"power":1500.2,"ambient_temperature":null},
             {"power":null,"timestamp":"2026-05-01T00:00:00Z","wind_speed":"NaN","more":{"a":[1]}},
             {"timestamp":"2026-05-01 00:02:00-03:00","wind_speed":NaN,"power":-3}]""";
    private static final String DAY = "2026-05-01T00:00:00&end_date=2026-05-02T00:00:00";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sensors | /api/v1/sensors?start_date=2026-05-01T00:00:00&end_date=2026-05-02T00:00:00&metrics=wind_speed&metrics=power&turbine_id=T 1
            columns | /api/data?start_date=2026-05-01T00:00:00&end_date=2026-05-02T00:00:00&columns=wind_speed,power&turbine_id=T 1
            pages | /data?start=2026-05-01T00:00:00&end=2026-05-02T00:00:00&signals=wind_speed,power&limit=50000&offset=0&turbine_id=T 1
            """)
    void asksForItsDayAndTurbineAndGivesRowsAndBodyOn(String dialect, String asked) throws Exception {
        var answer = dialect.equals("columns") ? "{\"count\":3,\"data\":" + ROWS + ",\"start_date\":null}" : ROWS;
        try (var server = CannedServer.always(200, answer)) {
            var got = TestSource.read(TestSource.request(server, dialect, Optional.of("turbine_id")));
            assertThat(got.rows())
                    .containsExactly(
                            "T 1 2026-05-01T00:01:00 [7.31, 1500.2]",
                            "T 1 2026-05-01T00:00:00Z [NaN, NaN]",
                            "T 1 2026-05-01 00:02:00-03:00 [NaN, -3.0]");
            assertThat(got.body()).isEqualTo(answer);
            assertThat(got.urls()).singleElement().satisfies(url -> {
                assertThat(url.getPath() + "?" + url.getQuery()).isEqualTo(asked);
                assertThat(url.getRawQuery()).endsWith("&turbine_id=T%201");
            });
        }
    }

    @Test
    void thePageForPeopleNamesEveryDialect() {
        assertThat(Dialects.names())
                .allSatisfy(name -> assertThat(SourceKey.DIALECT.meaning()).contains("`" + name + "`"));
    }

    @Test
    void aSourceOfOneTurbineIsNotAskedForIt() throws Exception {
        try (var server = CannedServer.always(200, "[]")) {
            assertThat(TestSource.read(TestSource.request(server, "sensors", Optional.empty()))
                            .rows())
                    .isEmpty();
            assertThat(server.asked()).containsExactly("start_date=" + DAY + "&metrics=wind_speed&metrics=power");
        }
    }

    @Test
    void nothingOfADayIsAnAnswer() throws Exception {
        assertThat(TestSource.read("columns", 200, "{\"data\":[],\"count\":0,\"message\":\"none\"}")
                        .rows())
                .isEmpty();
        assertThat(TestSource.read("pages", 200, "{\"data\":[]}").rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"timestamp":"t1","wind_speed":1}] | column power is missing in row 1 of source test, turbine T 1
            [{"wind_speed":1,"power":2}] | column timestamp is missing in row 1
            [{"timestamp":"t1","wind_speed":1,"power":2},{"timestamp":"t2","wind_speed":1}] | column power is missing in row 2
            [{"timestamp":"t1","wind_speed":"7.3","power":2}] | column wind_speed holds the text '7.3' where a number belongs, in row 1 (t1) of source test
            [{"timestamp":"t1","wind_speed":"","power":2}] | column wind_speed holds the text '' where a number belongs
            [{"timestamp":"t1","wind_speed":true,"power":2}] | column wind_speed holds true where a number belongs
            [{"timestamp":"t1","wind_speed":[1],"power":2}] | column wind_speed holds a list where a number belongs
            [{"timestamp":"t1","wind_speed":Infinity,"power":2}] | column wind_speed holds Infinity where a number belongs
            [{"timestamp":"t1","wind_speed":1e999,"power":2}] | column wind_speed holds 1e999 where a number belongs
            [{"timestamp":1746068400,"wind_speed":1,"power":2}] | column timestamp holds 1746068400 where a stamp belongs, in row 1
            [{"timestamp":null,"wind_speed":1,"power":2}] | column timestamp holds null where a stamp belongs
            [[1]] | the answer of source test, turbine T 1 holds a list in place of row 1
            {"rows":[]} | the answer of source test, turbine T 1 is not a list of rows but an object
            [{"timestamp":"t1","wind_sp | the source's answer ends in its midst, in line 1
            [{"timestamp":"t1","wind_speed":1,"power":2}, | the source's answer ends in its midst, in line 1
            [] [] | the source's answer goes on after its end
            hello | the source's answer is not JSON: Unrecognized token 'hello'
            """)
    void aBreachOfContractIsNamed(String answer, String message) {
        broken(SourceFailure.BrokenAnswer.class, "sensors", answer, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | the source's answer is not an object that holds rows
            {"count":0} | the answer of source test, turbine T 1 lacks data
            {"data":[]} | the answer of source test, turbine T 1 lacks its count
            {"data":[],"count":"0"} | the answer of source test, turbine T 1 lacks its count
            {"data":null,"count":0} | the answer of source test, turbine T 1 is not a list of rows but null
            """)
    void rowsAndTheirNumberBelongTogether(String answer, String message) {
        broken(SourceFailure.BrokenAnswer.class, "columns", answer, message);
    }

    @Test
    void halfTheRowsAreNoticedByTheirNumber() {
        broken(
                SourceFailure.UnexpectedRows.class,
                "columns",
                "{\"data\":[{\"timestamp\":\"t1\",\"wind_speed\":1,\"power\":2}],\"count\":1440}",
                "states a count of 1440 and holds 1 rows");
    }

    @Test
    void rowsOfAnotherTurbineAreNoticed() {
        var answer = "[{\"turbine_id\":\"T 2\",\"timestamp\":\"t1\",\"wind_speed\":1,\"power\":2}]";
        try (var server = CannedServer.always(200, answer)) {
            var request = TestSource.request(server, "sensors", Optional.of("turbine_id"));
            assertThatThrownBy(() -> TestSource.read(request))
                    .isInstanceOf(SourceFailure.UnexpectedRows.class)
                    .hasMessage("row 1 is of turbine_id T 2 of source test, turbine T 1, which was asked for");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sensors", "columns", "pages"})
    void aServiceThatIsBeingWorkedOnIsUnavailable(String dialect) {
        broken(
                SourceFailure.Unavailable.class,
                dialect,
                "<html>soon",
                "the source sent HTML instead of JSON: <html>soon");
        broken(SourceFailure.Overburdened.class, dialect, "", "the source's answer is empty");
    }

    private static void broken(Class<? extends SourceFailure> kind, String dialect, String answer, String message) {
        assertThatThrownBy(() -> TestSource.read(dialect, 200, answer))
                .isInstanceOf(kind)
                .hasMessageContaining(message);
    }
}
