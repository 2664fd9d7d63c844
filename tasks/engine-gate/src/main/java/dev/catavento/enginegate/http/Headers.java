package dev.catavento.enginegate.http;

import dev.catavento.enginegate.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Header fields as they came, in order; names compare without case. */
public record Headers(List<Field> fields) {
    private static final int MOST = 64;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** One header line. */
    public record Field(String name, String value) {}

    /** Reads header lines; a folded line, a blank before the colon or anything else odd is refused. */
    public static Headers parse(List<String> lines) {
        if (lines.size() > MOST) {
            throw new RefusedException(431, "engine gate: more than " + MOST + " header fields");
        }
        return new Headers(lines.stream().map(Headers::field).toList());
    }

    private static Field field(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
            throw RefusedException.malformed("a header line is not NAME: VALUE on one line");
        }
        return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /** The only field of that name; two of them are refused, even when equal. */
    public Optional<String> single(String name) {
        var found = fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
        if (found.size() > 1) {
            throw RefusedException.malformed(found.size() + " header fields " + name + "; one is allowed");
        }
        return found.stream().findFirst();
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }
}
