package dev.catavento.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both forms of the header, and what is neither. */
class RetryAfterTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, 0",
                "'', 0",
                "soon, 0",
                "0, 0",
                " 120 , 120",
                "-5, 0",
                "99999999999999, 0",
                "'Mon, 23 Nov 2026 10:00:30 GMT', 30",
                "'Mon, 23 Nov 2026 09:00:00 GMT', 0",
                "999999999, 31536000",
                "'Fri, 31 Dec 9999 23:59:59 GMT', 31536000",
            })
    void pauses(String header, long seconds) {
        assertThat(RetryAfter.parse(header, Instant.parse("2026-11-23T10:00:00Z")))
                .isEqualTo(Duration.ofSeconds(seconds));
    }
}
