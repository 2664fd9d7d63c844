package dev.catavento.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings as they are written, right and wrong. */
class HttpDefaultsTest {
    @Test
    void nothingNeedsToBeSet() {
        var defaults = from(Map.of());
        assertThat(defaults.proxy()).isEmpty();
        assertThat(defaults.caFile()).isEmpty();
        assertThat(defaults.userAgent())
                .startsWith("Catavento/1 (open wind-fleet pipeline; Java ")
                .endsWith(")");
    }

    @Test
    void aContactIsSaidAndCannotBreakTheHeader() {
        assertThat(from(Map.of("CATAVENTO_HTTP_CONTACT", "eólica@example.org\r\n(x)"))
                        .userAgent())
                .endsWith("; contact: e?lica@example.org???x?)");
    }

    @Test
    void aProxyIsHostAndPort() {
        var proxy = from(Map.of("CATAVENTO_HTTP_PROXY", "http://proxy.example:3128/"))
                .proxy();
        assertThat(proxy).hasValueSatisfying(address -> {
            assertThat(address.getHostString()).isEqualTo("proxy.example");
            assertThat(address.getPort()).isEqualTo(3128);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CATAVENTO_HTTP_PROXY, proxy:3128",
        "CATAVENTO_HTTP_PROXY, http://me:secret@proxy:3128",
        "CATAVENTO_HTTP_PROXY, https://proxy:3128",
        "CATAVENTO_HTTP_CA_FILE, /no/such/file",
    })
    void whatIsWrongIsNamed(String variable, String value) {
        assertThatThrownBy(() -> from(Map.of(variable, value))).isInstanceOfSatisfying(TaskException.class, wrong -> {
            assertThat(wrong.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            assertThat(wrong.getMessage()).contains(variable).doesNotContain("secret");
        });
    }

    private static HttpDefaults from(Map<String, String> environment) {
        return HttpDefaults.from(new Settings(environment, "extract-test"), "Catavento/1", 4, Duration.ofSeconds(9));
    }
}
