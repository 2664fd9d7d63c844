package dev.catavento.simulator.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns the layer shows, in order. */
public record LayerSchema(List<Column> columns) {

    /** The layer as it is when nothing is wrong with it. */
    public static final LayerSchema PLAIN =
            new LayerSchema(Arrays.stream(LayerField.values()).map(Column::of).toList());

    public LayerSchema {
        columns = List.copyOf(columns);
    }

    public Optional<Column> find(String name) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    public LayerSchema without(String name) {
        return new LayerSchema(
                columns.stream().filter(c -> !c.name().equalsIgnoreCase(name)).toList());
    }

    public LayerSchema with(Column added) {
        List<Column> all = new ArrayList<>(columns);
        all.add(added);
        return new LayerSchema(all);
    }

    public LayerSchema replacing(String name, Column other) {
        return new LayerSchema(columns.stream()
                .map(c -> c.name().equalsIgnoreCase(name) ? other : c)
                .toList());
    }
}
