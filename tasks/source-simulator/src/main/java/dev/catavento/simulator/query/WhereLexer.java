package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a {@code where} clause into tokens. */
final class WhereLexer {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
                    + "|\"(?<quoted>[^\"]+)\""
                    + "|'(?<string>(?:[^']|'')*+)'"
                    + "|(?<symbol><=|>=|<>|!=|[=<>(),]))");

    private WhereLexer() {}

    static List<Token> tokens(String where) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(where);
        int end = where.stripTrailing().length();
        int at = 0;
        while (at < end) {
            if (!matcher.region(at, where.length()).lookingAt()) {
                throw ArcGisException.badQuery("'where' clause is invalid at position " + at);
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "the end"));
        return tokens;
    }

    private static Token token(Matcher m) {
        if (m.group("number") != null) {
            return new Token(Token.Kind.NUMBER, m.group("number"));
        }
        if (m.group("string") != null) {
            return new Token(Token.Kind.STRING, m.group("string").replace("''", "'"));
        }
        if (m.group("symbol") != null) {
            return new Token(Token.Kind.SYMBOL, m.group("symbol"));
        }
        String word = m.group("word");
        return new Token(Token.Kind.WORD, word != null ? word : m.group("quoted"));
    }
}
