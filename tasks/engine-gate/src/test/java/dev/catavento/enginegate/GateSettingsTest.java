package dev.catavento.enginegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.enginegate.create.HostFolders;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSettingsTest {

    @Test
    void whatIsNotSetLetsNothingThrough() {
        var settings = of(Map.of());
        assertThat(settings.address()).hasToString("127.0.0.1:2375");
        assertThat(settings.images()).isEmpty();
        assertThat(settings.networks()).isEmpty();
        assertThat(settings.folders()).isEqualTo(HostFolders.NONE);
    }

    @Test
    void listsAreSeparatedByCommas() {
        assertThat(of(Map.of("CATAVENTO_GATE_IMAGES", "catavento/b:1, registry:5000/catavento/a:2"))
                        .images())
                .containsExactly("catavento/b:1", "registry:5000/catavento/a:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CATAVENTO_GATE_IMAGES   | debian:13
            CATAVENTO_GATE_IMAGES   | catavento/a
            CATAVENTO_GATE_IMAGES   | catavento/*:1
            CATAVENTO_GATE_IMAGES   | catavento/a@sha256:00
            CATAVENTO_GATE_IMAGES   | evil/x/catavento/a:1
            CATAVENTO_GATE_IMAGES   | catavento/a:1,,catavento/b:1
            CATAVENTO_GATE_NETWORKS | host
            CATAVENTO_GATE_NETWORKS | container:postgis
            CATAVENTO_GATE_BINDS    | exports
            CATAVENTO_GATE_BINDS    | /
            CATAVENTO_GATE_BINDS    | /srv/../etc
            CATAVENTO_GATE_BINDS    | /srv//exports
            CATAVENTO_GATE_BINDS    | /srv/exports/
            CATAVENTO_GATE_BINDS    | /srv/exports/.
            CATAVENTO_GATE_SOURCES  | sources
            CATAVENTO_GATE_SOURCES  | /srv/sources/
            CATAVENTO_GATE_SOURCES  | /srv/sources/../exports
            CATAVENTO_GATE_SOCKET   | docker.sock
            CATAVENTO_GATE_LISTEN   | gate.sock
            CATAVENTO_GATE_LISTEN   | /run/../gate.sock
            CATAVENTO_GATE_PORT     | 70000
            CATAVENTO_GATE_INSTANCE | a b
            """)
    void whatWouldOpenTheGateWiderIsAnError(String variable, String value) {
        assertThatThrownBy(() -> of(Map.of(variable, value)))
                .isInstanceOf(TaskException.class)
                .hasMessageContaining(variable);
    }

    private static GateSettings of(Map<String, String> environment) {
        return GateSettings.of(new Settings(environment, "engine-gate"));
    }
}
