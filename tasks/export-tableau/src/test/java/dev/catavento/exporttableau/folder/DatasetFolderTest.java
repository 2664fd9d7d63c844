package dev.catavento.exporttableau.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    private Path exports;

    private DatasetFolder folder;

    @BeforeEach
    void tidied() throws IOException {
        folder = new DatasetFolder(exports, "wind_fleet");
        folder.tidy();
    }

    @Test
    void aDraftBecomesTheDay() throws IOException {
        assertThat(publish("one")).isTrue();
        assertThat(names()).containsExactly("2026-03-01");
        assertThat(day()).hasContent("one");
    }

    @Test
    void theSameBytesLeaveTheDayUntouched() throws IOException {
        publish("one");
        var before = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(day(), before);
        assertThat(publish("one")).isFalse();
        assertThat(Files.getLastModifiedTime(day())).isEqualTo(before);
        assertThat(names()).containsExactly("2026-03-01");
    }

    @Test
    void otherBytesReplaceTheDayAndLeaveNothingBehind() throws IOException {
        publish("one");
        assertThat(publish("two")).isTrue();
        assertThat(day()).hasContent("two");
        assertThat(names()).containsExactly("2026-03-01");
    }

    @Test
    void aStrangeFileInTheDayMakesItAnother() throws IOException {
        publish("one");
        Files.writeString(day().resolveSibling("strange"), "");
        assertThat(publish("one")).isTrue();
        assertThat(day().resolveSibling("strange")).doesNotExist();
    }

    @Test
    void aDraftThatIsNotPublishedVanishes() throws IOException {
        folder.draft(DAY).close();
        assertThat(names()).isEmpty();
    }

    @Test
    void leftOversOfKilledRunsGo() throws IOException {
        publish("one");
        Files.createDirectories(at(".2026-03-01.00ff.tmp/deep"));
        Files.createDirectories(at(".2026-03-01.00ff.old"));
        Files.createSymbolicLink(at(".latest.link.tmp"), Path.of("2026-03-01"));
        folder.tidy();
        assertThat(names()).containsExactly("2026-03-01");
    }

    @Test
    void aDayMovedAsideByAKilledRunComesBack() throws IOException {
        publish("one");
        Files.move(at("2026-03-01"), at(".2026-03-01.00ff.old"));
        folder.tidy();
        assertThat(day()).hasContent("one");
    }

    @Test
    void latestIsARelativeLinkToTheNewestReleaseThoughAnOlderDay() throws IOException {
        publish("one");
        folder.latest().moveTo(DAY.plusDays(60));
        assertThat(folder.latest().pointsTo(DAY)).isFalse();
        folder.latest().moveTo(DAY);
        assertThat(Files.readSymbolicLink(at("latest"))).isEqualTo(Path.of("2026-03-01"));
        assertThat(folder.latest().pointsTo(DAY)).isTrue();
        assertThat(folder.latest().pointsTo(DAY.minusDays(1))).isFalse();
    }

    @Test
    void aLinkToADayThatIsGoneHasReachedNothing() throws IOException {
        Files.createSymbolicLink(at("latest"), Path.of("2027-01-01"));
        assertThat(folder.latest().pointsTo(DAY)).isFalse();
        folder.latest().moveTo(DAY);
        assertThat(Files.readSymbolicLink(at("latest"))).isEqualTo(Path.of("2026-03-01"));
    }

    @Test
    void aFolderInTheLinksPlaceIsNotTouched() throws IOException {
        Files.createDirectory(at("latest"));
        assertThatThrownBy(() -> folder.latest().moveTo(DAY)).isInstanceOf(NotLinkException.class);
        assertThat(at("latest")).isDirectory();
    }

    private boolean publish(String content) throws IOException {
        try (var draft = folder.draft(DAY)) {
            Files.writeString(draft.path("file"), content);
            return folder.publish(draft, DAY);
        }
    }

    private Path day() {
        return at("2026-03-01/file");
    }

    private Path at(String name) {
        return exports.resolve("wind_fleet").resolve(name);
    }

    private List<String> names() throws IOException {
        try (var entries = Files.list(exports.resolve("wind_fleet"))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
