package dev.catavento.exporttableau.table;

import java.util.function.Function;

/**
 * A column of an exported table: the one place its name, unit, meaning and value come from.
 *
 * @param unit symbol, or empty for none
 * @param value takes the value out of a row: null, String, Double, Integer, Long, Boolean, Instant, LocalDateTime
 *     or LocalDate, fitting the type; a column that the database writes itself gives null
 */
public record Column<R>(String name, ColumnType type, String unit, Words title, Words meaning, Function<R, ?> value) {

    public Object in(R row) {
        return value.apply(row);
    }
}
