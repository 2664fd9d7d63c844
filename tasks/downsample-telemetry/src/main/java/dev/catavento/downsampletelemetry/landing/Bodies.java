package dev.catavento.downsampletelemetry.landing;

import dev.catavento.source.telemetry.BodySink;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps what one question was answered, untouched, packed, in scratch files of at most 16 MB of the source's bytes each.
 * Nothing is held in memory.
 */
public final class Bodies implements BodySink {
    private static final long LARGEST = 16L << 20;

    private final Path folder;
    private final String prefix;
    private final boolean kept;
    private final boolean packed;
    private final List<KeptBody> bodies = new ArrayList<>();

    /**
     * @param kept false for the hashes only
     * @param packed false for what is compressed already: the gzip form is kept, without the effort
     */
    public Bodies(Path folder, String prefix, boolean kept, boolean packed) {
        this.folder = folder;
        this.prefix = prefix;
        this.kept = kept;
        this.packed = packed;
    }

    /** What has come so far, in order. */
    public List<KeptBody> all() {
        return bodies;
    }

    /** Forgets what a failed attempt has brought. */
    public void clear() {
        bodies.clear(); // their files are written over
    }

    @Override
    public OutputStream open(URI url) {
        return new Parts(url);
    }

    /**
     * Keeps a whole file, several parts at a time.
     *
     * @throws IOException also where the file has become shorter meanwhile
     */
    public void copy(URI url, Path file) throws IOException {
        long size = Files.size(file);
        try {
            bodies.addAll(IntStream.range(0, (int) ((size + LARGEST - 1) / LARGEST))
                    .parallel()
                    .mapToObj(i -> part(url, file, i, Math.min(LARGEST, size - i * LARGEST)))
                    .toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private KeptBody part(URI url, Path file, int i, long length) {
        try (var channel = FileChannel.open(file)) {
            channel.position(i * LARGEST);
            var in = Channels.newInputStream(channel);
            var part = new Part(url, i);
            var buffer = new byte[1 << 17];
            while (part.bytes < length) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, length - part.bytes));
                if (read < 0) {
                    throw new EOFException(file + " became shorter while it was read");
                }
                part.take(buffer, 0, read);
            }
            return part.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a new part whenever one is full. */
    private final class Parts extends OutputStream {
        private final URI url;
        private Part part;

        Parts(URI url) {
            this.url = url;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (part == null) {
                    part = new Part(url, bodies.size());
                }
                int taken = (int) Math.min(left, LARGEST - part.bytes);
                part.take(bytes, from, taken);
                from += taken;
                left -= taken;
                if (part.bytes == LARGEST) {
                    end();
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (part != null) {
                end();
            }
        }

        private void end() throws IOException {
            bodies.add(part.end());
            part = null;
        }
    }

    private final class Part {
        private final URI url;
        private final MessageDigest digest = Sha256.start();
        private final Path file;
        private final OutputStream out;
        private long bytes;

        Part(URI url, int number) throws IOException {
            this.url = url;
            this.file = kept ? folder.resolve(prefix + "-" + number + ".gz") : null;
            this.out = kept ? new Gzip(Files.newOutputStream(file), packed) : OutputStream.nullOutputStream();
        }

        void take(byte[] data, int offset, int length) throws IOException {
            digest.update(data, offset, length);
            out.write(data, offset, length);
            bytes += length;
        }

        KeptBody end() throws IOException {
            out.close();
            return new KeptBody(url, digest.digest(), bytes, file);
        }
    }

    private static final class Gzip extends FilterOutputStream {
        Gzip(OutputStream out, boolean packed) throws IOException {
            super(new GZIPOutputStream(out, 1 << 16) {
                {
                    def.setLevel(packed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
                }
            });
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
