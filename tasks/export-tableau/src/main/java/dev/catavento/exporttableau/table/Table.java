package dev.catavento.exporttableau.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An exported table.
 *
 * @param name its name in the Data Package
 * @param key columns that together are different in every row, or none
 */
public record Table<R>(
        String name, String file, Words title, Words meaning, List<String> key, List<Column<R>> columns) {

    /** The columns of these names, in this order. */
    public List<Column<R>> columns(List<String> names) {
        Map<String, Column<R>> byName = columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
        return names.stream().map(byName::get).toList();
    }
}
