package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.Fleet;

/** One side of a comparison: a column of the layer or a literal. */
sealed interface Operand {

    Object value(Fleet fleet, int row);

    boolean isText();

    record OfColumn(Column column) implements Operand {
        @Override
        public Object value(Fleet fleet, int row) {
            return column.read(fleet, row);
        }

        @Override
        public boolean isText() {
            return !column.type().isNumeric();
        }
    }

    record OfNumber(double number) implements Operand {
        @Override
        public Object value(Fleet fleet, int row) {
            return number;
        }

        @Override
        public boolean isText() {
            return false;
        }
    }

    record OfText(String text) implements Operand {
        @Override
        public Object value(Fleet fleet, int row) {
            return text;
        }

        @Override
        public boolean isText() {
            return true;
        }
    }
}
