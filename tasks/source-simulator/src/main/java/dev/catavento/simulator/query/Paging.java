package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerSchema;
import dev.catavento.simulator.layer.Mix;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts one page out of the selected rows. Without {@code orderByFields} a real server promises no order: here every
 * later page starts a few rows beside where it should, so that pages overlap and leave gaps while the number of rows
 * still adds up.
 */
public final class Paging {

    /** The most features the layer sends in one answer. */
    public static final int MAX_RECORD_COUNT = 1000;

    private static final int FARTHEST_SHIFT = 37;

    private Paging() {}

    public static RowPage page(Fleet fleet, LayerSchema schema, int[] selected, Parameters parameters) {
        Optional<String> orderBy = parameters.find("orderByFields");
        int[] rows = orderBy.map(text -> RowOrder.sort(selected, fleet, schema, text))
                .orElse(selected);
        int total = rows.length;
        int offset = Math.min(parameters.findCount("resultOffset").orElse(0), total);
        int asked = parameters.findCount("resultRecordCount").filter(n -> n > 0).orElse(MAX_RECORD_COUNT);
        int end = Math.min(total, offset + Math.min(asked, MAX_RECORD_COUNT));
        int[] page =
                orderBy.isPresent() || offset == 0 ? Arrays.copyOfRange(rows, offset, end) : shifted(rows, offset, end);
        return new RowPage(page, end < total);
    }

    private static int[] shifted(int[] rows, int offset, int end) {
        long hash = Mix.hash(offset, rows.length);
        int shift = 1 + (int) Math.floorMod(hash, FARTHEST_SHIFT);
        int[] page = new int[end - offset];
        for (int i = 0; i < page.length; i++) {
            int wanted = offset + i + ((hash & 1 << 20) == 0 ? shift : -shift);
            page[i] = rows[Math.floorMod(wanted, rows.length)];
        }
        return page;
    }
}
