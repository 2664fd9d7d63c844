package dev.catavento.simulator.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-31T12:00:00Z"), ZoneOffset.UTC);
    private static final Archive ARCHIVE = new Archive(2026, 1, NOW);

    private static LocalDate day(int number) {
        return Archive.FIRST_DAY.plusDays(number);
    }

    @Test
    void aDayIsTheSameInWhateverOrderDaysAreAsked() {
        Archive backwards = new Archive(2026, 1, NOW);
        for (int number : new int[] {47, 3, 31, 12}) {
            assertSame(backwards.on(day(number)), new Archive(2026, 1, NOW).on(day(number)));
        }
    }

    @Test
    void anotherSeedGoesAnotherWay() {
        assertThat(EditJson.of(new Archive(7, 1, NOW).edits(day(1)))).isNotEqualTo(EditJson.of(ARCHIVE.edits(day(1))));
    }

    @Test
    void theEditsAreTheDifference() {
        for (int number : new int[] {1, 2, 4, 9, 12, 25}) {
            assertThat(applied(ARCHIVE.on(day(number - 1)), ARCHIVE.edits(day(number))))
                    .isEqualTo(byId(ARCHIVE.on(day(number))));
        }
    }

    @Test
    void everyKindOfEditOccursWithinTheFirstTenDays() {
        Set<EditKind> kinds = EnumSet.noneOf(EditKind.class);
        for (int number = 1; number <= 10; number++) {
            ARCHIVE.edits(day(number)).forEach(edit -> kinds.add(edit.kind()));
        }
        assertThat(kinds).containsExactlyInAnyOrder(EditKind.values());
    }

    @Test
    void everyTenthDayOnlyNumbersAndTheLastDigitChange() {
        Fleet before = ARCHIVE.on(day(9));
        Fleet after = ARCHIVE.on(day(10));
        assertThat(ARCHIVE.edits(day(10)))
                .extracting(Edit::kind)
                .containsExactly(EditKind.RENUMBERED, EditKind.JITTERED);
        assertThat(Set.of(after.rows())).isEqualTo(Set.of(before.rows()));
        Map<SourceRow, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.rows()[i], i);
        }
        int sameNumber = 0;
        for (int i = 0; i < after.size(); i++) {
            int old = places.get(after.rows()[i]);
            sameNumber += before.objectIds()[old] == after.objectIds()[i] ? 1 : 0;
            assertThat(Math.abs(after.position(i).longitudeNano()
                            - before.position(old).longitudeNano()))
                    .isEqualTo(1);
            assertThat(Math.abs(after.position(i).latitudeNano()
                            - before.position(old).latitudeNano()))
                    .isEqualTo(1);
        }
        assertThat(sameNumber).isLessThan(20);
    }

    @Test
    void absentForThreeDaysThenBack() {
        List<Edit> gone = of(day(1), EditKind.ABSENT);
        assertThat(gone).isNotEmpty();
        for (Edit edit : gone) {
            for (int number = 1; number <= 3; number++) {
                assertThat(ARCHIVE.on(day(number)).rows()).doesNotContain(edit.before());
            }
            assertThat(ARCHIVE.on(day(4)).rows()).contains(edit.before());
        }
        assertThat(of(day(4), EditKind.RETURNED)).hasSameSizeAs(gone);
    }

    @Test
    void movesAreAsFarAsTheySay() {
        for (Edit edit : of(day(1), EditKind.MOVED_30_M)) {
            assertThat(metres(edit)).isCloseTo(30, within(0.2));
            assertThat(edit.after().get(LayerField.DEN_AEG))
                    .isEqualTo(edit.before().get(LayerField.DEN_AEG));
        }
        for (Edit edit : of(day(1), EditKind.MOVED_65_M_AND_RENAMED)) {
            assertThat(metres(edit)).isCloseTo(65, within(0.4));
            assertThat(edit.after().get(LayerField.DEN_AEG))
                    .isNotEqualTo(edit.before().get(LayerField.DEN_AEG));
        }
    }

    @Test
    void designationsAreRewrittenAndSwapped() {
        assertThat(of(day(1), EditKind.DESIGNATION_REWRITTEN)).isNotEmpty().allSatisfy(edit -> {
            String old = edit.before().text(LayerField.DEN_AEG);
            String now = edit.after().text(LayerField.DEN_AEG);
            assertThat(now).isEqualTo(old.substring(0, old.length() - 2) + "0" + old.substring(old.length() - 2));
        });
        List<Edit> swap = of(day(1), EditKind.DESIGNATIONS_SWAPPED);
        assertThat(swap).hasSize(2);
        assertThat(swap.get(0).after().text(LayerField.DEN_AEG))
                .isEqualTo(swap.get(1).before().text(LayerField.DEN_AEG));
    }

    @Test
    void objectIdsAreNotUsedTwiceWithinALoad() {
        Map<Integer, String> names = new HashMap<>();
        for (int number = 0; number < 10; number++) {
            Fleet fleet = ARCHIVE.on(day(number));
            for (int i = 0; i < fleet.size(); i++) {
                String name = fleet.rows()[i].text(LayerField.NOME_EOL);
                assertThat(names.merge(fleet.objectIds()[i], name, (old, now) -> old))
                        .isEqualTo(name);
            }
        }
    }

    @Test
    void daysOutsideAreRefused() {
        assertThatThrownBy(() -> ARCHIVE.on(LocalDate.of(2025, 12, 31)))
                .isInstanceOf(ArcGisException.class)
                .hasMessageContaining("begins on 2026-01-01");
        assertThatThrownBy(() -> ARCHIVE.on(LocalDate.of(2027, 1, 1)))
                .isInstanceOf(ArcGisException.class)
                .hasMessageContaining("ends on 2026-12-31");
        assertThat(ARCHIVE.edits(day(0))).isEmpty();
    }

    @Test
    void aLateDayIsMadeQuickly() {
        Archive fresh = new Archive(2026, 1, NOW);
        fresh.on(day(0));
        Instant start = Instant.now();
        fresh.on(day(330));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    private static List<Edit> of(LocalDate day, EditKind kind) {
        return ARCHIVE.edits(day).stream().filter(edit -> edit.kind() == kind).toList();
    }

    private static double metres(Edit edit) {
        Position a = edit.before().position();
        Position b = edit.after().position();
        double east = (a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(east, a.latitude() - b.latitude()) * 111_195;
    }

    private static void assertSame(Fleet one, Fleet other) {
        assertThat(one.objectIds()).isEqualTo(other.objectIds());
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            first.add(List.of(one.rows()[i].toMap(), one.position(i)));
            second.add(List.of(other.rows()[i].toMap(), other.position(i)));
        }
        assertThat(first.equals(second)).isTrue();
    }

    private static Map<Integer, SourceRow> byId(Fleet fleet) {
        Map<Integer, SourceRow> rows = new HashMap<>();
        for (int i = 0; i < fleet.size(); i++) {
            rows.put(fleet.objectIds()[i], fleet.rows()[i]);
        }
        return rows;
    }

    private static Map<Integer, SourceRow> applied(Fleet before, List<Edit> edits) {
        Map<Integer, SourceRow> rows = byId(before);
        for (Edit edit : edits) {
            if (edit.after() == null) {
                assertThat(rows.remove(edit.objectId())).isSameAs(edit.before());
            } else {
                assertThat(rows.put(edit.objectId(), edit.after())).isSameAs(edit.before());
            }
        }
        assertThat(Arrays.asList(rows.values().toArray())).doesNotContainNull();
        return rows;
    }
}
