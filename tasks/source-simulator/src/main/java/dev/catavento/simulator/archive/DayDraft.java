package dev.catavento.simulator.archive;

import dev.catavento.simulator.generated.Dice;
import dev.catavento.simulator.generated.Stamps;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A day in the making: the rows of the day before, and what is done to them. Each plant is touched once a day. */
final class DayDraft {

    private static final int MOST_TRIES = 400;

    private final DayState before;
    private final LocalDate day;
    private final Dice dice;
    private final SourceRow[] rows;
    private final BitSet gone = new BitSet();
    private final List<SourceRow> added = new ArrayList<>();
    private final List<DayState.Absence> absent;
    private final List<Edit> edits = new ArrayList<>();
    private final Set<Integer> touched = new HashSet<>();

    DayDraft(DayState before, LocalDate day, Dice dice) {
        this.before = before;
        this.day = day;
        this.dice = dice;
        this.rows = before.fleet().rows().clone();
        this.absent = new ArrayList<>(before.absent());
    }

    Dice dice() {
        return dice;
    }

    int number() {
        return before.number() + 1;
    }

    SourceRow row(int index) {
        return rows[index];
    }

    /** Rows of a plant not yet touched today that has a row like this; empty where chance found none. */
    List<Integer> pickPlant(Predicate<SourceRow> wanted) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int i = dice.below(rows.length);
            int plantId = before.plantIds()[i];
            if (plantId != 0 && wanted.test(rows[i]) && touched.add(plantId)) {
                return rowsOf(plantId);
            }
        }
        return List.of();
    }

    /** One row like this of a plant not yet touched today, or −1. */
    int pickRow(Predicate<SourceRow> wanted) {
        for (int i : pickPlant(wanted)) {
            if (wanted.test(rows[i])) {
                return i;
            }
        }
        return -1;
    }

    private List<Integer> rowsOf(int plantId) {
        int[] plantIds = before.plantIds();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < plantIds.length; i++) {
            if (plantIds[i] == plantId) {
                found.add(i);
            }
        }
        return found;
    }

    void replace(int index, SourceRow now, EditKind kind) {
        edits.add(Edit.ofRow(day, kind, before.fleet().objectIds()[index], rows[index], now));
        rows[index] = now;
    }

    void remove(int index, EditKind kind) {
        gone.set(index);
        edits.add(Edit.ofRow(day, kind, before.fleet().objectIds()[index], rows[index], null));
    }

    void removeUntil(int index, int backOn) {
        remove(index, EditKind.ABSENT);
        absent.add(new DayState.Absence(rows[index], backOn));
    }

    void add(SourceRow row, EditKind kind) {
        edits.add(Edit.ofRow(day, kind, before.nextObjectId() + added.size(), null, row));
        added.add(row);
    }

    /** Rows whose absence ends today. */
    List<SourceRow> takeReturning() {
        List<SourceRow> back = absent.stream()
                .filter(absence -> absence.backOn() == number())
                .map(DayState.Absence::row)
                .toList();
        absent.removeIf(absence -> absence.backOn() == number());
        return back;
    }

    /** The row with today's update stamp. */
    SourceRow stamped(SourceRow row) {
        return row.with(LayerField.DATA_ATUALIZACAO, Stamps.onDay(day, dice));
    }

    DayState finish() {
        Fleet old = before.fleet();
        int kept = old.size() - gone.cardinality();
        int size = kept + added.size();
        int[] ids = new int[size];
        int[] plantIds = new int[size];
        SourceRow[] all = new SourceRow[size];
        int from = 0;
        int to = 0;
        while (to < kept) {
            int end = gone.nextSetBit(from);
            int run = (end < 0 ? rows.length : end) - from;
            System.arraycopy(old.objectIds(), from, ids, to, run);
            System.arraycopy(before.plantIds(), from, plantIds, to, run);
            System.arraycopy(rows, from, all, to, run);
            to += run;
            from += run + 1;
        }
        for (int i = 0; i < added.size(); i++) {
            ids[to + i] = before.nextObjectId() + i;
            plantIds[to + i] = DayState.idOf(added.get(i));
            all[to + i] = added.get(i);
        }
        return new DayState(
                number(),
                new Fleet(ids, all, old.jitter()),
                plantIds,
                List.copyOf(edits),
                List.copyOf(absent),
                before.nextObjectId() + added.size());
    }
}
