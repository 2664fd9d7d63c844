package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.catavento.enginegate.RefusedException;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The fields an object may have, each with what writes it anew; a key in any other spelling is refused. */
final class ObjectRules {
    private final String prefix;
    private final TreeMap<String, BiConsumer<Value, ObjectNode>> rules = new TreeMap<>();

    /** @param prefix where the object stands: {@code HostConfig.}, or empty */
    ObjectRules(String prefix) {
        this.prefix = prefix;
    }

    /** A field that may be given; null is as good as not given. */
    ObjectRules with(String key, BiConsumer<Value, ObjectNode> rule) {
        rules.put(key, (value, out) -> {
            if (!value.node().isNull()) {
                rule.accept(value, out);
            }
        });
        return this;
    }

    /** Fields that docker-py always sends, let through only when they say nothing; they are not sent on. */
    ObjectRules onlyEmpty(String... keys) {
        for (var key : keys) {
            rules.put(key, (value, out) -> {
                if (!value.isNothing()) {
                    throw RefusedException.forbidden(value.where() + " may not be set");
                }
            });
        }
        return this;
    }

    void apply(Value object, ObjectNode out) {
        for (var member : object.members()) {
            var rule = rules.get(member.where());
            if (rule == null) {
                throw RefusedException.forbidden("unknown field " + prefix + shown(member.where())
                        + "; known, in this spelling: " + String.join(", ", rules.keySet()));
            }
            rule.accept(new Value(prefix + member.where(), member.node()), out);
        }
    }

    private static String shown(String key) {
        return key.length() <= 64 ? key : key.substring(0, 64) + "…";
    }
}
