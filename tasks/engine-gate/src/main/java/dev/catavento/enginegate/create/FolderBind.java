package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * The one folder of the host a container may see: at {@code /exports} a direct subfolder of the export directory, or at
 * {@code /sources} the very folder of sources, which it may only read. Of the exports deeper folders are refused: what a
 * container writes into its folder could be a link to anywhere, which the engine would follow for the next container. Right
 * below the exports no container can write; the gate sees nothing of the host, so it does not look. Always sent as a mount,
 * since the engine makes missing folders for binds, as root.
 */
final class FolderBind {
    private static final String EXPORTS = "/exports";
    private static final String SOURCES = "/sources";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}");
    private static final Pattern TYPE = Pattern.compile("bind");
    private static final Pattern TARGET = Pattern.compile(EXPORTS + "|" + SOURCES);
    private static final Pattern ANY = Pattern.compile("[^\\p{Cntrl}]{1,512}");

    private final HostFolders folders;
    private final String allowed;

    FolderBind(HostFolders folders) {
        this.folders = folders;
        this.allowed = folders.exports()
                        .map(folder -> "one folder directly below " + folder + ", at " + EXPORTS)
                        .orElse("none at " + EXPORTS + "; CATAVENTO_GATE_BINDS is not set")
                + folders.sources()
                        .map(folder -> ", or " + folder + " at " + SOURCES + ", read-only")
                        .orElse("");
    }

    /** {@code SOURCE:TARGET}, with {@code :ro} or {@code :rw}. */
    void fromBinds(Value value, ObjectNode host) {
        for (var bind : value.list()) {
            var parts = bind.text(ANY, allowed).split(":", -1);
            boolean mode = parts.length == 3 && (parts[2].equals("ro") || parts[2].equals("rw"));
            if (!mode && parts.length != 2 || !TARGET.matcher(parts[1]).matches()) {
                throw bind.refused(allowed);
            }
            add(bind, parts[0], parts[1], mode && parts[2].equals("ro"), host);
        }
    }

    void fromMounts(Value value, ObjectNode host) {
        for (var mount : value.list()) {
            var read = StrictJson.empty();
            new ObjectRules(mount.where() + ".")
                    .with("Type", (type, out) -> out.put("Type", type.text(TYPE, "bind")))
                    .with("Source", (source, out) -> out.put("Source", source.text(ANY, allowed)))
                    .with("Target", (target, out) -> out.put("Target", target.text(TARGET, EXPORTS + " or " + SOURCES)))
                    .with("ReadOnly", (readOnly, out) -> out.put("ReadOnly", readOnly.flag()))
                    .apply(mount, read);
            if (!read.has("Type") || !read.has("Source") || !read.has("Target")) {
                throw mount.refused("Type, Source and Target given; " + allowed);
            }
            add(
                    mount,
                    read.get("Source").textValue(),
                    read.get("Target").textValue(),
                    read.path("ReadOnly").booleanValue(),
                    host);
        }
    }

    private void add(Value where, String source, String target, boolean readOnly, ObjectNode host) {
        boolean known = target.equals(EXPORTS) ? isExportFolder(source) : readOnly && isSourcesFolder(source);
        if (!known || host.has("Mounts")) {
            throw where.refused(allowed);
        }
        host.putArray("Mounts")
                .addObject()
                .put("Type", "bind")
                .put("Source", source)
                .put("Target", target)
                .put("ReadOnly", readOnly)
                .putObject("BindOptions")
                .put("Propagation", "rprivate");
    }

    private boolean isExportFolder(String source) {
        var parent = folders.exports();
        if (parent.isEmpty() || !source.startsWith(parent.get() + "/")) {
            return false;
        }
        return NAME.matcher(source.substring(parent.get().toString().length() + 1))
                .matches();
    }

    /** Spelled as it was set, to the letter. */
    private boolean isSourcesFolder(String source) {
        return folders.sources()
                .filter(folder -> source.equals(folder.toString()))
                .isPresent();
    }
}
