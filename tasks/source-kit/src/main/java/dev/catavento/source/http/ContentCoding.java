package dev.catavento.source.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

    /** The same for a body that is still coming: however long, nothing of it is kept. */
    static InputStream decode(InputStream body, String coding) throws IOException {
        return ACCEPTED.equalsIgnoreCase(coding) ? new Unpacked(body) : body;
    }

    /** Tells a packed body that is damaged or ends too early from a fault of its reader. */
    private static final class Unpacked extends InputStream {
        private final InputStream packed;
        private GZIPInputStream plain;

        Unpacked(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                if (plain == null) {
                    plain = new GZIPInputStream(packed, 1 << 16);
                }
                return plain.read(into, from, length);
            } catch (EOFException | ZipException e) {
                throw new SourceFailure.Overburdened("the source's answer was cut short: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            packed.close();
        }
    }
}
