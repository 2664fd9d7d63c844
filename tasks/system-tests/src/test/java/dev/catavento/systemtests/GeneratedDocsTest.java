package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.domain.FleetRule;
import dev.catavento.domain.Severity;
import dev.catavento.domain.telemetry.TelemetryRule;
import dev.catavento.source.telemetry.KnownSignal;
import dev.catavento.source.telemetry.SignalKey;
import dev.catavento.source.telemetry.SourceKey;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.ExitCode;
import dev.catavento.task.Setting;
import dev.catavento.testsupport.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Pages that list what the code knows are written by it; {@code -Dcatavento.write-docs=true} writes them, a plain run
 * fails where a page differs.
 */
class GeneratedDocsTest {

    private static final String RULES_HEAD = "| rule | severity | meaning | significado |\n|---|---|---|---|\n";

    @Test
    void configuration() throws IOException {
        var page = new StringBuilder(
                "# Configuration\n\nEnvironment variables; `.env` may hold them, values given win. An unknown"
                        + " `CATAVENTO_` variable is an error.\nGenerated from `Setting`.\n\n");
        page.append("| variable | default | meaning |\n|---|---|---|\n");
        for (var setting : Setting.values()) {
            page.append("| `").append(setting.variable()).append("` | ");
            page.append(setting.byDefault() == null ? "" : "`" + setting.byDefault() + "`");
            page.append(" | ").append(setting.meaning());
            page.append(setting.secret() ? " Secret: never in a log. |\n" : " |\n");
        }
        page.append(
                "\nPer task: `CATAVENTO_DB_URL`, `CATAVENTO_DB_USER` and `CATAVENTO_DB_PASSWORD` may carry a suffix that holds for"
                        + " one task only: ");
        page.append(new TreeSet<>(Setting.TASK_SUFFIXES)
                .stream().map(suffix -> "`_" + suffix + "`").collect(Collectors.joining(", ")));
        page.append(".\nCredentials that `sources.yaml` names begin with `")
                .append(Setting.SECRET_PREFIX)
                .append("`.\n");
        assertPage("docs/configuration.md", page.toString());
    }

    @Test
    void exitCodes() throws IOException {
        var page = new StringBuilder(
                "# Exit codes\n\nThe same for every task. Generated from `ExitCode` and `ErrorKind`.\n\n");
        page.append("| code | meaning | Airflow | kinds in the run report |\n|---|---|---|---|\n");
        for (var code : ExitCode.values()) {
            var kinds = Arrays.stream(ErrorKind.values())
                    .filter(kind -> kind.exitCode() == code)
                    .map(kind -> "`" + kind.word() + "`")
                    .collect(Collectors.joining(", "));
            page.append("| ")
                    .append(code.code())
                    .append(" | ")
                    .append(code.meaning())
                    .append(" | ");
            page.append(code.scheduler()).append(" | ").append(kinds).append(" |\n");
        }
        page.append("| other | a death the task did not choose: 137 killed, 143 terminated | retried, and named | |\n");
        assertPage("docs/exit-codes.md", page.toString());
    }

    @Test
    void rules() throws IOException {
        var page = new StringBuilder(
                "# Rules\n\nEach application is told in `out.data_issue`. Generated from `FleetRule` and"
                        + " `TelemetryRule`; a change of one is a new version.\n\n");
        page.append("## The wind fleet: `")
                .append(FleetRule.RULES_VERSION)
                .append("`\n\n")
                .append(RULES_HEAD);
        for (var rule : FleetRule.values()) {
            page.append(row(rule.word(), rule.severity(), rule.meaning(), rule.meaningPt()));
        }
        page.append("\n## Telemetry: `")
                .append(TelemetryRule.RULES_VERSION)
                .append("`\n\n")
                .append(RULES_HEAD);
        for (var rule : TelemetryRule.values()) {
            page.append(row(rule.word(), rule.severity(), rule.meaning(), rule.meaningPt()));
        }
        assertPage("docs/rules.md", page.toString());
    }

    private static String row(String word, Severity severity, String meaning, String meaningPt) {
        return "| `" + word + "` | " + severity.word() + " | " + meaning + " | " + meaningPt + " |\n";
    }

    @Test
    void keysOfSources() throws IOException {
        var page = ProjectFiles.root().resolve("docs/adding-a-source.md");
        var sources = new StringBuilder("| key | default | meaning |\n|---|---|---|\n");
        for (var key : SourceKey.values()) {
            sources.append("| `%s` | %s | %s |\n".formatted(key.word(), key.byDefault(), key.meaning()));
        }
        var signals = new StringBuilder("| key | default | meaning |\n|---|---|---|\n");
        for (var key : SignalKey.values()) {
            signals.append("| `%s` | %s | %s |\n".formatted(key.word(), key.byDefault(), key.meaning()));
        }
        var known = new StringBuilder("| signal | stored unit | tag | limits | resolution | stuck after |\n")
                .append("|---|---|---|---|---|---|\n");
        for (var signal : KnownSignal.values()) {
            known.append("| `%s`%s | %s | `%s` | %.0f to %.0f | %s | %d min |\n"
                    .formatted(
                            signal.word(),
                            signal.circular() ? " (circular)" : "",
                            signal.storedUnit(),
                            signal.tag(),
                            signal.min(),
                            signal.max(),
                            signal.resolution(),
                            signal.stuckAfter().toMinutes()));
        }
        var content = Files.readString(page);
        content = withPart(content, "SourceKey", sources);
        content = withPart(content, "KnownSignal", known);
        assertPage("docs/adding-a-source.md", withPart(content, "SignalKey", signals));
    }

    /** A page that people write, with its generated part renewed. */
    private static String withPart(String page, String from, CharSequence part) {
        var begin = "<!-- generated from " + from + " -->\n";
        int start = page.indexOf(begin) + begin.length();
        assertThat(start).as(begin).isGreaterThanOrEqualTo(begin.length());
        return page.substring(0, start) + part + page.substring(page.indexOf("<!-- end -->", start));
    }

    @Test
    void theExampleOfDotEnvNamesEverySettingAndNoOther() throws IOException {
        var example = Files.readString(ProjectFiles.root().resolve(".env.example"));
        var named = example.lines()
                .filter(line -> line.matches("#? ?CATAVENTO_\\w+=.*"))
                .map(line -> line.replaceFirst("^#? ?", "").replaceFirst("=.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .containsAll(Arrays.stream(Setting.values())
                        .filter(setting -> setting != Setting.REHEARSAL)
                        .map(Setting::variable)
                        .toList());
        assertThat(named).allMatch(GeneratedDocsTest::known);
    }

    private static boolean known(String variable) {
        return variable.startsWith(Setting.SECRET_PREFIX)
                || Arrays.stream(Setting.values())
                        .anyMatch(setting -> variable.equals(setting.variable())
                                || setting.perTask() && variable.startsWith(setting.variable() + "_"));
    }

    private static void assertPage(String name, String content) throws IOException {
        var page = ProjectFiles.root().resolve(name);
        if (Boolean.getBoolean("catavento.write-docs")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, content);
        }
        assertThat(page).hasContent(content);
    }
}
