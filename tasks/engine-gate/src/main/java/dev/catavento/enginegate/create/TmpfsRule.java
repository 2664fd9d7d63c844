package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The one writable place of a container besides its export folder: {@code /tmp}, in memory. */
final class TmpfsRule {
    private static final Pattern SIZE = Pattern.compile("size=[1-9][0-9]{0,10}[kmg]?");
    private static final Pattern TEXT = Pattern.compile("[a-z0-9=,]{0,128}");
    private static final String ALLOWED = "/tmp with rw, exec, noexec, nosuid, nodev, size=N[kmg], mode=1777";
    private static final String SIZE_BY_DEFAULT = "size=256m";

    private TmpfsRule() {}

    static void copy(Value value, ObjectNode host) {
        for (var place : value.members()) {
            var checked = new Value(value.where() + "." + place.where(), place.node());
            if (!place.where().equals("/tmp")) {
                throw checked.refused(ALLOWED);
            }
            write(host, options(checked));
        }
    }

    /** DuckDB unpacks nothing there, but loads from an executable {@code /tmp}; hence no noexec. */
    static void enforce(ObjectNode host) {
        if (!host.has("Tmpfs")) {
            write(host, List.of("exec", SIZE_BY_DEFAULT));
        }
    }

    private static void write(ObjectNode host, List<String> options) {
        host.putObject("Tmpfs").put("/tmp", "rw,nosuid,nodev,mode=1777," + String.join(",", options));
    }

    private static List<String> options(Value value) {
        var asked = new ArrayList<String>();
        for (var option : value.text(TEXT, ALLOWED).split(",")) {
            switch (option) {
                case "", "rw", "nosuid", "nodev", "mode=1777" -> {}
                case "exec", "noexec" -> asked.add(option);
                default -> {
                    if (!SIZE.matcher(option).matches()) {
                        throw value.refused(ALLOWED);
                    }
                    asked.add(option);
                }
            }
        }
        if (asked.stream().noneMatch(option -> option.startsWith("size="))) {
            asked.add(SIZE_BY_DEFAULT);
        }
        return asked;
    }
}
