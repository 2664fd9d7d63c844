package dev.catavento.domain;

/**
 * A rule that applied to a row: what the source said, what was made of it (both null where there is nothing to say),
 * and why.
 *
 * @param field the source's name of the field, empty where it is about the row
 */
public record Finding(FleetRule rule, String field, String original, String result, String evidence) {

    public static Finding of(FleetRule rule, String field, Object original, Object result, String evidence) {
        return new Finding(rule, field, text(original), text(result), evidence);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> null;
            case Double number -> plain(number);
            default -> value.toString();
        };
    }

    private static String plain(double number) {
        var decimal = java.math.BigDecimal.valueOf(number).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0).toPlainString() : decimal.toPlainString();
    }
}
