package dev.catavento.watchstore.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.task.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "smtp://h, 25, false, OFFERED, ",
        "smtp://u:p@h, 587, false, OFFERED, p",
        "smtps://u:p@h, 465, true, OFFERED, p",
        "smtp://u:p@h:2525?starttls=required, 2525, false, REQUIRED, p",
        "smtp://h?starttls=never, 25, false, NEVER, ",
        "smtp://u:a%40b%3Ac+d@h, 587, false, OFFERED, a@b:c+d"
    })
    void portTlsAndLoginFollowFromTheUrl(
            String url, int port, boolean tls, SmtpAddress.StartTls startTls, String password) {
        var address = of(url);
        assertThat(address.host()).isEqualTo("h");
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.tls()).isEqualTo(tls);
        assertThat(address.startTls()).isEqualTo(startTls);
        assertThat(address.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "http://h", "smtp://", "smtp://u@h", "smtp://h?tls=on", "smtp://u:p w@h"})
    void anythingElseIsRefused(String url) {
        assertThatThrownBy(() -> of(url)).hasMessageContaining("CATAVENTO_ALERT_SMTP_URL is not a mail server's URL");
    }

    @Test
    void aRefusalShowsNoPassword() {
        assertThatThrownBy(() -> of("smtp://u:secret@h?tls=on")).message().doesNotContain("secret");
    }

    private static SmtpAddress of(String url) {
        return SmtpAddress.from(new Settings(Map.of("CATAVENTO_ALERT_SMTP_URL", url), "watch-store"));
    }
}
