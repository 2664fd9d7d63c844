package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.csv.CsvFile;
import dev.catavento.exporttableau.datapackage.DataPackage;
import dev.catavento.exporttableau.datapackage.FileKind;
import dev.catavento.exporttableau.datapackage.ListedFiles;
import dev.catavento.exporttableau.datapackage.Resource;
import dev.catavento.exporttableau.folder.DatasetFolder;
import dev.catavento.exporttableau.folder.Draft;
import dev.catavento.exporttableau.folder.FileDigest;
import dev.catavento.exporttableau.parquet.GeoParquetFile;
import dev.catavento.exporttableau.table.GeoTurbineTable;
import dev.catavento.exporttableau.table.TurbineTable;
import dev.catavento.store.export.FleetPower;
import dev.catavento.store.export.PublishedTurbine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A tiny export without a store, into a folder that is deleted again: brings what an export needs into the AOT cache.
 */
final class Rehearsal {
    private static final LocalDate DAY = LocalDate.EPOCH;
    private static final PublishedTurbine TURBINE = new PublishedTurbine(
            -3.1,
            -35.2,
            4200.0,
            180.5,
            120.0,
            121.0,
            Instant.EPOCH,
            30000,
            "Usina, A",
            "=A\n1",
            1.5,
            2.5,
            "1",
            "SIRGAS2000",
            true,
            "UTM 24 S",
            null,
            null,
            1L,
            "RN",
            "EOL",
            "00000000-0000-0000-0000-000000000000",
            4.2,
            "power-in-kw");
    private static final String CSV = """
            turbine_id,plant_id_sigel,ceg,plant_name,designation,rated_power_kw,hub_height_m,tip_height_m,\
            rotor_diameter_m,operating,owner_name,state_uf,latitude,longitude,location_wkb,source_updated_at,\
            valid_from_day,issue_count,worst_severity,quality_flags,pot_mw_original,utm_easting_m,utm_northing_m,\
            utm_datum,utm_zone,source_version,source_origin,object_id
            a,1,,p,d,4200,120,180.5,121,t,"a ""b"" c",RN,-3.1,-35.2,0101000000000000000000f03f000000000000f03f,\
            2022-10-24 15:37:27+00,2026-01-01,0,,,4.2,1,2,,,,,1
            """;

    private Rehearsal() {}

    static void perform() throws IOException {
        var temporary = Files.createTempDirectory("catavento-rehearsal");
        var folder = new DatasetFolder(temporary, WindFleetExport.DATASET);
        folder.tidy();
        try (var draft = folder.draft(DAY);
                var scratch = folder.draft(DAY)) {
            files(draft, scratch);
            var dataPackage = FileDigest.of(draft.path(DataPackage.FILE));
            folder.publish(draft, DAY);
            folder.latest().moveTo(DAY);
            ListedFiles.unchanged(folder.of(DAY), dataPackage.sha256());
        } finally {
            folder.delete();
            Files.delete(temporary);
        }
    }

    private static void files(Draft draft, Draft scratch) throws IOException {
        var none = new FleetPower.Share(0, 0);
        var summary = new FleetSummary(DAY, "none", true, new FleetPower(none, none, none));
        try (var csv = new CsvFile<>(draft.create(TurbineTable.TABLE.file()), TurbineTable.TABLE.columns())) {
            csv.accept(TURBINE);
        }
        try (var book = new FleetWorkbook(scratch, summary)) {
            try (var sheet = book.turbines()) {
                sheet.accept(TURBINE);
            }
            book.finish(draft);
        }
        var copied = scratch.path("wind_turbine.csv");
        Files.writeString(copied, CSV);
        new GeoParquetFile(scratch.path("")).write(copied, draft.path(GeoTurbineTable.TABLE.file()));
        try (var json = draft.create(DataPackage.FILE)) {
            var turbines = draft.path(TurbineTable.TABLE.file());
            new DataPackage(summary, "none", List.of(resource(turbines))).write(json);
        }
    }

    private static Resource resource(Path turbines) throws IOException {
        return Resource.of(TurbineTable.TABLE, FileKind.CSV, 1, FileDigest.of(turbines));
    }
}
