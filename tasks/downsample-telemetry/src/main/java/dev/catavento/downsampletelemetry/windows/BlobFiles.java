package dev.catavento.downsampletelemetry.windows;

import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Writes the engine's {@code statistics} as Parquet files of so many turbines each: the same rows, the same bytes. */
final class BlobFiles {
    private final Engine engine;
    private final Path folder;
    private final int turbinesEach;
    private int written;

    BlobFiles(Engine engine, Path folder, int turbinesEach) {
        this.engine = engine;
        this.folder = folder;
        this.turbinesEach = turbinesEach;
    }

    void write(List<Turbine> range, Consumer<Blob> blobs) {
        for (int from = 0; from < range.size(); from += turbinesEach) {
            var part = range.subList(from, Math.min(range.size(), from + turbinesEach));
            var first = part.getFirst().name();
            var last = part.getLast().name();
            var file = folder.resolve("statistics-" + written++ + ".parquet");
            var rows = "FROM statistics WHERE turbine BETWEEN " + SqlTemplate.literal(first) + " AND "
                    + SqlTemplate.literal(last);
            engine.execute("COPY (SELECT * " + rows + " ORDER BY turbine, w) TO " + SqlTemplate.literal(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
            blobs.accept(new Blob(file, first, last, engine.number("SELECT count(*) " + rows)));
        }
    }
}
