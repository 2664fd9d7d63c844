package dev.catavento.downsampletelemetry.windows;

import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the engine's {@code statistics} as Parquet files of so many turbines each: the same rows, the same bytes. */
final class BlobFiles {
    private final Engine engine;
    private final Path folder;
    private final int turbinesEach;
    private final String prefix;
    private int written;

    BlobFiles(Engine engine, Path folder, int turbinesEach, String prefix) {
        this.engine = engine;
        this.folder = folder;
        this.turbinesEach = turbinesEach;
        this.prefix = prefix;
    }

    List<Blob> write(List<Turbine> range) {
        var blobs = new ArrayList<Blob>();
        for (int from = 0; from < range.size(); from += turbinesEach) {
            var part = range.subList(from, Math.min(range.size(), from + turbinesEach));
            var file = folder.resolve(prefix + "-" + written++ + ".parquet");
            var values = Map.of(
                    "first", String.valueOf(from),
                    "last", String.valueOf(from + part.size() - 1),
                    "file", SqlTemplate.literal(file.toString()));
            long rows = engine.write(SqlTemplate.fill(BlobFiles.class, "blob.sql", values));
            blobs.add(new Blob(file, part.getFirst().name(), part.getLast().name(), rows));
        }
        return blobs;
    }
}
