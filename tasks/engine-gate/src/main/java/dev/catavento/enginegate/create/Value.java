package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.JsonNode;
import dev.catavento.enginegate.RefusedException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A value of a request and where it stands; reading it gives plain Java, so that nothing of the request's own JSON goes
 * further.
 *
 * @param where {@code HostConfig.Memory}
 */
record Value(String where, JsonNode node) {
    private static final int LONGEST_LIST = 256;
    private static final int LONGEST_SHOWN = 160;

    boolean isNothing() {
        return node.isNull()
                || node.isBoolean() && !node.booleanValue()
                || node.isTextual() && node.textValue().isEmpty()
                || node.isContainerNode() && node.isEmpty();
    }

    String text(Pattern allowed, String hint) {
        if (node.isTextual()
                && isUnicode(node.textValue())
                && allowed.matcher(node.textValue()).matches()) {
            return node.textValue();
        }
        throw refused(hint);
    }

    /** An escape may give half a character, which UTF-8 cannot. */
    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    long whole(long least, long most) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            long number = node.longValue();
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw refused("a whole number from " + least + " to " + most);
    }

    boolean flag() {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        throw refused("true or false");
    }

    List<Value> list() {
        if (!node.isArray() || node.size() > LONGEST_LIST) {
            throw refused("a list of at most " + LONGEST_LIST);
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new Value(where + "[" + i + "]", node.get(i)))
                .toList();
    }

    List<Value> members() {
        if (!node.isObject()) {
            throw refused("an object");
        }
        return node.properties().stream()
                .map(member -> new Value(member.getKey(), member.getValue()))
                .toList();
    }

    RefusedException refused(String allowed) {
        var place = where.length() > LONGEST_SHOWN ? where.substring(0, LONGEST_SHOWN) + "…" : where;
        return RefusedException.forbidden(place + shown() + "; allowed: " + allowed);
    }

    /** Arguments and variables may hold secrets: a refusal, which is logged, does not repeat them. */
    private String shown() {
        boolean secret = where.startsWith("Env") || where.startsWith("Cmd") || where.startsWith("Labels");
        var text = node.toString();
        return secret || text.length() > LONGEST_SHOWN ? " as given" : " " + text;
    }
}
