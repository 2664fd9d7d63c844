package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked again, and that nothing of a failed answer stays. */
class PatientDialectTest {
    private static final String ROW = "{\"timestamp\":\"t1\",\"wind_speed\":1,\"power\":2}";

    @Test
    void anAnswerCutShortIsAskedForAnewWithNewSinks() throws Exception {
        var attempts = new ArrayList<TestSource>();
        try (var server = new CannedServer((exchange, query) -> {
            if (attempts.size() < 3) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write(("[" + ROW + ",").getBytes());
                exchange.getResponseBody().flush();
                throw new IOException("cut");
            }
            CannedServer.send(exchange, 200, "[" + ROW + "]");
        })) {
            var got = read(server, attempts);
            assertThat(got).isSameAs(attempts.getLast());
            assertThat(got.rows()).hasSize(1);
            assertThat(got.body()).isEqualTo("[" + ROW + "]");
            assertThat(attempts).hasSize(3);
        }
    }

    @Test
    void whatStaysBrokenComesOutAsItIs() {
        var attempts = new ArrayList<TestSource>();
        try (var server = CannedServer.always(200, "[" + ROW)) {
            assertThatThrownBy(() -> read(server, attempts)).isInstanceOf(SourceFailure.BrokenAnswer.class);
            assertThat(attempts).hasSize(3);
        }
    }

    @Test
    void aRefusalIsNotAskedAgain() {
        var attempts = new ArrayList<TestSource>();
        try (var server = CannedServer.always(422, "{\"detail\":\"metrics\"}")) {
            assertThatThrownBy(() -> read(server, attempts)).isInstanceOf(SourceFailure.Rejected.class);
            assertThat(attempts).hasSize(1);
        }
    }

    private static TestSource read(CannedServer server, List<TestSource> attempts) throws InterruptedException {
        return new PatientDialect(new SensorsDialect(), Connections.retry())
                .read(TestSource.request(server, "sensors", Optional.empty()), () -> {
                    attempts.add(new TestSource());
                    return attempts.getLast();
                });
    }
}
