package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.LayerSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a {@code where} clause: AND, OR, NOT, parentheses, the six comparisons, BETWEEN, IN, LIKE, IS NULL, numbers,
 * texts, DATE and TIMESTAMP literals, and the columns of the layer. Anything else is refused.
 */
final class WhereParser {

    private final List<Token> tokens;
    private final OperandParser operands;
    private int at;

    private WhereParser(String where, LayerSchema schema) {
        this.tokens = WhereLexer.tokens(where);
        this.operands = new OperandParser(schema);
    }

    static Condition parse(String where, LayerSchema schema) {
        WhereParser parser = new WhereParser(where, schema);
        Condition condition = parser.disjunction();
        parser.expect(parser.peek().kind() == Token.Kind.END, "the end");
        return condition;
    }

    private Condition disjunction() {
        Condition left = conjunction();
        while (takeWord("OR")) {
            left = left.or(conjunction());
        }
        return left;
    }

    private Condition conjunction() {
        Condition left = factor();
        while (takeWord("AND")) {
            left = left.and(factor());
        }
        return left;
    }

    private Condition factor() {
        if (takeWord("NOT")) {
            return factor().not();
        }
        if (takeSymbol("(")) {
            Condition inner = disjunction();
            expect(takeSymbol(")"), ")");
            return inner;
        }
        return predicate();
    }

    private Condition predicate() {
        Operand left = operand();
        if (takeWord("IS")) {
            boolean negated = takeWord("NOT");
            expect(takeWord("NULL"), "NULL");
            Condition isNull = (fleet, row) -> Truth.of(left.value(fleet, row) == null);
            return negated ? isNull.not() : isNull;
        }
        boolean negated = takeWord("NOT");
        Condition condition = negated || !Comparison.isOperator(peek()) ? wordPredicate(left) : comparison(left);
        return negated ? condition.not() : condition;
    }

    private Condition comparison(Operand left) {
        String operator = next().text();
        return Comparison.of(left, operator, operand());
    }

    private Condition wordPredicate(Operand left) {
        if (takeWord("BETWEEN")) {
            Operand low = operand();
            expect(takeWord("AND"), "AND");
            return Comparison.of(left, ">=", low).and(Comparison.of(left, "<=", operand()));
        }
        if (takeWord("LIKE")) {
            return LikePattern.of(left, operand());
        }
        expect(takeWord("IN"), "a comparison");
        expect(takeSymbol("("), "(");
        List<Operand> members = new ArrayList<>();
        do {
            members.add(operand());
        } while (takeSymbol(","));
        expect(takeSymbol(")"), ")");
        return Membership.of(left, members);
    }

    private Operand operand() {
        Token token = next();
        if (token.isWord("DATE") || token.isWord("TIMESTAMP")) {
            return operands.instant(next());
        }
        return operands.parse(token);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean takeWord(String word) {
        return take(peek().isWord(word));
    }

    private boolean takeSymbol(String symbol) {
        return take(peek().isSymbol(symbol));
    }

    private boolean take(boolean matches) {
        if (matches) {
            at++;
        }
        return matches;
    }

    private void expect(boolean holds, String wanted) {
        if (!holds) {
            throw ArcGisException.badQuery(
                    "'where' clause is invalid: expected " + wanted + ", found " + peek().text());
        }
    }
}
