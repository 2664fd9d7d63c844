package dev.catavento.source.telemetry;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code sources.yaml} (docs/adding-a-source.md) and finds whatever is wrong with it. Every error is a {@link
 * TaskException} of kind {@link ErrorKind#CONFIGURATION} that names line and key, what is wrong and what is allowed.
 */
public final class SourcesFile {
    private static final String SOURCES = "sources";

    private SourcesFile() {}

    /** All sources of a file, in its order; at least one. */
    public static List<TelemetrySource> read(Path file) {
        var name = String.valueOf(file.getFileName());
        var node = compose(file, name);
        if (node == null) {
            throw new TaskException(
                    ErrorKind.CONFIGURATION, name + " is empty", "give a list of sources; docs/adding-a-source.md");
        }
        var list = new YamlValue(name, "", node).members(List.of(SOURCES)).get(SOURCES);
        var folder = file.toAbsolutePath().getParent();
        var names = new HashSet<String>();
        var sources = new ArrayList<TelemetrySource>();
        for (var entry : list.list()) {
            var members = new YamlValue(name, "", entry.node()).members(SourceKey.words());
            var source = new SourceReader(members, folder).read();
            if (!names.add(source.name())) {
                throw members.get(SourceKey.NAME.word())
                        .wrong("a source above has the name " + source.name(), "give each a name of its own");
            }
            sources.add(source);
        }
        if (sources.isEmpty()) {
            throw list.wrong("holds no source", "give one at least");
        }
        return List.copyOf(sources);
    }

    private static Node compose(Path file, String name) {
        try {
            return compose(Files.readString(file), name);
        } catch (NoSuchFileException e) {
            throw unreadable("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw unreadable(file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw unreadable(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Node compose(String text, String name) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw new TaskException(
                    ErrorKind.CONFIGURATION,
                    name + " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": not YAML: "
                            + e.getProblem(),
                    "indent with spaces, quote texts that hold a colon or a brace",
                    e);
        } catch (YAMLException e) {
            throw new TaskException(
                    ErrorKind.CONFIGURATION, name + ": not YAML: " + e.getMessage(), "give a text file in YAML", e);
        }
    }

    private static TaskException unreadable(String message, IOException cause) {
        return new TaskException(
                ErrorKind.CONFIGURATION, message, "CATAVENTO_SOURCES is the path of sources.yaml", cause);
    }
}
