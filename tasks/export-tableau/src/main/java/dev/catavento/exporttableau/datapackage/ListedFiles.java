package dev.catavento.exporttableau.datapackage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.exporttableau.folder.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks an exported folder against its own {@code datapackage.json}. */
public final class ListedFiles {
    private static final JsonFactory JSON = new JsonFactory();

    private ListedFiles() {}

    /** True when the Data Package has this digest and all the files it lists are there, byte for byte. */
    public static boolean unchanged(Path folder, String dataPackageSha256) throws IOException {
        var dataPackage = folder.resolve(DataPackage.FILE);
        if (!isFile(dataPackage) || !FileDigest.of(dataPackage).sha256().equals(dataPackageSha256)) {
            return false;
        }
        for (var file : of(dataPackage)) {
            var path = folder.resolve(file.name());
            if (!isFile(path)
                    || Files.size(path) != file.digest().bytes()
                    || !FileDigest.of(path).equals(file.digest())) {
                return false;
            }
        }
        return true;
    }

    private static List<ExportedFile> of(Path dataPackage) throws IOException {
        try (var json = JSON.createParser(dataPackage.toFile())) {
            var files = new ArrayList<ExportedFile>();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean resources = json.currentName().equals("resources");
                json.nextToken();
                while (resources && json.nextToken() == JsonToken.START_OBJECT) {
                    files.add(file(json));
                }
                json.skipChildren();
            }
            return files;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static ExportedFile file(JsonParser json) throws IOException {
        String path = "";
        String hash = "";
        long bytes = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "path" -> path = json.getText();
                case "hash" -> hash = json.getText();
                case "bytes" -> bytes = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        return new ExportedFile(path, new FileDigest(bytes, hash.substring(hash.indexOf(':') + 1)));
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }
}
