package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import dev.catavento.testsupport.ProjectFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A source's token, by the variable that it names. */
class TelemetryHttpTest {
    private static final TelemetrySource WITH_TOKEN = SourcesFile.read(
                    ProjectFiles.root().resolve("docs/sources-example/sources.yaml"))
            .get(1);

    @Test
    void theTokenIsTheVariables() throws Exception {
        try (var server = new CannedServer((exchange, query) -> CannedServer.send(
                        exchange, 200, exchange.getRequestHeaders().getFirst("Authorization")));
                var http = TelemetryHttp.open(
                        WITH_TOKEN,
                        new Settings(Map.of("CATAVENTO_SECRET_SERRA", "abc\n"), "downsample-telemetry"),
                        Connections.defaults(),
                        Connections.retry())) {
            assertThat(new String(http.get(server.url()).body())).isEqualTo("Bearer abc");
        }
    }

    @Test
    void aVariableWithoutATokenIsNamedAndNotShown() {
        refused(Map.of(), "CATAVENTO_SECRET_SERRA, which source serra-7 names, is not set");
        refused(
                Map.of("CATAVENTO_SECRET_SERRA", "two words"),
                "CATAVENTO_SECRET_SERRA, which source serra-7 names, holds no token");
    }

    private static void refused(Map<String, String> environment, String message) {
        assertThatThrownBy(() -> TelemetryHttp.open(
                        WITH_TOKEN,
                        new Settings(environment, "downsample-telemetry"),
                        Connections.defaults(),
                        Connections.retry()))
                .isInstanceOf(TaskException.class)
                .hasMessage(message);
    }
}
