package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.FieldType;
import java.util.function.IntPredicate;

/** Compares two operands of the same kind; null on either side gives unknown. */
final class Comparison {

    private Comparison() {}

    static Condition of(Operand left, String operator, Operand right) {
        IntPredicate holds = predicate(operator);
        if (left.isText() != right.isText()) {
            throw ArcGisException.badQuery("'where' clause compares text with a number");
        }
        if (left.isText()) {
            return (fleet, row) -> {
                String a = (String) left.value(fleet, row);
                String b = (String) right.value(fleet, row);
                return a == null || b == null ? Truth.UNKNOWN : Truth.of(holds.test(a.compareTo(b)));
            };
        }
        if (left instanceof Operand.OfNumber(double a) && right instanceof Operand.OfNumber(double b)) {
            return holds.test(Double.compare(a, b)) ? Condition.ALWAYS : Condition.ALWAYS.not();
        }
        return new Condition.Within(numbers(left, holds, right), range(left, operator, right));
    }

    private static Condition numbers(Operand left, IntPredicate holds, Operand right) {
        return (fleet, row) -> {
            Number a = (Number) left.value(fleet, row);
            Number b = (Number) right.value(fleet, row);
            return a == null || b == null
                    ? Truth.UNKNOWN
                    : Truth.of(holds.test(Double.compare(a.doubleValue(), b.doubleValue())));
        };
    }

    private static ObjectIdRange range(Operand left, String operator, Operand right) {
        return left instanceof Operand.OfColumn(Column column)
                        && column.type() == FieldType.OID
                        && right instanceof Operand.OfNumber(double number)
                ? ObjectIdRange.of(operator, number)
                : ObjectIdRange.ALL;
    }

    static boolean isOperator(Token token) {
        return token.kind() == Token.Kind.SYMBOL && "= <> != < <= > >=".contains(token.text());
    }

    private static IntPredicate predicate(String operator) {
        return switch (operator) {
            case "=" -> c -> c == 0;
            case "<>", "!=" -> c -> c != 0;
            case "<" -> c -> c < 0;
            case "<=" -> c -> c <= 0;
            case ">" -> c -> c > 0;
            case ">=" -> c -> c >= 0;
            default -> throw ArcGisException.badQuery("'where' clause has an unknown operator " + operator);
        };
    }
}
