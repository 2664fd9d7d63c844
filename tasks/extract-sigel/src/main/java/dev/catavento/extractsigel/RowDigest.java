package dev.catavento.extractsigel;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeSet;

/**
 * Digests a row's attributes in a form that does not depend on how they were written: the contract's fields in its
 * order, then further ones by name, never the id; a missing value is null; 2 is 2.0. Not safe for several threads.
 */
final class RowDigest {
    private static final double WHOLE_BELOW = 1L << 53;

    private final String idField;
    private final MessageDigest sha256;
    private final StringBuilder canonical = new StringBuilder(512);

    RowDigest(String idField) {
        this.idField = idField;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    RowPrint print(Map<String, Object> attributes, double x, double y) {
        canonical.setLength(0);
        for (var field : SigelContract.FIELDS.keySet()) {
            add(attributes.get(field));
        }
        addFurther(attributes);
        var digest = ByteBuffer.wrap(sha256.digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        return new RowPrint(digest.getLong(), digest.getLong(), x, y);
    }

    /** A further field without a value is none: a new column that is empty yet changes no row. */
    private void addFurther(Map<String, Object> attributes) {
        if (attributes.size() <= SigelContract.FIELDS.size() + 1
                && SigelContract.FIELDS.keySet().containsAll(attributes.keySet())) {
            return;
        }
        for (var name : new TreeSet<>(attributes.keySet())) {
            var value = attributes.get(name);
            if (value != null && !name.equals(idField) && !SigelContract.FIELDS.containsKey(name)) {
                add(name);
                add(value);
            }
        }
    }

    /** Each value carries its kind and length, so that no two rows can be written alike. */
    private void add(Object value) {
        var text = text(value);
        canonical.append(text.length()).append(':').append(text);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> "n" + number(number);
            case BigDecimal number -> "n" + number.stripTrailingZeros().toPlainString();
            case Number number -> "n" + number;
            case Boolean flag -> "b" + flag;
            default -> "s" + value;
        };
    }

    private static String number(double number) {
        return Math.abs(number) < WHOLE_BELOW && number == Math.rint(number)
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
