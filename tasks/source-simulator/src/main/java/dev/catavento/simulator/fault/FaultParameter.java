package dev.catavento.simulator.fault;

import java.util.List;

/**
 * A parameter of a kind of fault. Its type is that of its fallback: a whole number or a text.
 *
 * @param choices the only texts allowed; empty: any
 */
record FaultParameter(String name, Object fallback, String meaning, List<String> choices) {

    static FaultParameter number(String name, int fallback, String meaning) {
        return new FaultParameter(name, fallback, meaning, List.of());
    }

    static FaultParameter text(String name, String fallback, String meaning, String... choices) {
        return new FaultParameter(name, fallback, meaning, List.of(choices));
    }

    /** The value if it fits, else a refusal that says what would. */
    Object check(String kind, Object value) {
        if (fallback instanceof Integer) {
            if (value instanceof Number n && n.doubleValue() == n.intValue()) {
                return n.intValue();
            }
            throw new BadFault(kind + ": " + name + " must be a whole number");
        }
        if (!(value instanceof String text) || text.isEmpty()) {
            throw new BadFault(kind + ": " + name + " must be a text");
        }
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw new BadFault(kind + ": " + name + " must be one of " + String.join(", ", choices));
        }
        return text;
    }
}
