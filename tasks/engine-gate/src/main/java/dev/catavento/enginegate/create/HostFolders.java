package dev.catavento.enginegate.create;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of the engine's machine that containers may see.
 *
 * @param exports a direct subfolder of it, to write to; empty: none
 * @param sources this very folder, to read only; empty: none
 */
public record HostFolders(Optional<Path> exports, Optional<Path> sources) {
    /** No container sees anything of the machine. */
    public static final HostFolders NONE = new HostFolders(Optional.empty(), Optional.empty());
}
