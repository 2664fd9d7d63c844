package dev.catavento.downsampletelemetry.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T23:59:00, 2026-01-31T23:59:00",
        "2026-01-31 23:59:00, 2026-01-31T23:59:00",
        "2026-01-31 23:59, 2026-01-31T23:59:00",
        "2026-01-31T23:59:07.5, 2026-01-31T23:59:07.5",
        "2026-01-31T23:59:07.123456789, 2026-01-31T23:59:07.123456789",
        "2024-02-29T00:00:00, 2024-02-29T00:00:00",
        "2026-01-31T24:00:00, 2026-02-01T00:00:00",
    })
    void aStampWithoutAnOffsetIsLocal(String text, LocalDateTime local) {
        assertThat(StampText.parse(text)).isEqualTo(new StampText(local, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T23:59:00Z, Z",
        "2026-01-31T23:59:00-03:00, -03:00",
        "2026-01-31T23:59:00+05:30, +05:30",
        "2026-01-31T23:59:00+18:00, +18:00",
        "2026-01-31T23:59:00-0300, -03:00",
        "2026-01-31T23:59:00-03, -03:00",
        "2026-01-31 23:59Z, Z",
        "2026-01-31T23:59:00.000-03:00, -03:00",
    })
    void anOffsetIsKept(String text, String offset) {
        var local = LocalDateTime.of(2026, 1, 31, 23, 59);
        assertThat(StampText.parse(text)).isEqualTo(new StampText(local, ZoneOffset.of(offset)));
    }

    @Test
    void everyMomentIsReadAsItWasWritten() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var offset = ZoneOffset.ofTotalSeconds((random.nextInt(145) - 72) * 900);
            var at = OffsetDateTime.of(
                    LocalDateTime.ofEpochSecond(
                            random.nextLong(253_000_000_000L), random.nextInt(1_000_000_000), ZoneOffset.UTC),
                    offset);
            assertThat(StampText.parse(at.toString())).isEqualTo(new StampText(at.toLocalDateTime(), offset));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-01-31",
                "2026-02-31T00:00:00",
                "2026-02-29T00:00:00",
                "2026-13-01T00:00:00",
                "0000-01-01T00:00:00",
                "2026-01-31T",
                "2026-01-31T23",
                "2026-01-31T23:60:00",
                "2026-01-31T23:59:60",
                "2026-01-31T23:59:00.",
                "2026-01-31T23:59:00.1234567890",
                "2026-01-31T23:59:00,5",
                "2026-01-31T23:59:00-19:00",
                "2026-01-31T23:59:00-03:00 ",
                "2026-01-31T23:59:00-03:60",
                "2026/01/31T23:59:00",
                "31-01-2026T23:59:00",
                "2026-01-31T23:59:0x",
                "1769903940",
            })
    void whatIsNoStampIsRefused(String text) {
        assertThatThrownBy(() -> StampText.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
