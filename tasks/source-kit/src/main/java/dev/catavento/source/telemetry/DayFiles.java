package dev.catavento.source.telemetry;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.http.SourceHttp;
import dev.catavento.source.http.StreamedAnswer;
import dev.catavento.task.Retry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Finds the file of a day, and fetches it first where it is on a server; what is in it is not looked at here. */
public final class DayFiles {
    private static final Set<Integer> NONE = Set.of(404, 410);

    private final SourceHttp http;
    private final Retry retry;
    private final Path folder;

    /** @param folder for files that are fetched, with room for one */
    public DayFiles(SourceHttp http, Retry retry, Path folder) {
        this.http = http;
        this.retry = retry;
        this.folder = folder;
    }

    /**
     * Empty where the source has no file of the day.
     *
     * @throws SourceFailure.Unavailable when it is not there as a whole, or not yet; when the one file of all days is not
     * @throws SourceFailure when it is something else
     * @throws UncheckedIOException when there is no room for it
     */
    public Optional<DayFile> find(TelemetrySource source, LocalDate day) throws InterruptedException {
        var origin = source.address().replace(SourceAddress.DAY, day.toString());
        var file = SourceAddress.url(origin) ? fetched(source, origin) : local(origin);
        if (file.isEmpty() && source.holdsManyDays()) {
            throw new SourceFailure.Unavailable("there is no file " + origin);
        }
        file.filter(found -> source.dialect().equals("parquet")).ifPresent(DayFiles::whole);
        return file;
    }

    private static void whole(DayFile parquet) {
        try {
            ParquetEnds.check(parquet);
        } catch (RuntimeException e) {
            parquet.close();
            throw e;
        }
    }

    private static Optional<DayFile> local(String origin) {
        var path = Path.of(origin);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new SourceFailure.Misconfigured(
                    origin + " cannot be read", "let the task's user read it: a file, not a folder", null);
        }
        return Optional.of(new DayFile(path, origin, false));
    }

    private Optional<DayFile> fetched(TelemetrySource source, String origin) throws InterruptedException {
        var copy = emptyCopy();
        boolean there = false;
        try {
            there = retry.call("file " + origin, () -> fetch(source, URI.create(origin), copy), PatientDialect::pause);
            return there ? Optional.of(new DayFile(copy, origin, true)) : Optional.empty();
        } finally {
            if (!there) {
                new DayFile(copy, origin, true).close();
            }
        }
    }

    private boolean fetch(TelemetrySource source, URI url, Path copy) throws InterruptedException {
        return http.stream(url, "*/*", answer -> {
            if (NONE.contains(answer.status())) {
                return false;
            }
            if (answer.status() != 200) {
                throw Refusals.of(source, answer);
            }
            return save(answer, copy);
        });
    }

    private static boolean save(StreamedAnswer answer, Path copy) throws IOException {
        try (var out = Files.newOutputStream(copy)) {
            answer.body().transferTo(out);
        }
        return true;
    }

    private Path emptyCopy() {
        try {
            return Files.createTempFile(folder, "day-", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
