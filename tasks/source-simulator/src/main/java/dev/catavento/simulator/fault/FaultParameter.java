package dev.catavento.simulator.fault;

import java.util.List;

/**
 * A parameter of a kind of fault or trait. Its type is that of its fallback: a whole number, a number or a text.
 *
 * @param choices the only texts allowed; empty: any
 * @param least the least number allowed
 * @param most the greatest number allowed
 */
public record FaultParameter(
        String name, Object fallback, String meaning, List<String> choices, double least, double most) {

    static FaultParameter number(String name, int fallback, String meaning) {
        return number(name, fallback, meaning, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public static FaultParameter number(String name, int fallback, String meaning, int least, int most) {
        return new FaultParameter(name, fallback, meaning, List.of(), least, most);
    }

    public static FaultParameter decimal(String name, double fallback, String meaning, double least, double most) {
        return new FaultParameter(name, fallback, meaning, List.of(), least, most);
    }

    public static FaultParameter text(String name, String fallback, String meaning, String... choices) {
        return new FaultParameter(name, fallback, meaning, List.of(choices), 0, 0);
    }

    /** The value if it fits, else a refusal that says what would. */
    public Object check(String kind, Object value) {
        return switch (fallback) {
            case Integer i -> whole(kind, value);
            case Double d -> number(kind, value, "a number").doubleValue();
            default -> text(kind, value);
        };
    }

    private Integer whole(String kind, Object value) {
        Number number = number(kind, value, "a whole number");
        if (number.doubleValue() != number.intValue()) {
            throw new BadFault(kind + ": " + name + " must be a whole number");
        }
        return number.intValue();
    }

    private Number number(String kind, Object value, String type) {
        if (!(value instanceof Number number)) {
            throw new BadFault(kind + ": " + name + " must be " + type);
        }
        if (!(number.doubleValue() >= least && number.doubleValue() <= most)) {
            throw new BadFault(kind + ": " + name + " must be from " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    private static String plain(double limit) {
        return String.valueOf((long) limit);
    }

    private String text(String kind, Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            throw new BadFault(kind + ": " + name + " must be a text");
        }
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw new BadFault(kind + ": " + name + " must be one of " + String.join(", ", choices));
        }
        return text;
    }
}
