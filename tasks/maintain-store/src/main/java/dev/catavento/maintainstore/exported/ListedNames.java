package dev.catavento.maintainstore.exported;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The names of an exported day's files, from its own Data Package (Frictionless Data Package, {@code resources[].path}). */
final class ListedNames {
    private static final String DATA_PACKAGE = "datapackage.json";
    private static final JsonFactory JSON = new JsonFactory();

    private ListedNames() {}

    /** The Data Package among them; none where the folder has no Data Package that can be read as one. */
    static Set<String> of(Path folder) throws IOException {
        var dataPackage = folder.resolve(DATA_PACKAGE);
        if (!Files.isRegularFile(dataPackage, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        var names = new HashSet<String>();
        try (var json = JSON.createParser(dataPackage.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean resources = json.currentName().equals("resources");
                json.nextToken();
                while (resources && json.nextToken() == JsonToken.START_OBJECT) {
                    addPath(json, names);
                }
                json.skipChildren();
            }
        } catch (JsonProcessingException e) {
            return Set.of();
        }
        if (!names.isEmpty()) {
            names.add(DATA_PACKAGE);
        }
        return names;
    }

    private static void addPath(JsonParser json, Set<String> names) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean path = json.currentName().equals("path");
            json.nextToken();
            if (path) {
                names.add(json.getText());
            }
            json.skipChildren();
        }
    }
}
