package dev.catavento.downsampletelemetry.landing;

import dev.catavento.store.raw.LandedInput;
import dev.catavento.store.raw.TelemetryStore;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What a source answered once, brought from {@code raw} into scratch files, each part proven by its hash. */
public final class LandedBodies {
    private final List<KeptBody> parts = new ArrayList<>();

    /** @throws TaskException {@link ErrorKind#STORE_DAMAGED} where a part is not what was landed */
    public LandedBodies(TelemetryStore store, LandedInput input, Path scratch) {
        for (var part : input.parts()) {
            var file = scratch.resolve("landed-" + parts.size() + ".gz");
            try {
                Files.write(file, store.page(part.sha256()));
                parts.add(new KeptBody(URI.create(part.url()), part.sha256(), proven(file, part.sha256()), file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In the order in which they came. */
    public List<KeptBody> parts() {
        return parts;
    }

    /** The parts of one answer, unpacked, one after the other. */
    public static InputStream unpacked(List<KeptBody> answer) throws IOException {
        var streams = new ArrayList<InputStream>();
        for (var part : answer) {
            streams.add(new GZIPInputStream(Files.newInputStream(part.gzip()), 1 << 16));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static long proven(Path file, byte[] sha256) {
        long bytes = 0;
        var digest = Sha256.start();
        try (var in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            var buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) > 0; ) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        } catch (IOException e) {
            throw damaged(sha256, "cannot be unpacked (" + e.getMessage() + ")");
        }
        if (!Arrays.equals(digest.digest(), sha256)) {
            throw damaged(sha256, "has another content than it was landed with");
        }
        return bytes;
    }

    private static TaskException damaged(byte[] sha256, String how) {
        return new TaskException(
                ErrorKind.STORE_DAMAGED,
                "page " + HexFormat.of().formatHex(sha256) + " of raw " + how,
                "run maintain-store for the whole damage, restore a backup, or ask the source again without --replay");
    }
}
