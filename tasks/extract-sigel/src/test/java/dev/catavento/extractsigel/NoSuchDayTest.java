package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.source.http.SourceFailure;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is an archive's word about a day, and what is only a wrong address. */
class NoSuchDayTest {
    @ParameterizedTest
    @CsvSource({
        "400, true, The archive has no day 1999-01-01, true",
        "400, true, Invalid URL, false",
        "400, false, no day 1999-01-01, false",
        "404, false, /archiv/1999-01-01 not found, false",
        "404, true, Service 1999-01-01 not found, false",
        "410, true, 1999-01-01 is gone, false",
    })
    void words(int code, boolean stated, String message, boolean noSuchDay) {
        var refused = new SourceFailure.Rejected(code, stated, message);
        assertThat(NoSuchDay.isSaidBy(refused, LocalDate.of(1999, 1, 1))).isEqualTo(noSuchDay);
    }
}
