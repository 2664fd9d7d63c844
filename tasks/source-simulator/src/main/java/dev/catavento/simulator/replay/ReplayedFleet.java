package dev.catavento.simulator.replay;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.FleetSource;
import dev.catavento.simulator.layer.Jitter;
import dev.catavento.simulator.layer.SourceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A fleet that was recorded once; it is the same on every day and has no archive. Read when first asked for. */
public final class ReplayedFleet implements FleetSource {

    private static final int HASH_CHARACTERS = 12;

    private final Recording recording;
    private Fleet fleet;
    private String identity;

    public ReplayedFleet(Path folder) {
        this.recording = Recording.find(folder);
    }

    @Override
    public synchronized String identity() {
        if (identity == null) {
            identity = "replay of " + recording.name() + " (sha256 " + hash() + ")";
        }
        return identity;
    }

    @Override
    public synchronized Fleet today() {
        if (fleet == null) {
            List<NumberedRow> rows =
                    recording.isCsv() ? CsvFleet.read(recording.files().getFirst()) : EsriPages.read(recording.files());
            fleet = fleetOf(rows);
        }
        return fleet;
    }

    @Override
    public Fleet on(LocalDate day) {
        throw new ArcGisException(400, "A recorded fleet has no archive by day: ask /arcgis without a day");
    }

    private static Fleet fleetOf(List<NumberedRow> rows) {
        List<NumberedRow> ordered = rows.stream()
                .sorted(Comparator.comparingInt(NumberedRow::objectId))
                .toList();
        int[] ids = ordered.stream().mapToInt(NumberedRow::objectId).toArray();
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] == ids[i - 1]) {
                throw new NoRecordingException("the recorded fleet has OBJECTID " + ids[i] + " twice");
            }
        }
        return new Fleet(ids, ordered.stream().map(NumberedRow::row).toArray(SourceRow[]::new), Jitter.NONE);
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : recording.files()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARACTERS);
        } catch (IOException e) {
            throw new NoRecordingException("cannot read " + recording.name() + ": " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
