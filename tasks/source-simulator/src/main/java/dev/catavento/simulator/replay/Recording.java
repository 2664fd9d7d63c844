package dev.catavento.simulator.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a recorded fleet: the folder's newest whole-fleet CSV, or its raw pages where there is no CSV. Newest is
 * what carries the latest date in its name; without dates, what was written last.
 */
public record Recording(List<Path> files, boolean isCsv) {

    private static final Pattern DATE = Pattern.compile("(20\\d\\d)-?([01]\\d)(?:-?([0-3]\\d))?");
    private static final int HEADER_BYTES = 4096;

    /**
     * @throws NoRecordingException where the folder has neither
     */
    public static Recording find(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> all = list.sorted().toList();
            var newest = all.stream().filter(Recording::isFleetCsv).max(Comparator.comparing(Recording::age));
            if (newest.isPresent()) {
                return new Recording(List.of(newest.get()), true);
            }
            List<Path> pages = all.stream()
                    .filter(file -> file.getFileName().toString().endsWith(".esri.json"))
                    .toList();
            if (pages.isEmpty()) {
                throw new NoRecordingException("no recorded fleet in " + folder
                        + ": neither a CSV with OBJECTID, LATITUDE and LONGITUDE nor *.esri.json");
            }
            return new Recording(pages, false);
        } catch (IOException e) {
            throw new NoRecordingException("cannot read " + folder + ": " + e.getMessage());
        }
    }

    /** Its name for people. */
    String name() {
        return files.size() == 1
                ? files.getFirst().getFileName().toString()
                : files.size() + " raw pages from " + files.getFirst().getFileName();
    }

    private static boolean isFleetCsv(Path file) {
        if (!file.getFileName().toString().endsWith(".csv")) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            return Stream.of("OBJECTID", "LATITUDE", "LONGITUDE").allMatch(head::contains);
        } catch (IOException e) {
            throw new NoRecordingException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static String age(Path file) {
        Matcher date = DATE.matcher(file.getFileName().toString());
        String named = "";
        while (date.find()) {
            named = date.group(1) + date.group(2) + (date.group(3) == null ? "00" : date.group(3));
        }
        try {
            return named + " " + Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new NoRecordingException("cannot read " + file + ": " + e.getMessage());
        }
    }
}
