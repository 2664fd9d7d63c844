package dev.catavento.source.telemetry;

import static dev.catavento.source.telemetry.SourceKey.*;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads which turbines a source has, and sees to it that there is exactly one way of telling them apart. */
final class TurbinesReader {
    private final YamlMembers members;
    private final boolean files;
    private final Path folder;

    TurbinesReader(YamlMembers members, boolean files, Path folder) {
        this.members = members;
        this.files = files;
        this.folder = folder;
    }

    Map<String, Optional<UUID>> read() {
        var chooser = files ? TURBINE_COLUMN : TURBINE_PARAMETER;
        var other = files ? TURBINE_PARAMETER : TURBINE_COLUMN;
        find(other).ifPresent(value -> {
            throw value.wrong(
                    "means nothing for " + (files ? "files" : "a source over HTTP"),
                    "use " + chooser.word() + " instead");
        });
        if (find(chooser).isPresent() == find(TURBINE).isPresent()) {
            throw find(TURBINE)
                    .map(both -> both.wrong("stands beside " + chooser.word(), "keep one of them"))
                    .orElseGet(() -> members.missing(
                            chooser.word(), "give it, or turbine: NAME where the source has one turbine only"));
        }
        var turbines = mapped();
        if (find(TURBINE_PARAMETER).isPresent() && turbines.isEmpty()) {
            throw members.missing(
                    TURBINES.word(),
                    "give turbines or turbines_file: these are asked for by " + TURBINE_PARAMETER.word());
        }
        find(TURBINE).ifPresent(only -> onlyThat(turbines, only));
        return turbines;
    }

    private Map<String, Optional<UUID>> mapped() {
        var list = find(TURBINES);
        var file = find(TURBINES_FILE);
        if (list.isPresent() && file.isPresent()) {
            throw file.get().wrong("stands beside turbines", "keep one of them");
        }
        return file.map(value -> TurbinesFile.read(value, folder))
                .or(() -> list.map(TurbinesReader::listed))
                .orElseGet(Map::of);
    }

    private static Map<String, Optional<UUID>> listed(YamlValue list) {
        var turbines = new TreeMap<String, Optional<UUID>>();
        var taken = new HashMap<UUID, String>();
        list.members().forEach((name, value) -> {
            if (name.isBlank()) {
                throw value.wrong("a turbine's name is empty", "give its name in the source");
            }
            var id = value.absent() ? Optional.<UUID>empty() : Optional.of(YamlScalars.uuid(value));
            id.map(uuid -> taken.put(uuid, name)).ifPresent(first -> {
                throw value.wrong("has the turbine_id of " + first, "map each turbine to its own, or to nothing");
            });
            turbines.put(name, id);
        });
        return turbines;
    }

    private void onlyThat(Map<String, Optional<UUID>> turbines, YamlValue only) {
        turbines.keySet().stream()
                .filter(name -> !name.equals(only.text()))
                .findFirst()
                .ifPresent(name -> {
                    throw only.wrong(
                            "is the only turbine, yet " + name + " is mapped", "map " + only.text() + " or nothing");
                });
    }

    private Optional<YamlValue> find(SourceKey key) {
        return members.find(key.word());
    }
}
