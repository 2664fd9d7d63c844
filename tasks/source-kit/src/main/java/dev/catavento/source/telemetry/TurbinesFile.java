package dev.catavento.source.telemetry;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** A source's turbines as a CSV file: a name, maybe quoted, a comma, a turbine_id or nothing. */
final class TurbinesFile {
    private static final String HEADER = "name,turbine_id";
    private static final Pattern ROW = Pattern.compile("(?:\"((?:[^\"]|\"\")+)\"|([^\",]+)),\"?([0-9a-fA-F-]{36})?\"?");

    private TurbinesFile() {}

    /** @param place of the file's name in sources.yaml */
    static Map<String, Optional<UUID>> read(YamlValue place, Path folder) {
        var file = folder.resolve(place.text());
        var lines = lines(place, file);
        if (lines.isEmpty() || !lines.getFirst().replace("\uFEFF", "").strip().equals(HEADER)) {
            throw wrong(file, 1, "is not the header", "begin with " + HEADER);
        }
        var turbines = new TreeMap<String, Optional<UUID>>();
        var taken = new HashMap<UUID, String>();
        for (int n = 2; n <= lines.size(); n++) {
            var line = lines.get(n - 1).strip();
            if (!line.isEmpty()) {
                add(file, n, line, turbines, taken);
            }
        }
        return turbines;
    }

    private static void add(
            Path file, int n, String line, Map<String, Optional<UUID>> turbines, Map<UUID, String> taken) {
        var row = ROW.matcher(line);
        if (!row.matches()) {
            throw wrong(
                    file,
                    n,
                    "'" + line + "' is not NAME,UUID",
                    "give the UUID of out.wind_turbine, or nothing after the comma");
        }
        var name = row.group(1) == null ? row.group(2).strip() : row.group(1).replace("\"\"", "\"");
        var id = Optional.ofNullable(row.group(3)).map(text -> uuid(file, n, text));
        if (turbines.put(name, id) != null) {
            throw wrong(file, n, name + " stands twice", "keep one of them");
        }
        id.map(uuid -> taken.put(uuid, name)).ifPresent(first -> {
            throw wrong(
                    file, n, name + " has the turbine_id of " + first, "map each turbine to its own, or to nothing");
        });
    }

    private static UUID uuid(Path file, int n, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw wrong(file, n, "'" + text + "' is not a turbine_id", "give the UUID of out.wind_turbine, or nothing");
        }
    }

    private static List<String> lines(YamlValue place, Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw place.wrong(file + " cannot be read as text in UTF-8", "give a CSV file with the header " + HEADER);
        }
    }

    private static TaskException wrong(Path file, int line, String what, String allowed) {
        return new TaskException(ErrorKind.CONFIGURATION, file.getFileName() + " line " + line + ": " + what, allowed);
    }
}
