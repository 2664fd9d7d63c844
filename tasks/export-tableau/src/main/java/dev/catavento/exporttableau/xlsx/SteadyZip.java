package dev.catavento.exporttableau.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook anew, part by part in the order given, so that the same cells give the same bytes: every part gets
 * the same time, and the moment of writing is left out. So is a sheet's size, which fastexcel always calls one cell:
 * some readers believe it. Parts are read by the zip's directory, as {@code ZipInputStream} refuses fastexcel's zip64.
 */
final class SteadyZip {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern UNWANTED =
            Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>|<dimension ref=\"A1\"/>");

    /** What is unwanted stands in the first bytes of a part. */
    private static final int HEAD = 1 << 12;

    private static final int COMPRESSION = 4;
    private static final int BUFFER = 1 << 16;

    private SteadyZip() {}

    static void copy(Path from, Path to) throws IOException {
        try (var parts = new ZipFile(from.toFile());
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to), BUFFER))) {
            zip.setLevel(COMPRESSION);
            for (var part : Collections.list(parts.entries())) {
                var entry = new ZipEntry(part.getName());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                try (var content = parts.getInputStream(part)) {
                    copy(content, zip);
                }
            }
        }
    }

    private static void copy(InputStream content, OutputStream zip) throws IOException {
        var head = new String(content.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        zip.write(UNWANTED.matcher(head).replaceAll("").getBytes(StandardCharsets.ISO_8859_1));
        content.transferTo(zip);
    }
}
