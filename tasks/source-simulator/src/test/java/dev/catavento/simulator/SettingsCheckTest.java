package dev.catavento.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "PORT,abc",
        "PORT,70000",
        "COPIES,0",
        "COPIES,13",
        "SEED,x",
        "LATENCY_MS,-1",
        "REPLAY,/no/such/folder",
        "HOST,no.such.host.invalid",
        "PROT,18080"
    })
    void aBadValueIsNamed(String name, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("CATAVENTO_SIMULATOR_PORT", "0"));
        environment.put("CATAVENTO_SIMULATOR_" + name, value);
        assertThat(SettingsCheck.problems(environment))
                .singleElement()
                .asString()
                .contains("CATAVENTO_SIMULATOR_" + name);
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(SettingsCheck.problems(Map.of("CATAVENTO_SIMULATOR_PORT", "" + taken.getLocalPort())))
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void aFolderWithoutARecording(@TempDir Path folder) {
        assertThat(SettingsCheck.problems(
                        Map.of("CATAVENTO_SIMULATOR_PORT", "0", "CATAVENTO_SIMULATOR_REPLAY", folder.toString())))
                .singleElement()
                .asString()
                .contains("no recorded fleet");
    }

    @Test
    void theProgramEndsWithOneLineAndCodeOne() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName());
        builder.environment().put("CATAVENTO_SIMULATOR_COPIES", "many");
        Process process = builder.start();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(error.lines().filter(line -> !line.startsWith("Picked up")))
                .singleElement()
                .asString()
                .contains("CATAVENTO_SIMULATOR_COPIES");
    }
}
