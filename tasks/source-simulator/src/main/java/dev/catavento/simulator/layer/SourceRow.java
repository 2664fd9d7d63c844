package dev.catavento.simulator.layer;

import java.util.EnumMap;
import java.util.Map;

/**
 * One row of the layer in the source's own words, without its OBJECTID (the fleet of a day gives that). A value is a
 * Double, an Integer, a Long (epoch milliseconds) or a String according to the field's type, or null. Rows do not change:
 * an edit makes a new one.
 */
public final class SourceRow {

    private static final int WIDTH = LayerField.values().length;

    private final Object[] values;
    private final Position position;
    private volatile Object derived;

    private SourceRow(Object[] values, Position position) {
        this.values = values;
        this.position = position;
    }

    /** A row of these values; fields not named are null. A null position is a row without geometry. */
    public static SourceRow of(Map<LayerField, Object> values, Position position) {
        Object[] cells = new Object[WIDTH];
        values.forEach((field, value) -> cells[field.ordinal()] = value);
        return new SourceRow(cells, position);
    }

    public Object get(LayerField field) {
        return values[field.ordinal()];
    }

    public String text(LayerField field) {
        return (String) get(field);
    }

    public Double number(LayerField field) {
        return (Double) get(field);
    }

    public Integer plantId() {
        return (Integer) get(LayerField.EOL_VERSAO_ID);
    }

    /** Room for one thing that is worth keeping with the row; null until something was put there. */
    public Object derived() {
        return derived;
    }

    public void keepDerived(Object thing) {
        derived = thing;
    }

    public Position position() {
        return position;
    }

    public SourceRow with(LayerField field, Object value) {
        Object[] copy = values.clone();
        copy[field.ordinal()] = value;
        return new SourceRow(copy, position);
    }

    public SourceRow with(Map<LayerField, Object> changes) {
        Object[] copy = values.clone();
        changes.forEach((field, value) -> copy[field.ordinal()] = value);
        return new SourceRow(copy, position);
    }

    public SourceRow at(Position place) {
        return new SourceRow(values, place);
    }

    /** The values as a map that may be changed; fields that are null are left out. */
    public Map<LayerField, Object> toMap() {
        Map<LayerField, Object> map = new EnumMap<>(LayerField.class);
        for (LayerField field : LayerField.values()) {
            if (values[field.ordinal()] != null) {
                map.put(field, values[field.ordinal()]);
            }
        }
        return map;
    }
}
