package dev.catavento.source.telemetry;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.NearNames;
import dev.catavento.task.TaskException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file that knows where it stands. Scalars count as they are written: {@code no} is the text no.
 *
 * @param file its name, for messages
 * @param key path from the source down, with dots; empty at the top
 */
record YamlValue(String file, String key, Node node) {

    boolean absent() {
        return node.getTag().equals(Tag.NULL);
    }

    /** The text of a scalar; nothing and structures are errors. */
    String text() {
        if (node instanceof ScalarNode scalar && !absent() && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong("is " + shape(), "give one value");
    }

    List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(child -> new YamlValue(file, key, child))
                    .toList();
        }
        throw wrong("is " + shape(), "give a list, each entry after a dash");
    }

    /** The members by name; whatever they are called. */
    Map<String, YamlValue> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("is " + shape(), "give names with values: NAME: VALUE");
        }
        var members = new LinkedHashMap<String, YamlValue>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw new YamlValue(file, key, tuple.getKeyNode()).wrong("holds a name that is no text", "give a text");
            }
            var member = new YamlValue(file, below(name.getValue()), tuple.getValueNode());
            if (members.put(name.getValue(), member) != null) {
                throw new YamlValue(file, member.key(), name).wrong("stands twice", "keep one of them");
            }
        }
        return members;
    }

    /** The members, none but of these names. */
    YamlMembers members(Collection<String> allowed) {
        var members = members();
        members.forEach((name, member) -> {
            if (!allowed.contains(name)) {
                throw at(member).wrong("is unknown", suggestion(name, allowed));
            }
        });
        return new YamlMembers(this, members);
    }

    /** A member's place is the line of its name, its value may begin on the next. */
    private YamlValue at(YamlValue member) {
        for (var tuple : ((MappingNode) node).getValue()) {
            if (tuple.getValueNode() == member.node()) {
                return new YamlValue(file, member.key(), tuple.getKeyNode());
            }
        }
        return member;
    }

    /** A failure that names this place. */
    TaskException wrong(String what, String allowed) {
        var where = file + " line " + (node.getStartMark().getLine() + 1) + (key.isEmpty() ? "" : ", key " + key);
        return new TaskException(ErrorKind.CONFIGURATION, where + ": " + what, allowed);
    }

    /** What is allowed in place of a word that is not. */
    static String suggestion(String given, Collection<String> allowed) {
        return NearNames.near(given, allowed)
                        .map(near -> "did you mean " + near + "? ")
                        .orElse("") + "allowed: " + allowed.stream().collect(Collectors.joining(", "));
    }

    private String below(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    private String shape() {
        return switch (node) {
            case MappingNode mapping -> "a mapping";
            case SequenceNode sequence -> "a list";
            case ScalarNode scalar when absent() || scalar.getValue().isBlank() -> "empty";
            default -> "'" + ((ScalarNode) node).getValue() + "'";
        };
    }
}
