package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.http.SourceHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding and fetching a day's file. */
class DayFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final String WHOLE = "PAR1" + "footer" + "\6\0\0\0" + "PAR1";

    private static final SourceHttp HTTP = Connections.patient();

    @TempDir
    Path folder;

    @Test
    void aFileInPlaceIsReadWhereItIs() throws Exception {
        var file = Files.writeString(folder.resolve("2026-05-01.csv"), "a");
        try (var found = find(folder + "/{day}.csv", "csv").orElseThrow()) {
            assertThat(found.path()).isEqualTo(file);
        }
        assertThat(file).exists();
        assertThat(find(folder + "/other-{day}.csv", "csv")).isEmpty();
        assertThatThrownBy(() -> find(folder + "/all-days.csv", "csv"))
                .isInstanceOf(SourceFailure.Unavailable.class)
                .hasMessage("there is no file " + folder + "/all-days.csv");
        Files.createDirectory(folder.resolve("d-2026-05-01"));
        assertThatThrownBy(() -> find(folder + "/d-{day}", "csv"))
                .isInstanceOf(SourceFailure.Misconfigured.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aFileOnAServerIsFetchedAndRemovedAfterwards() throws Exception {
        try (var server = CannedServer.always(200, WHOLE);
                var found = find(server.base() + "/{day}.parquet", "parquet").orElseThrow()) {
            assertThat(found.path()).hasContent(WHOLE);
            assertThat(found.origin()).isEqualTo(server.base() + "/2026-05-01.parquet");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFetchThatBreaksOffBeginsAnew() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new CannedServer((exchange, query) -> {
                    if (asked.incrementAndGet() == 1) {
                        exchange.sendResponseHeaders(200, 1000);
                        exchange.getResponseBody().write(new byte[500]);
                        exchange.getResponseBody().flush();
                        throw new IOException("cut");
                    }
                    CannedServer.send(exchange, 200, "short");
                });
                var found = find(server.base() + "/{day}.csv", "csv").orElseThrow()) {
            assertThat(found.path()).hasContent("short");
        }
    }

    @Test
    void aDayWithoutAFileIsNoFailure() throws Exception {
        try (var server = CannedServer.always(404, "")) {
            assertThat(find(server.base() + "/{day}.csv", "csv")).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aServerThatFailsLeavesNothing() {
        try (var server = CannedServer.always(503, "")) {
            assertThatThrownBy(() -> find(server.base() + "/{day}.csv", "csv"))
                    .isInstanceOf(SourceFailure.Unavailable.class);
            assertThat(server.asked()).hasSize(3);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aHalfWrittenParquetFileIsToldFromAWholeOneAndFromNone() throws Exception {
        for (var half :
                new String[] {"", "PA", "PAR1", "PAR1PAR1", "PAR1footer\6\0\0\0PAR", "PAR1footer\7\0\0\0PAR1"}) {
            parquet(half);
            assertThatThrownBy(() -> find(folder + "/{day}.parquet", "parquet"))
                    .as(half)
                    .isInstanceOf(SourceFailure.Unavailable.class)
                    .hasMessageContaining("2026-05-01.parquet is half written");
        }
        parquet("timestamp;power");
        assertThatThrownBy(() -> find(folder + "/{day}.parquet", "parquet"))
                .isInstanceOf(SourceFailure.BrokenAnswer.class)
                .hasMessageContaining("is not a Parquet file");
        parquet(WHOLE);
        assertThat(find(folder + "/{day}.parquet", "parquet")).isPresent();
    }

    @Test
    void aHalfWrittenFileThatWasFetchedDoesNotStay() {
        try (var server = CannedServer.always(200, "PAR1")) {
            assertThatThrownBy(() -> find(server.base() + "/{day}.parquet", "parquet"))
                    .isInstanceOf(SourceFailure.Unavailable.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void parquet(String content) throws IOException {
        Files.write(folder.resolve("2026-05-01.parquet"), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Optional<DayFile> find(String address, String dialect) throws InterruptedException {
        var source = TestSource.of(address, dialect, Optional.empty());
        return new DayFiles(HTTP, Connections.retry(), folder).find(source, DAY);
    }
}
