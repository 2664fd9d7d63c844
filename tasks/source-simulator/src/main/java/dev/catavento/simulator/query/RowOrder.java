package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.LayerSchema;
import java.util.Comparator;
import java.util.stream.IntStream;

/** {@code orderByFields}: nulls first ascending, last descending; equal rows stay in the order of their OBJECTIDs. */
final class RowOrder {

    private RowOrder() {}

    static int[] sort(int[] rows, Fleet fleet, LayerSchema schema, String orderBy) {
        if (orderBy.equalsIgnoreCase(LayerField.OBJECTID.name())) {
            return rows;
        }
        Comparator<Integer> order = null;
        for (String part : orderBy.split(",")) {
            Comparator<Integer> next = comparator(fleet, schema, part.strip());
            order = order == null ? next : order.thenComparing(next);
        }
        return IntStream.of(rows).boxed().sorted(order).mapToInt(i -> i).toArray();
    }

    private static Comparator<Integer> comparator(Fleet fleet, LayerSchema schema, String part) {
        String[] words = part.split("\\s+");
        Column column = schema.find(words[0])
                .orElseThrow(() -> ArcGisException.badQuery("'orderByFields' parameter is invalid: " + part));
        Comparator<Object> values = Comparator.nullsFirst(RowOrder::compare);
        Comparator<Integer> ascending = Comparator.comparing(row -> column.read(fleet, row), values);
        if (words.length == 1 || words.length == 2 && words[1].equalsIgnoreCase("ASC")) {
            return ascending;
        }
        if (words.length == 2 && words[1].equalsIgnoreCase("DESC")) {
            return ascending.reversed();
        }
        throw ArcGisException.badQuery("'orderByFields' parameter is invalid: " + part);
    }

    private static int compare(Object a, Object b) {
        return a instanceof Number x && b instanceof Number y
                ? Double.compare(x.doubleValue(), y.doubleValue())
                : a.toString().compareTo(b.toString());
    }
}
