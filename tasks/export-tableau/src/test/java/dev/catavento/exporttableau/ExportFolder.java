package dev.catavento.exporttableau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files below an export folder, as a test compares them. */
record ExportFolder(Path exports, String dataset) {
    static final List<String> FILES = List.of(
            "aerogeradores.csv",
            "catavento.xlsx",
            "datapackage.json",
            "issues.csv",
            "wind_farm.csv",
            "wind_turbine.parquet");

    ExportFolder(Path exports) {
        this(exports, "wind_fleet");
    }

    Path day(String day) {
        return exports.resolve(dataset).resolve(day);
    }

    /** Names in the dataset's folder, hidden ones included; none when there is no such folder. */
    List<String> names() {
        return list(exports.resolve(dataset));
    }

    Map<String, String> digests(String day) {
        var digests = new TreeMap<String, String>();
        for (var name : list(day(day))) {
            digests.put(name, digest(day(day).resolve(name)));
        }
        return digests;
    }

    Map<String, FileTime> modified(String day) throws IOException {
        var times = new TreeMap<String, FileTime>();
        for (var name : list(day(day))) {
            times.put(name, Files.getLastModifiedTime(day(day).resolve(name), LinkOption.NOFOLLOW_LINKS));
        }
        times.put("", Files.getLastModifiedTime(day(day)));
        times.put("latest", Files.getLastModifiedTime(day("latest"), LinkOption.NOFOLLOW_LINKS));
        return times;
    }

    String latest() throws IOException {
        return Files.readSymbolicLink(day("latest")).toString();
    }

    private static List<String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
