package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import java.util.regex.Pattern;

/** {@code LIKE}: % stands for any text, _ for one character. */
final class LikePattern {

    private LikePattern() {}

    static Condition of(Operand left, Operand right) {
        if (!left.isText() || !(right instanceof Operand.OfText(String text))) {
            throw ArcGisException.badQuery("'where' clause: LIKE needs texts");
        }
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            regex.append(
                    switch (c) {
                        case '%' -> ".*";
                        case '_' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        return (fleet, row) -> {
            String value = (String) left.value(fleet, row);
            return value == null
                    ? Truth.UNKNOWN
                    : Truth.of(pattern.matcher(value).matches());
        };
    }
}
