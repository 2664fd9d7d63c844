package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sets of more than one page. */
class PagesDialectTest {
    private static final Pattern OFFSET = Pattern.compile("limit=(\\d+)&offset=(\\d+)");

    @Test
    void everyRowComesOnceInAsManyPagesAsNeeded() throws Exception {
        assertThat(read(86_400, 50_000, page -> 0)).containsExactly(86_400, 2);
        assertThat(read(50_000, 50_000, page -> 0)).containsExactly(50_000, 2);
        assertThat(read(99_999, 50_000, page -> 0)).containsExactly(99_999, 3);
        assertThat(read(1_440, 50_000, page -> 0)).containsExactly(1_440, 1);
    }

    @Test
    void aLimitOfTheSourcesOwnIsNoticed() throws Exception {
        assertThat(read(2_500, 1_000, page -> 0)).containsExactly(2_500, 3);
        assertThat(read(1_000, 50_000, page -> 0)).containsExactly(1_000, 2);
    }

    @Test
    void rowsThatRepeatOrVanishBetweenPagesAreNoticed() {
        assertThatThrownBy(() -> read(86_400, 50_000, page -> 1))
                .isInstanceOf(SourceFailure.UnexpectedRows.class)
                .hasMessage("source test, turbine T 1: the page at offset 49999 begins with t50000"
                        + " and not with the last row of the page before, t49999");
        assertThatThrownBy(() -> read(86_400, 50_000, page -> -7))
                .isInstanceOf(SourceFailure.UnexpectedRows.class)
                .hasMessageContaining("begins with t49992");
        assertThatThrownBy(() -> read(50_000, 50_000, page -> 3))
                .isInstanceOf(SourceFailure.UnexpectedRows.class)
                .hasMessageContaining("the page at offset 49999 is empty");
    }

    @Test
    void aPageOfMoreRowsThanAskedForIsNoticed() {
        assertThatThrownBy(() -> read(60_000, 60_000, page -> 0))
                .isInstanceOf(SourceFailure.UnexpectedRows.class)
                .hasMessageContaining("holds more than the 50000 rows");
    }

    /**
     * Reads a set from a server that sends at most so many rows, whatever was asked for.
     *
     * @param shift of the rows on each page but the first
     * @return rows, requests
     */
    private static int[] read(int rows, int most, IntUnaryOperator shift) throws InterruptedException {
        try (var server = new CannedServer((exchange, query) -> {
            var asked = OFFSET.matcher(query);
            if (!asked.find()) {
                throw new IOException(query);
            }
            int offset = Integer.parseInt(asked.group(2));
            int from = offset + (offset == 0 ? 0 : shift.applyAsInt(offset));
            CannedServer.send(exchange, 200, page(from, Math.min(rows, from + most)));
        })) {
            var got = TestSource.read(TestSource.request(server, "pages", Optional.empty()));
            assertThat(got.rows()).doesNotHaveDuplicates();
            return new int[] {got.rows().size(), server.asked().size()};
        }
    }

    private static String page(int from, int to) {
        var page = new StringBuilder("[");
        for (int i = from; i < to; i++) {
            page.append(i == from ? "" : ",").append("{\"timestamp\":\"t").append(i);
            page.append("\",\"wind_speed\":").append(i % 30).append(",\"power\":null}");
        }
        return page.append("]").toString();
    }
}
