package dev.catavento.exporttableau.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads the words of a table's columns from the {@code .tsv} beside this class and joins each with its value. */
final class Columns {
    private Columns() {}

    /** @param values by column name; empty for a table that the database writes itself */
    static <R> List<Column<R>> of(String table, Map<String, Function<R, ?>> values) {
        return of(table, Map.of(), values);
    }

    /** @param words what is put into the place of {…} in the table's words */
    static <R> List<Column<R>> of(String table, Map<String, String> words, Map<String, Function<R, ?>> values) {
        try (var lines = open(table)) {
            return lines.lines()
                    .skip(1)
                    .map(line -> filled(line, words))
                    .map(line -> Columns.<R>column(line.split("\t", -1), values))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String line, Map<String, String> words) {
        var filled = line;
        for (var word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }

    private static <R> Column<R> column(String[] cells, Map<String, Function<R, ?>> values) {
        var value = values.isEmpty() ? (Function<R, ?>) row -> null : values.get(cells[0]);
        return new Column<>(
                cells[0],
                ColumnType.valueOf(cells[1]),
                cells[2],
                new Words(cells[3], cells[4]),
                new Words(cells[5], cells[6]),
                Objects.requireNonNull(value, cells[0]));
    }

    private static BufferedReader open(String table) {
        var file = Objects.requireNonNull(Columns.class.getResourceAsStream(table + ".tsv"), table);
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
}
