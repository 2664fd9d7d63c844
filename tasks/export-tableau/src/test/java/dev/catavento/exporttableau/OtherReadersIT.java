package dev.catavento.exporttableau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catavento.testsupport.ProjectFiles;
import dev.catavento.testsupport.TaskProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An export as other people's programs read it: frictionless, pyarrow, openpyxl. They come with the Python that
 * {@code CATAVENTO_TEST_PYTHON} names, else with {@code .local/venv-test}.
 */
class OtherReadersIT {
    private static final Path SCRIPT = Path.of("tasks/export-tableau/src/test/python/verify_export.py");
    private static final Path TELEMETRY_SCRIPT = Path.of("tasks/export-tableau/src/test/python/verify_telemetry.py");

    @TempDir
    private Path exports;

    private Path python;

    @BeforeEach
    void findPython() throws Exception {
        var given = System.getenv("CATAVENTO_TEST_PYTHON");
        python = ProjectFiles.root().resolve(given == null || given.isBlank() ? ".local/venv-test/bin/python" : given);
        assumeTrue(Files.isExecutable(python), python + " is not there: CATAVENTO_TEST_PYTHON may name another");
        var packages = run(List.of("-c", "import frictionless, openpyxl, pyarrow"));
        assumeTrue(packages.isEmpty(), python + " lacks a package: " + packages);
    }

    @Test
    void theyReadTheFleet() throws Exception {
        assertThat(verified(false)).isEqualTo("verified");
    }

    @Test
    void theyReadThatADemoIsADemo() throws Exception {
        assertThat(verified(true)).isEqualTo("verified");
    }

    @Test
    void theyReadADayOfTelemetry() throws Exception {
        var ended = new TaskProcess(PublishedDay.of(5, true).environment())
                .with("CATAVENTO_EXPORT_DIR", exports.toString())
                .run("export-tableau", "--dataset", "telemetry", "--source", "demo", "--day", "2026-03-01");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(run(List.of(
                        ProjectFiles.root().resolve(TELEMETRY_SCRIPT).toString(),
                        exports.resolve("telemetry/demo/2026-03-01").toString(),
                        "demo")))
                .isEqualTo("verified");
    }

    private String verified(boolean demo) throws Exception {
        var ended = new TaskProcess(PublishedStore.of(3_000, demo).environment())
                .with("CATAVENTO_EXPORT_DIR", exports.toString())
                .run("export-tableau", "--dataset", "wind_fleet");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        var arguments = new ArrayList<>(List.of(
                ProjectFiles.root().resolve(SCRIPT).toString(),
                exports.resolve("wind_fleet/latest").toString()));
        if (demo) {
            arguments.add("demo");
        }
        return run(arguments);
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(python.toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }
}
