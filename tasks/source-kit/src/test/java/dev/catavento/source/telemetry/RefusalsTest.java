package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.task.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another status than 200 means, and for the run. */
class RefusalsTest {
    @ParameterizedTest
    @CsvSource({
        "400, SOURCE_CONTRACT",
        "404, SOURCE_CONTRACT",
        "422, SOURCE_CONTRACT",
        "401, CONFIGURATION",
        "403, CONFIGURATION",
        "302, SOURCE_UNAVAILABLE",
        "413, SOURCE_UNAVAILABLE",
        "429, SOURCE_UNAVAILABLE",
        "500, SOURCE_UNAVAILABLE",
        "503, SOURCE_UNAVAILABLE"
    })
    void aStatusHasItsMeaningForTheRun(int status, ErrorKind kind) {
        var failure = catchThrowableOfType(
                SourceFailure.class,
                () -> TestSource.read("sensors", status, "{\"detail\":\"start_date deve ser menor que end_date\"}"));
        assertThat(failure)
                .hasMessageStartingWith("source test answers " + status + " (start_date deve ser menor que end_date)");
        var fault = TelemetryFaults.asTaskException(failure);
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.hint()).isNotBlank();
    }

    @Test
    void brokenContractsAreRefusedForGood() {
        assertThat(TelemetryFaults.asTaskException(new SourceFailure.BrokenAnswer("x"))
                        .kind())
                .isEqualTo(ErrorKind.SOURCE_CONTRACT);
        assertThat(TelemetryFaults.asTaskException(new SourceFailure.UnexpectedRows("x"))
                        .kind())
                .isEqualTo(ErrorKind.SOURCE_INCOMPLETE);
    }

    @Test
    void aRefusalSaysWhereATokenGoes() {
        assertThatThrownBy(() -> TestSource.read("pages", 401, ""))
                .isInstanceOfSatisfying(
                        SourceFailure.Misconfigured.class,
                        e -> assertThat(e.hint())
                                .isEqualTo("name the variable of a token: credential: CATAVENTO_SECRET_…"));
    }
}
