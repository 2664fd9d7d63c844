package dev.catavento.source.telemetry;

import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Tells a Parquet file that is still being written from one that is whole, and from what is none (Apache Parquet, "File
 * Format": the file begins and ends with PAR1, before the last stands the footer's length, little-endian).
 */
final class ParquetEnds {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final int TAIL = 8;

    private ParquetEnds() {}

    /**
     * @throws SourceFailure.Unavailable for a file that has begun but not ended
     * @throws SourceFailure.BrokenAnswer for what is no Parquet file
     */
    static void check(DayFile day) {
        try (var file = new RandomAccessFile(day.path().toFile(), "r")) {
            long length = file.length();
            var head = new byte[(int) Math.min(MAGIC.length, length)];
            file.readFully(head);
            if (!Arrays.equals(head, Arrays.copyOf(MAGIC, head.length))) {
                throw new SourceFailure.BrokenAnswer(
                        day.origin() + " is not a Parquet file: PAR1 is not at its beginning");
            }
            if (length < MAGIC.length + TAIL || !ended(file, length)) {
                throw new SourceFailure.Unavailable(
                        day.origin() + " is half written: no footer and PAR1 at its end, after " + length + " bytes");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(RandomAccessFile file, long length) throws IOException {
        var tail = new byte[TAIL];
        file.seek(length - TAIL);
        file.readFully(tail);
        long footer = Integer.toUnsignedLong(
                tail[0] & 0xFF | (tail[1] & 0xFF) << 8 | (tail[2] & 0xFF) << 16 | (tail[3] & 0xFF) << 24);
        return Arrays.equals(tail, 4, TAIL, MAGIC, 0, MAGIC.length)
                && footer > 0
                && footer <= length - TAIL - MAGIC.length;
    }
}
