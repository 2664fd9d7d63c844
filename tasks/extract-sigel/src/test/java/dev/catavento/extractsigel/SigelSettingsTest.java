package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults, and the URL in its forms. */
class SigelSettingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void byDefaultAneelIsAskedPolitely() {
        var sigel = SigelSettings.from(new Settings(Map.of(), "extract-sigel"));
        assertThat(sigel.url())
                .isEqualTo("https://sigel.aneel.gov.br/arcgis/rest/services/PORTAL/WFS/MapServer/0")
                .isEqualTo(sigel.sourceId());
        assertThat(sigel.parallel()).isEqualTo(4);
        assertThat(sigel.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(sigel.total()).isEqualTo(Duration.ofMinutes(15));
        assertThat(sigel.archive()).isFalse();
        assertThat(sigel.tls()).isTrue();
    }

    @Test
    void anArchiveIsOneSourceWhateverTheDay() {
        var sigel = from("http://Archive.Example:8080/{day}/layer/0/");
        assertThat(sigel.archive()).isTrue();
        assertThat(sigel.tls()).isFalse();
        assertThat(sigel.address(DAY)).hasToString("http://Archive.Example:8080/2026-03-01/layer/0");
        assertThat(sigel.sourceId()).isEqualTo("http://archive.example:8080/{day}/layer/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigel.aneel.gov.br/0",
                "ftp://host/0",
                "http:///0",
                "http://me:secret@host/0",
                "http://host/0?token=secret",
                "http://host/0#secret",
            })
    void anythingElseIsRefusedWithoutRepeatingASecret(String url) {
        assertThatThrownBy(() -> from(url))
                .isInstanceOf(TaskException.class)
                .hasMessageContaining("CATAVENTO_SIGEL_URL")
                .hasMessageNotContaining("secret");
    }

    private static SigelSettings from(String url) {
        return SigelSettings.from(new Settings(Map.of("CATAVENTO_SIGEL_URL", url), "extract-sigel"));
    }
}
