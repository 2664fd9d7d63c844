package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stamps the rows and brings them into the layer's order: the rows that share the common stamp first, in no order of
 * their own, then the others by age.
 */
final class StampedRows {

    /** Rows that share the common stamp. */
    private static final int COMMON_ROWS = 8626;

    private StampedRows() {}

    static SourceRow[] order(List<Plant> plants, List<SourceRow[]> rowsOfPlants, List<SourceRow> repeats, Dice dice) {
        List<Integer> byAge = new ArrayList<>();
        for (int i = 0; i < plants.size(); i++) {
            byAge.add(i);
        }
        byAge.sort(Comparator.comparing((Integer i) -> !plants.get(i).operates())
                .thenComparing(i -> plants.get(i).id() == null
                        ? Integer.MAX_VALUE
                        : plants.get(i).id()));
        List<SourceRow> common = new ArrayList<>();
        List<List<SourceRow>> later = new ArrayList<>();
        for (int i : byAge) {
            List<SourceRow> rows = List.of(rowsOfPlants.get(i));
            int room = Math.min(COMMON_ROWS - common.size(), rows.size());
            common.addAll(rows.subList(0, room));
            if (room < rows.size()) {
                later.add(rows.subList(room, rows.size()));
            }
        }
        dice.shuffle(common);
        List<SourceRow> all = new ArrayList<>();
        common.forEach(row -> all.add(row.with(LayerField.DATA_ATUALIZACAO, Stamps.COMMON)));
        List<Long> stamps = Stamps.others(dice);
        for (int i = 0; i < later.size(); i++) {
            Long stamp = stamps.get((int) ((long) i * stamps.size() / later.size()));
            later.get(i).forEach(row -> all.add(row.with(LayerField.DATA_ATUALIZACAO, stamp)));
        }
        for (SourceRow repeat : repeats) {
            long stamp = stamps.get(dice.below(stamps.size()));
            int at = COMMON_ROWS + dice.below(all.size() - COMMON_ROWS);
            all.add(at, repeat.with(LayerField.DATA_ATUALIZACAO, stamp));
        }
        return all.toArray(SourceRow[]::new);
    }
}
