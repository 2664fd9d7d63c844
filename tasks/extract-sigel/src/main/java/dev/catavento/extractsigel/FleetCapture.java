package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.LayerDescription;
import dev.catavento.store.raw.Capture;
import dev.catavento.store.raw.NewCapture;
import dev.catavento.store.raw.NewSnapshot;
import dev.catavento.store.raw.RawSession;
import dev.catavento.task.RunFacts;
import dev.catavento.task.RunReportJson;
import dev.catavento.task.TaskRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Records a proven set for its day: as a new snapshot, or as confirmed by one that holds the same rows. */
final class FleetCapture {
    private static final Logger LOG = Logger.getLogger(FleetCapture.class);

    private final RawSession raw;
    private final TaskRequest request;
    private final boolean provisional;
    private final Tally tally;

    FleetCapture(RawSession raw, TaskRequest request, boolean provisional, Tally tally) {
        this.raw = raw;
        this.request = request;
        this.provisional = provisional;
        this.tally = tally;
    }

    RunFacts record(FleetReading reading, String sourceUrl) {
        var capture = new NewCapture(request.day(), reading.askedAt(), provisional, reading.proof(), request.runId());
        tally.put("captured_at", reading.askedAt());
        tally.put("provisional", provisional);
        var print = reading.landing().rows().print();
        var same = findSame(print, reading.proof().idsReceived());
        return same.isPresent() ? confirm(capture, same.get()) : store(capture, reading, sourceUrl, print);
    }

    /** The day's own capture comes first, then the newest before it. */
    private Optional<Capture> findSame(FleetPrint print, int rows) {
        return Stream.of(raw.findCapture(request.day()), raw.findCaptureBefore(request.day()))
                .flatMap(Optional::stream)
                .filter(known -> known.rowCount() == rows)
                .filter(known ->
                        FleetPrint.read(raw.getFingerprint(known.snapshotId())).sameAs(print))
                .findFirst();
    }

    private RunFacts confirm(NewCapture capture, Capture same) {
        raw.confirm(capture, same.snapshotId());
        LOG.infof("confirmed: same as the snapshot of %s", same.snapshotDay());
        tally.put("state", "confirmed");
        tally.put("snapshot_id", same.snapshotId());
        tally.put("confirmed_by_day", same.snapshotDay().toString());
        return tally.confirmed();
    }

    private RunFacts store(NewCapture capture, FleetReading reading, String sourceUrl, FleetPrint print) {
        long id = raw.store(
                capture,
                new NewSnapshot(
                        reading.landing().listSha256(),
                        sourceUrl,
                        reading.proof().idsReceived(),
                        print.gzip(),
                        fieldsJson(reading.layer())));
        LOG.infof(
                "stored as snapshot %d: %,d rows%s",
                id, reading.proof().idsReceived(), provisional ? ", provisional: the day is not over" : "");
        tally.put("state", "stored");
        tally.put("snapshot_id", id);
        return tally.stored();
    }

    private static String fieldsJson(LayerDescription layer) {
        return layer.fields().stream()
                .map(field -> RunReportJson.object(java.util.Map.of("name", field.name(), "type", field.type())))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
