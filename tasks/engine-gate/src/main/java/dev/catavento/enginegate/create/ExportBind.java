package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one folder of the host a container may see, at {@code /exports}: a direct subfolder of the export directory.
 * Deeper ones are refused: what a container writes into its folder could be a link to anywhere, which the engine would
 * follow for the next container. Always sent as a mount, since the engine makes missing folders for binds, as root.
 */
final class ExportBind {
    static final String TARGET = "/exports";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}");
    private static final Pattern TYPE = Pattern.compile("bind");
    private static final Pattern TARGET_ONLY = Pattern.compile(Pattern.quote(TARGET));
    private static final Pattern ANY = Pattern.compile("[^\\p{Cntrl}]{1,512}");

    private final Optional<Path> parent;
    private final String allowed;

    ExportBind(Optional<Path> parent) {
        this.parent = parent;
        this.allowed = parent.map(folder -> "one folder directly below " + folder + ", no link, at " + TARGET)
                .orElse("none; CATAVENTO_GATE_BINDS is not set");
    }

    /** {@code SOURCE:/exports}, with {@code :ro} or {@code :rw}. */
    void fromBinds(Value value, ObjectNode host) {
        for (var bind : value.list()) {
            var parts = bind.text(ANY, allowed).split(":", -1);
            boolean mode = parts.length == 3 && (parts[2].equals("ro") || parts[2].equals("rw"));
            if (!mode && parts.length != 2 || !parts[1].equals(TARGET)) {
                throw bind.refused(allowed);
            }
            add(bind, parts[0], mode && parts[2].equals("ro"), host);
        }
    }

    void fromMounts(Value value, ObjectNode host) {
        for (var mount : value.list()) {
            var read = StrictJson.empty();
            new ObjectRules(mount.where() + ".")
                    .with("Type", (type, out) -> out.put("Type", type.text(TYPE, "bind")))
                    .with("Source", (source, out) -> out.put("Source", source.text(ANY, allowed)))
                    .with("Target", (target, out) -> out.put("Target", target.text(TARGET_ONLY, TARGET)))
                    .with("ReadOnly", (readOnly, out) -> out.put("ReadOnly", readOnly.flag()))
                    .apply(mount, read);
            if (!read.has("Type") || !read.has("Source") || !read.has("Target")) {
                throw mount.refused("Type, Source and Target given; " + allowed);
            }
            add(mount, read.get("Source").textValue(), read.path("ReadOnly").booleanValue(), host);
        }
    }

    private void add(Value where, String source, boolean readOnly, ObjectNode host) {
        if (!isExportFolder(source) || host.has("Mounts")) {
            throw where.refused(allowed);
        }
        host.putArray("Mounts")
                .addObject()
                .put("Type", "bind")
                .put("Source", source)
                .put("Target", TARGET)
                .put("ReadOnly", readOnly)
                .putObject("BindOptions")
                .put("Propagation", "rprivate");
    }

    private boolean isExportFolder(String source) {
        if (parent.isEmpty() || !source.startsWith(parent.get() + "/")) {
            return false;
        }
        var name = source.substring(parent.get().toString().length() + 1);
        // the gate may not see the folder; where it does, a link is noticed before the engine follows it
        return NAME.matcher(name).matches()
                && !Files.isSymbolicLink(parent.get().resolve(name));
    }
}
