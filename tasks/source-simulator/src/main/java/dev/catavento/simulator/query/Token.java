package dev.catavento.simulator.query;

/** A piece of a {@code where} clause. */
record Token(Kind kind, String text) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
