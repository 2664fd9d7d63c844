package dev.catavento.maintainstore;

import dev.catavento.domain.RawRetention;
import dev.catavento.maintainstore.raw.PageDigest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What a run needs beyond the store, for the AOT cache. */
final class Rehearsal {
    private Rehearsal() {}

    static void play() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write('.');
        }
        PageDigest.of(new ByteArrayInputStream(packed.toByteArray()));
        new RawRetention(LocalDate.EPOCH, 1, null).kept(List.of(LocalDate.EPOCH));
    }
}
