package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An answer larger than any memory: it is read, kept and computed while it comes. {@code -Dcatavento.huge-megabytes=5000} makes
 * it 5 GB: 63 s and 224 MB of memory, where 400 MB took 222 MB.
 */
class TelemetryHugeAnswerIT {
    private static final int MEGABYTES = Integer.getInteger("catavento.huge-megabytes", 300);
    private static final int ROWS = 86_400;
    private static final long MOST_KILOBYTES = 300_000;

    @TempDir
    private Path folder;

    @Test
    void streamsToItsEndInFlatMemory() throws Exception {
        var store = PostgisServer.shared().newStore();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", TelemetryHugeAnswerIT::answer);
        server.start();
        try {
            var sources = Files.writeString(folder.resolve("sources.yaml"), """
                    sources:
                      - name: huge
                        kind: samples
                        dialect: sensors
                        address: http://127.0.0.1:%d
                        zone: "-03:00"
                        stamps: start
                        cadence: 1 s
                        turbine: A
                        signals:
                          wind_speed: {column: wind_speed, stuck_after: 48 h}
                    """.formatted(
                            server.getAddress().getPort()));
            var task = new TaskProcess(store.environment()).with("CATAVENTO_SOURCES", sources.toString());
            long began = System.nanoTime();
            var running = task.start("downsample-telemetry", "--source", "huge", "--day", "2026-01-05");
            long most = peak(running.process());
            var ended = task.await(running);
            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            assertThat(ended.report().at("/rows/read").asInt()).isEqualTo(ROWS);
            assertThat(ended.report().at("/rows/written").asInt()).isEqualTo(144);
            assertThat(Long.parseLong(store.value("SELECT sum(byte_count) FROM raw.page")))
                    .isGreaterThan(MEGABYTES * 1_000_000L);
            System.out.printf(
                    "an answer of %,d MB: %,d s, at most %,d MB of memory%n",
                    MEGABYTES, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), most / 1000);
            assertThat(most).as("kilobytes resident").isBetween(1L, MOST_KILOBYTES);
        } finally {
            server.stop(0);
        }
    }

    /** A row a second of the day, each with much that nobody asked for. */
    private static void answer(HttpExchange exchange) throws IOException {
        var ballast = "x".repeat((int) (MEGABYTES * 1_000_000L / ROWS));
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (int second = 0; second < ROWS; second++) {
                var row = "%s{\"timestamp\":\"2026-01-05T%02d:%02d:%02d\",\"note\":\"%s\",\"wind_speed\":%d.5}\n"
                        .formatted(
                                second == 0 ? "[" : ",",
                                second / 3600,
                                second / 60 % 60,
                                second % 60,
                                ballast,
                                second % 20);
                out.write(row.getBytes(StandardCharsets.US_ASCII));
            }
            out.write(']');
        }
    }

    /** The most that was resident, in kB, until the process ends. */
    private static long peak(Process process) throws IOException, InterruptedException {
        long most = 0;
        do {
            try {
                for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                    if (line.startsWith("VmHWM:")) {
                        most = Math.max(most, Long.parseLong(line.replaceAll("\\D", "")));
                    }
                }
            } catch (NoSuchFileException ended) {
                break;
            }
        } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
        return most;
    }
}
