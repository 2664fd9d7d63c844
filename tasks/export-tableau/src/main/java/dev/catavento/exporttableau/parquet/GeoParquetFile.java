package dev.catavento.exporttableau.parquet;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Turns the database's CSV into GeoParquet with DuckDB, in this process. The whole coordinate system is given, not its
 * code: readers take anything less for WGS 84.
 */
public final class GeoParquetFile {
    /** A row group of 40,960 turbines and zstd's buffers fit; the rest spills into the scratch folder. */
    private static final String MEMORY_LIMIT = "96MB";

    private final Path scratch;

    /** @param scratch folder for what does not fit into memory */
    public GeoParquetFile(Path scratch) {
        this.scratch = scratch;
    }

    public void write(Path csv, Path parquet) throws IOException {
        var sql = Engine.resource("GeoParquetFile.write.sql")
                .replace("${crs}", Engine.literal(Engine.resource("sirgas2000.projjson")))
                .replace("${csv}", Engine.literal(csv.toString()))
                .replace("${parquet}", Engine.literal(parquet.toString()));
        try (var engine = Engine.inMemory(scratch, MEMORY_LIMIT)) {
            engine.execute(sql);
        }
    }
}
