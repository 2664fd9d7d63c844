package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * The labels of Catavento's containers, and the one by which a gate knows its own.
 *
 * @param instance the gate's name, the value of its label
 */
public record OwnLabels(String instance) {
    /** The label each container gets that this gate creates; no request can give it. */
    public static final String GATE = "dev.catavento.gate";

    private static final Pattern KEY = Pattern.compile("dev\\.catavento\\.[a-z0-9][a-z0-9._-]{0,62}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{0,512}");
    private static final String ALLOWED = "dev.catavento.NAME with a text up to 512 characters, but not " + GATE;

    void copy(Value value, ObjectNode out) {
        var labels = out.withObject("/Labels");
        for (var label : value.members()) {
            var checked = new Value("Labels." + label.where(), label.node());
            if (!isFree(label.where())) {
                throw checked.refused(ALLOWED);
            }
            labels.put(label.where(), checked.text(TEXT, ALLOWED));
        }
    }

    void mark(ObjectNode labels) {
        labels.put(GATE, instance);
    }

    /** True for a label a request may give or ask for. */
    public static boolean isFree(String key) {
        return KEY.matcher(key).matches() && !key.equals(GATE);
    }

    /** {@code KEY=VALUE} of the gate's own label, as filters spell it. */
    public String filter() {
        return GATE + "=" + instance;
    }
}
