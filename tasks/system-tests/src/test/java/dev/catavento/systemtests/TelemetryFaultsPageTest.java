package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of telemetry's faults names tests that there are, by names that are one test's only. */
class TelemetryFaultsPageTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test))\\.(\\w+)`");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    @Test
    void everyFaultHasATestThatIsThere() throws IOException {
        var there = new HashSet<String>();
        var types = new ArrayList<String>();
        try (var files = Files.walk(ProjectFiles.root().resolve("tasks"))) {
            files.filter(file -> file.toString().matches(".*/src/test/java/.*(IT|Test)\\.java"))
                    .forEach(file -> {
                        var type = file.getFileName().toString().replace(".java", "");
                        types.add(type);
                        METHOD.matcher(read(file)).results().forEach(method -> there.add(type + "." + method.group(1)));
                    });
        }
        var faults = Files.readAllLines(ProjectFiles.root().resolve("docs/telemetry-faults.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| fault "))
                .toList();
        assertThat(faults).hasSizeGreaterThan(20).allSatisfy(fault -> {
            var named = NAMED.matcher(fault)
                    .results()
                    .map(one -> one.group(1) + "." + one.group(2))
                    .toList();
            assertThat(named)
                    .isNotEmpty()
                    .allMatch(there::contains, "is there")
                    .allMatch(
                            name -> {
                                var type = name.substring(0, name.indexOf('.'));
                                return types.indexOf(type) == types.lastIndexOf(type);
                            },
                            "is one class's");
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
