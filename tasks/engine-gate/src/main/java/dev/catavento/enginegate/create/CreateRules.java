package dev.catavento.enginegate.create;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.catavento.enginegate.RefusedException;
import java.util.Set;
import java.util.regex.Pattern;

/** What the body of a create call may say; the body sent on is written anew from what was understood. */
public final class CreateRules {
    private static final ObjectMapper WRITER = new ObjectMapper();
    private static final Pattern ARGUMENT = Pattern.compile("[^\\x00]{0,4096}");
    /** No JAVA_TOOL_OPTIONS, LD_PRELOAD or the like: they run code that is not the image's. */
    private static final Pattern VARIABLE =
            Pattern.compile("(CATAVENTO_[A-Z0-9_]{1,64}|LANG|LC_ALL|TZ)=[^\\x00]{0,16384}");
    /** Never root, never the root group: what a container writes into the export folder belongs to that user. */
    private static final Pattern USER = Pattern.compile("[1-9][0-9]{0,8}:[1-9][0-9]{0,8}");

    /** The user of our image recipe; said anew, so that no image on the list runs as root. */
    private static final String USER_BY_DEFAULT = "10001:10001";

    private final Set<String> images;
    private final OwnLabels labels;
    private final HostRules host;
    private final ObjectRules rules;

    /**
     * @param images exact references a container may be made from
     * @param networks names a container may join
     * @param folders what may be bound
     */
    public CreateRules(Set<String> images, Set<String> networks, HostFolders folders, OwnLabels labels) {
        this.images = images;
        this.labels = labels;
        this.host = new HostRules(networks, new FolderBind(folders));
        this.rules = new ObjectRules("")
                .with("Image", this::image)
                .with("Cmd", CreateRules::command)
                .with("Env", CreateRules::environment)
                .with("Labels", labels::copy)
                .with(
                        "User",
                        (value, out) -> out.put("User", value.text(USER, "UID:GID in numbers, neither of them 0")))
                .with("StopTimeout", (value, out) -> out.put("StopTimeout", value.whole(0, 600)))
                .with("AttachStdout", (value, out) -> value.flag())
                .with("AttachStderr", (value, out) -> value.flag())
                .with("HostConfig", (value, out) -> host.apply(value, out.withObject("/HostConfig")))
                .onlyEmpty("AttachStdin", "ExposedPorts", "NetworkDisabled", "OpenStdin", "StdinOnce", "Tty");
    }

    /** The body to send on. */
    public byte[] rebuild(byte[] body) {
        var out = StrictJson.empty();
        rules.apply(new Value("the body", StrictJson.object("the body", body)), out);
        if (!out.has("Image")) {
            throw RefusedException.forbidden("a container without Image; allowed: " + images);
        }
        if (!out.has("User")) {
            out.put("User", USER_BY_DEFAULT);
        }
        labels.mark(out.withObject("/Labels"));
        host.enforce(out.withObject("/HostConfig"));
        try {
            return WRITER.writeValueAsBytes(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void image(Value value, ObjectNode out) {
        var name = value.node().textValue();
        if (name == null || !images.contains(name)) {
            throw value.refused(images.isEmpty() ? "none; CATAVENTO_GATE_IMAGES is not set" : images.toString());
        }
        out.put("Image", name);
    }

    private static void command(Value value, ObjectNode out) {
        var command = out.putArray("Cmd");
        value.list().forEach(word -> command.add(word.text(ARGUMENT, "a list of texts up to 4096 characters each")));
    }

    private static void environment(Value value, ObjectNode out) {
        var environment = out.putArray("Env");
        value.list()
                .forEach(variable -> environment.add(
                        variable.text(VARIABLE, "NAME=VALUE with NAME CATAVENTO_…, LANG, LC_ALL or TZ")));
    }
}
