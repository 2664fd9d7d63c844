package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader of the sources may rely on. */
class SourceStyleTest {
    private static final Pattern SQL = Pattern.compile(
            "\"[^\"]*\\b(SELECT .* FROM|INSERT INTO|DELETE FROM|UPDATE \\w+\\.\\w+ SET|CREATE (TEMP )?TABLE)\\b");
    private static final Path SIMULATED_TABLE =
            Path.of("source-simulator/src/main/java/dev/catavento/simulator/telemetry/stored/SampleTable.java");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:abstract |final |sealed |non-sealed )*(?:class|interface|record|enum) (\\w+)");

    @Test
    void halfOfTheFilesAreUnder65LinesAndNineInTenUnder200() {
        var lengths = JavaSources.main().stream()
                .map(file -> JavaSources.text(file).lines().count())
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() / 2)).isLessThan(65);
        assertThat(lengths.get(lengths.size() * 9 / 10)).isLessThan(200);
    }

    /** The simulated source has a database of its own, as a real one has: its one table is no part of a store. */
    @Test
    void sqlStandsInTheStoreOnly() {
        assertThat(JavaSources.main())
                .filteredOn(file ->
                        !file.startsWith("store") && !file.startsWith("test-support") && !file.equals(SIMULATED_TABLE))
                .allSatisfy(
                        file -> assertThat(SQL.matcher(JavaSources.text(file)).find())
                                .as("SQL in %s", file)
                                .isFalse());
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(JavaSources.main()).allSatisfy(file -> {
            var type = PUBLIC_TYPE.matcher(JavaSources.text(file));
            while (type.find()) {
                assertThat(documented(file, type.start()))
                        .as("Javadoc of %s in %s", type.group(1), file)
                        .isTrue();
            }
        });
    }

    private static boolean documented(Path file, int typeAt) {
        var before = JavaSources.text(file).substring(0, typeAt).stripTrailing();
        int comment = before.lastIndexOf("*/");
        return comment >= 0 && before.substring(comment + 2).lines().skip(1).allMatch(SourceStyleTest::annotation);
    }

    /** Between a type and its comment stand only annotations, some over several lines. */
    private static boolean annotation(String line) {
        return !line.isBlank() && !line.endsWith(";");
    }
}
