package dev.catavento.exporttableau.folder;

import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder that all exports are in, as the settings name it. */
@Singleton
public class ExportRoot {
    private final Settings settings;

    @Inject
    ExportRoot(Settings settings) {
        this.settings = settings;
    }

    public Path path() {
        try {
            return Path.of(settings.get(Setting.EXPORT_DIR)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw settings.wrong(Setting.EXPORT_DIR, "is not a path: " + e.getMessage(), "give a folder");
        }
    }
}
