package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.ProjectFiles;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What psql and programs say of the stable face: every view and column of schema out, as the dictionary's page says it. */
class CommentsIT {
    private static final Pattern COMMENT = Pattern.compile("(?<pt>.+) · (?<en>.+?)(?: \\[(?<unit>.+)])?");
    private static final Pattern ROW = Pattern.compile("\\| `(?<name>\\w+)` \\| [^|]* \\| (?<unit>[^|]*?) ?"
            + "\\| \\*\\*[^|]*?\\.\\*\\* (?<pt>[^|]*) \\| \\*\\*[^|]*?\\.\\*\\* (?<en>[^|]*) \\|");

    private static TestStore store;

    @BeforeAll
    static void migrated() {
        store = PostgisServer.shared().newStore();
    }

    @Test
    void everyViewAndColumnHasOneInBothLanguages() {
        var comments = store.rows("""
                SELECT c.relname || coalesce('.' || a.attname, '') AS of, coalesce(d.description, '') AS comment
                  FROM pg_class c
                  LEFT JOIN LATERAL (SELECT attname, attnum FROM pg_attribute
                                      WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                                      UNION ALL SELECT NULL, 0) a ON true
                  LEFT JOIN pg_description d
                    ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
                 WHERE c.relnamespace = 'out'::regnamespace AND c.relkind IN ('v', 'm', 'r', 'p', 'f')
                """);
        assertThat(comments).hasSizeGreaterThan(100);
        assertThat(comments)
                .allSatisfy(row -> assertThat(row.get("comment"))
                        .as("the comment on out.%s", row.get("of"))
                        .matches(COMMENT));
    }

    @ParameterizedTest
    @CsvSource({"wind_turbine, wind_turbine.parquet", "wind_farm, wind_farm.csv", "data_issue, issues.csv"})
    void thePageSaysTheSame(String view, String file) throws IOException {
        var page = page(file);
        var compared = 0;
        for (var row : store.rows("""
                SELECT attname AS column, col_description(attrelid, attnum) AS comment FROM pg_attribute
                 WHERE attrelid = 'out.%s'::regclass AND attnum > 0
                """.formatted(view))) {
            var said = page.get(row.get("column"));
            // a file has a point as bytes, or as two numbers
            if (said == null || row.get("column").equals("location")) {
                continue;
            }
            var comment = COMMENT.matcher(row.get("comment"));
            assertThat(comment.matches()).isTrue();
            // the page goes on where a file is not the view
            assertThat(said.pt()).startsWith(comment.group("pt"));
            assertThat(said.en()).startsWith(comment.group("en"));
            assertThat(comment.group("unit")).isEqualTo(said.unit().isEmpty() ? null : said.unit());
            compared++;
        }
        assertThat(compared).isGreaterThanOrEqualTo(10);
    }

    private record Said(String unit, String pt, String en) {}

    /** What the page says of a file's columns, by name. */
    private static Map<String, Said> page(String file) throws IOException {
        var page = Files.readString(ProjectFiles.root().resolve("docs/dictionary.md"));
        var section = page.split("## `" + Pattern.quote(file) + "`", 2)[1].split("\n## ", 2)[0];
        var said = new HashMap<String, Said>();
        var rows = ROW.matcher(section);
        while (rows.find()) {
            said.put(rows.group("name"), new Said(rows.group("unit"), rows.group("pt"), rows.group("en")));
        }
        return said;
    }
}
