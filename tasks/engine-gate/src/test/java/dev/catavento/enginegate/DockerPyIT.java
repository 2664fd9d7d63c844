package dev.catavento.enginegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catavento.testsupport.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client that Airflow uses, through the gate; with the Python of {@code CATAVENTO_TEST_PYTHON}, if it has docker-py. */
class DockerPyIT {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOperatorsCallsPass(boolean atSocketFile, @TempDir Path folder) throws Exception {
        assumeTrue(DockerCli.engineAnswers(), "no Docker engine answers");
        var given = System.getenv("CATAVENTO_TEST_PYTHON");
        var python = given == null || given.isBlank()
                ? ProjectFiles.root().resolve(".local/venv-test/bin/python").toString()
                : given;
        assumeTrue(
                Files.isExecutable(Path.of(python))
                        && run(python, "-c", "import docker").exitCode() == 0,
                python + " has no package docker: CATAVENTO_TEST_PYTHON may name another");
        var image = "catavento/gate-it-" + UUID.randomUUID().toString().substring(0, 8) + ":1";
        var demo = Files.createDirectories(folder.resolve("exports/demo"));
        DockerCli.buildShellImage(image);
        var settings = new HashMap<>(Map.of(
                "CATAVENTO_GATE_IMAGES", image,
                "CATAVENTO_GATE_BINDS", demo.getParent().toString(),
                "CATAVENTO_GATE_INSTANCE", image.replaceAll("\\W", "-")));
        if (atSocketFile) {
            settings.put("CATAVENTO_GATE_LISTEN", folder + "/gate.sock");
        }
        try (var gate = GateProcess.start(settings)) {
            var script = ProjectFiles.root().resolve("tasks/engine-gate/src/test/python/operator_calls.py");
            var url = atSocketFile ? "unix://" + folder + "/gate.sock" : "tcp://127.0.0.1:" + gate.port();
            var ended = run(python, script.toString(), url, image, demo.toString());
            assertThat(ended.exitCode()).as(ended.said()).isZero();
            assertThat(ended.said()).endsWith("done\n");
        } finally {
            DockerCli.removeAllOf(image);
        }
    }

    private record Ended(int exitCode, String said) {}

    private static Ended run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Arrays.asList(command))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
