package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code IN}: looks literals up in a set, so that a thousand of them cost no more than one. */
final class Membership {

    private Membership() {}

    static Condition of(Operand left, List<Operand> members) {
        Set<Object> values = new HashSet<>();
        for (Operand member : members) {
            if (member instanceof Operand.OfColumn || member.isText() != left.isText()) {
                throw ArcGisException.badQuery("'where' clause: IN needs literals of the field's kind");
            }
            values.add(member.value(null, 0));
        }
        return (fleet, row) -> {
            Object value = left.value(fleet, row);
            if (value == null) {
                return Truth.UNKNOWN;
            }
            return Truth.of(values.contains(value instanceof Number n ? n.doubleValue() : value));
        };
    }
}
