package dev.catavento.source.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The one content coding that is asked for: pages of JSON shrink to a sixth on their way. */
final class ContentCoding {
    static final String ACCEPTED = "gzip";

    private ContentCoding() {}

    /** @param longest more is not unpacked, whatever a small body promises */
    static byte[] decode(byte[] body, String coding, int longest) {
        if (!ACCEPTED.equalsIgnoreCase(coding)) {
            return body;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 16)) {
            var plain = in.readNBytes(longest + 1);
            if (plain.length > longest) {
                throw new SourceFailure.Overburdened("the source's answer is longer than any page");
            }
            return plain;
        } catch (EOFException | ZipException e) {
            throw new SourceFailure.Overburdened("the source's answer was cut short: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
