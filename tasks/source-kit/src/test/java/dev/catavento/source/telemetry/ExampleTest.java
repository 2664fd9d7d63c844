package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.ProjectFiles;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example that people copy is right. */
class ExampleTest {
    @Test
    void theExampleIsReadAsItIs() {
        var folder = ProjectFiles.root().resolve("docs/sources-example");
        var sources = SourcesFile.read(folder.resolve("sources.yaml"));
        assertThat(sources).extracting(TelemetrySource::name).containsExactly("demo", "serra-7", "scada");
        var scada = sources.getLast();
        assertThat(scada.address()).isEqualTo(folder.resolve("scada/{day}.csv").toString());
        assertThat(scada.turbines())
                .containsEntry("WTG 02, north", Optional.empty())
                .hasSize(2);
        assertThat(scada.valueColumns()).startsWith("WS_avg", "WS_min").endsWith("P_std", "P_n");
    }
}
