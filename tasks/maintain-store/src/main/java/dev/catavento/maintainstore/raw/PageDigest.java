package dev.catavento.maintainstore.raw;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPInputStream;

/**
 * The content of a packed page: its hash and size. Unpacked piece by piece; no page is in memory as a whole.
 *
 * @param sha256 of the bytes as the source sent them
 */
public record PageDigest(byte[] sha256, long bytes) {
    private static final int BUFFER = 1 << 16;

    /** Throws {@link IOException} where the page cannot be unpacked. */
    public static PageDigest of(InputStream bodyGzip) throws IOException {
        try (var body = new GZIPInputStream(bodyGzip, 1 << 14)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
            return new PageDigest(digest.digest(), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
