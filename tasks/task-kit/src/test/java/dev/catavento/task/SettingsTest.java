package dev.catavento.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void aTasksOwnValueWinsOverTheCommonOne() {
        var environment = Map.of("CATAVENTO_DB_USER", "common", "CATAVENTO_DB_USER_LOAD", "loader");
        assertThat(new Settings(environment, "load-postgis").get(Setting.DB_USER))
                .isEqualTo("loader");
        assertThat(new Settings(environment, "export-tableau").get(Setting.DB_USER))
                .isEqualTo("common");
    }

    @Test
    void anEmptyValueIsAsGoodAsNone() {
        var settings = new Settings(Map.of("CATAVENTO_SIGEL_PARALLEL", " "), "extract-sigel");
        assertThat(settings.getInteger(Setting.SIGEL_PARALLEL, 1, 4)).isEqualTo(4);
        assertThatThrownBy(() -> settings.get(Setting.DB_URL)).hasMessage("CATAVENTO_DB_URL is not set");
    }

    @Test
    void whatIsOutOfRangeOrNoNumberIsSaid() {
        for (var wrong : List.of("0", "5", "four")) {
            var settings = new Settings(Map.of("CATAVENTO_SIGEL_PARALLEL", wrong), "extract-sigel");
            assertThatThrownBy(() -> settings.getInteger(Setting.SIGEL_PARALLEL, 1, 4))
                    .isInstanceOfSatisfying(TaskException.class, e -> {
                        assertThat(e.getMessage()).isEqualTo("CATAVENTO_SIGEL_PARALLEL is '" + wrong + "'");
                        assertThat(e.hint()).isEqualTo("give a whole number from 1 to 4");
                    });
        }
    }

    @Test
    void aUrlNeedsSchemeAndHost() {
        for (var wrong : List.of("sigel.aneel.gov.br/x", "ftp://host/x", "http:///x", "http://a b/")) {
            var settings = new Settings(Map.of("CATAVENTO_SIGEL_URL", wrong), "extract-sigel");
            assertThatThrownBy(() -> settings.getUrl(Setting.SIGEL_URL))
                    .hasMessageContaining("is not a URL: '" + wrong + "'");
        }
        var archive = new Settings(Map.of("CATAVENTO_SIGEL_URL", "http://h:1/archive/{day}/0/"), "extract-sigel");
        assertThat(archive.getUrl(Setting.SIGEL_URL)).isEqualTo("http://h:1/archive/{day}/0");
    }

    @Test
    void aUrlThatIsUsedWholeKeepsItsEndAndASecretOneIsNotShown() {
        var hook = new Settings(Map.of("CATAVENTO_ALERT_WEBHOOK_URL", " https://h/hook/s3cret/ "), "watch-store");
        assertThat(hook.getWholeUrl(Setting.ALERT_WEBHOOK_URL)).hasToString("https://h/hook/s3cret/");
        for (var wrong : List.of("h/s3cret", "https://h/s3cret path", "https:///s3cret", "https://h/{s3cret}")) {
            var settings = new Settings(Map.of("CATAVENTO_ALERT_WEBHOOK_URL", wrong), "watch-store");
            assertThatThrownBy(() -> settings.getWholeUrl(Setting.ALERT_WEBHOOK_URL))
                    .hasMessage("CATAVENTO_ALERT_WEBHOOK_URL is not a URL");
        }
    }

    @Test
    void anUnknownVariableIsRefusedWithTheNearestRightOne() {
        assertThatThrownBy(() -> UnknownSettings.refuse(List.of("PATH", "CATAVENTO_DB_URI")))
                .isInstanceOfSatisfying(TaskException.class, e -> {
                    assertThat(e.getMessage()).isEqualTo("unknown environment variable CATAVENTO_DB_URI");
                    assertThat(e.hint()).startsWith("did you mean CATAVENTO_DB_URL?");
                });
        UnknownSettings.refuse(List.of("CATAVENTO_DB_URL", "CATAVENTO_DB_URL_LOAD", "CATAVENTO_SECRET_X", "HOME"));
    }

    @Test
    void onlyCredentialsOfSourcesCanBeHadByTheirVariable() {
        var settings = new Settings(
                Map.of("CATAVENTO_SECRET_X", " abc\n", "CATAVENTO_SECRET_EMPTY", " ", "CATAVENTO_DB_PASSWORD", "p"),
                "downsample-telemetry");
        assertThat(settings.findSecret("CATAVENTO_SECRET_X")).contains("abc");
        assertThat(settings.findSecret("CATAVENTO_SECRET_EMPTY")).isEmpty();
        assertThat(settings.findSecret("CATAVENTO_SECRET_Y")).isEmpty();
        assertThat(settings.findSecret("CATAVENTO_DB_PASSWORD")).isEmpty();
    }
}
