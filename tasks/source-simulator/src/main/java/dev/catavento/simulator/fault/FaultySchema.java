package dev.catavento.simulator.fault;

import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.FieldType;
import dev.catavento.simulator.layer.LayerSchema;

/** Applies the faults that change the layer's fields. */
public final class FaultySchema {

    private FaultySchema() {}

    public static LayerSchema apply(LayerSchema schema, ActiveFaults faults) {
        LayerSchema changed = schema;
        for (Fault fault : faults.takeAll(FaultKind.FIELD_MISSING)) {
            changed = changed.without(fault.text("field"));
        }
        for (Fault fault : faults.takeAll(FaultKind.FIELD_RETYPED)) {
            changed = changed.find(fault.text("field")).map(FaultySchema::retyped).stream()
                    .reduce(changed, (all, column) -> all.replacing(column.name(), column), (a, b) -> b);
        }
        for (Fault fault : faults.takeAll(FaultKind.FIELD_NEW)) {
            String name = fault.text("field");
            changed = changed.with(
                    new Column(name, FieldType.STRING, name, 50, (fleet, row) -> row % 2 == 0 ? "novo" : null));
        }
        return changed;
    }

    private static Column retyped(Column column) {
        if (column.type().isNumeric()) {
            return new Column(column.name(), FieldType.STRING, column.alias(), 50, (fleet, row) -> {
                Object value = column.read(fleet, row);
                return value == null ? null : value.toString();
            });
        }
        return new Column(column.name(), FieldType.DOUBLE, column.alias(), 0, (fleet, row) -> {
            Object value = column.read(fleet, row);
            return value == null ? null : (double) value.toString().length();
        });
    }
}
