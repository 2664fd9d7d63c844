package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import dev.catavento.testsupport.ProjectFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the sources come from. */
class TelemetrySourcesTest {
    private static final String URL = "CATAVENTO_TELEMETRY_URL";
    private static final String DIALECT = "CATAVENTO_TELEMETRY_DIALECT";
    private static final String SOURCES = "CATAVENTO_SOURCES";
    private static final String EXAMPLE =
            ProjectFiles.root().resolve("docs/sources-example/sources.yaml").toString();

    @Test
    void anAddressAndADialectAreOneSourceNamedDefault() {
        var source =
                sources(Map.of(URL, "http://127.0.0.1:1/", DIALECT, "pages")).get("default");
        assertThat(source.address()).isEqualTo("http://127.0.0.1:1");
        assertThat(source.askedTurbines()).containsExactly("default");
        assertThat(source.valueColumns()).containsExactly("wind_speed", "power", "ambient_temperature");
    }

    @Test
    void whatIsMissingOrWrongInTheShorthandIsNamed() {
        refused(Map.of(), "CATAVENTO_SOURCES is not set");
        refused(Map.of(URL, "http://a"), "CATAVENTO_TELEMETRY_DIALECT is not set");
        refused(Map.of(URL, "http://a", DIALECT, "page"), "CATAVENTO_TELEMETRY_DIALECT is 'page'");
        refused(Map.of(URL, "http://a/{day}", DIALECT, "pages"), "CATAVENTO_TELEMETRY_URL is 'http://a/{day}'");
        refused(Map.of(URL, "http://a", DIALECT, "csv"), "CATAVENTO_TELEMETRY_URL is 'http://a'");
        refused(Map.of(URL, "http://a", SOURCES, EXAMPLE), "CATAVENTO_TELEMETRY_URL is set beside CATAVENTO_SOURCES");
    }

    @Test
    void aSourceThatIsNotThereIsWrongUsage() {
        assertThatThrownBy(() -> sources(Map.of(SOURCES, EXAMPLE)).get("skada"))
                .isInstanceOfSatisfying(TaskException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.USAGE);
                    assertThat(e.getMessage()).isEqualTo("there is no source skada");
                    assertThat(e.hint()).isEqualTo("did you mean scada? allowed: demo, serra-7, scada");
                });
    }

    private static void refused(Map<String, String> environment, String message) {
        assertThatThrownBy(() -> sources(environment)).isInstanceOfSatisfying(TaskException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            assertThat(e.getMessage()).isEqualTo(message);
        });
    }

    private static TelemetrySources sources(Map<String, String> environment) {
        return TelemetrySources.from(new Settings(environment, "downsample-telemetry"));
    }
}
