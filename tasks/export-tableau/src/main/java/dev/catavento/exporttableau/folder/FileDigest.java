package dev.catavento.exporttableau.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file's size and content.
 *
 * @param sha256 lower-case hex
 */
public record FileDigest(long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;

    public static FileDigest of(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = ByteBuffer.allocate(BUFFER);
            long bytes = 0;
            while (channel.read(buffer) >= 0) {
                bytes += buffer.flip().remaining();
                digest.update(buffer);
                buffer.clear();
            }
            return new FileDigest(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
