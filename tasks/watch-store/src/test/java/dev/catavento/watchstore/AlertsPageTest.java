package dev.catavento.watchstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.Notice;
import dev.catavento.store.watch.Said;
import dev.catavento.task.Setting;
import dev.catavento.testsupport.ProjectFiles;
import dev.catavento.watchstore.notice.NoticeJson;
import dev.catavento.watchstore.notice.StoreIdentity;
import dev.catavento.watchstore.rules.IncidentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/alerts.md names every kind, every setting and every field of the JSON, and its example has the JSON's shape. */
class AlertsPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String page;

    AlertsPageTest() throws IOException {
        page = Files.readString(ProjectFiles.root().resolve("docs/alerts.md"));
    }

    @Test
    void everyKindHasItsRow() {
        assertThat(IncidentKind.values()).allSatisfy(kind -> assertThat(page).contains("\n| `" + kind.word() + "` | "));
    }

    @Test
    void everySettingIsNamed() {
        assertThat(Arrays.stream(Setting.values()).filter(s -> s.name().startsWith("ALERT_")))
                .hasSize(6)
                .allSatisfy(setting -> assertThat(page).contains("`" + setting.variable() + "`"));
    }

    @Test
    void theExampleHasTheShapeOfTheJsonAndEachFieldIsExplained() throws IOException {
        var example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(example.find()).isTrue();
        var real = JSON.readTree(NoticeJson.of(notice(), new StoreIdentity("production", false)));
        assertThat(fields(JSON.readTree(example.group(1)))).isEqualTo(fields(real));
        assertThat(fields(real)).allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }

    private static Notice notice() {
        var incident = new Incident(
                "k",
                "task-failed",
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                new Said("r", "r"),
                new Said("h", "h"),
                null);
        return new Notice(1, "opened", "webhook", Instant.EPOCH, null, null, incident);
    }

    private static List<String> fields(JsonNode json) {
        return json.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }
}
