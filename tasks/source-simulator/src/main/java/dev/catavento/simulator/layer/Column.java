package dev.catavento.simulator.layer;

/**
 * A field as the layer shows it just now: a fault may have renamed, retyped or invented it.
 *
 * @param length declared length, 0 for none
 */
public record Column(String name, FieldType type, String alias, int length, Cell cell) {

    /** Reads the column's value of one row. */
    @FunctionalInterface
    public interface Cell {
        Object read(Fleet fleet, int row);
    }

    static Column of(LayerField field) {
        Cell cell = field == LayerField.OBJECTID
                ? (fleet, row) -> fleet.objectIds()[row]
                : (fleet, row) -> fleet.rows()[row].get(field);
        return new Column(field.name(), field.type(), field.alias(), field.length(), cell);
    }

    public Object read(Fleet fleet, int row) {
        return cell.read(fleet, row);
    }
}
