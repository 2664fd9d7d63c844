package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.Dimensions;
import dev.catavento.domain.Finding;
import dev.catavento.domain.FleetRule;
import dev.catavento.domain.Plant;
import dev.catavento.domain.Position;
import dev.catavento.domain.PowerRepair;
import dev.catavento.domain.SourceNote;
import dev.catavento.domain.SourcedTurbine;
import dev.catavento.domain.TextRepair;
import dev.catavento.domain.UtmNote;
import dev.catavento.domain.WindTurbine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Turns SIGEL's words into ours, once and here only; every repair and oddity of the row becomes a finding. */
final class SigelTurbineMapper {
    private final RowOddities oddities;

    /** @param capturedAt when the source was asked; a row cannot have been updated later */
    SigelTurbineMapper(Instant capturedAt) {
        this.oddities = new RowOddities(capturedAt);
    }

    MappedRow map(SigelTurbineRow row) {
        var found = new ArrayList<Finding>(0);
        Consumer<Finding> findings = found::add;
        var plantName = TextRepair.of("NOME_EOL", row.NOME_EOL(), findings);
        var designation = TextRepair.of("DEN_AEG", row.DEN_AEG(), findings);
        var ceg = TextRepair.of("CEG", row.CEG(), findings);
        var plantId = row.EOL_VERSAO_ID() == null || row.EOL_VERSAO_ID() == 0 ? null : row.EOL_VERSAO_ID();
        var plant = plantName == null && plantId == null
                ? null
                : new Plant(plantId, ceg, plantName == null ? "EOL " + plantId : plantName);
        var position = position(row);
        if (plant == null || designation == null || position == null || !position.inBrazil()) {
            return unusable(row, plant, designation, position);
        }
        var turbine = new WindTurbine(
                plant,
                designation,
                position,
                PowerRepair.of(row.POT_MW(), findings),
                new Dimensions(row.ALT_TORRE(), row.ALT_TOTAL(), row.DIAM_ROTOR()),
                OperationStatus.of(row.OPERACAO(), findings),
                TextRepair.of("PROPRIETARIO", row.PROPRIETARIO(), findings),
                TextRepair.of("UF", row.UF(), findings),
                new UtmNote(
                        row.X(),
                        row.Y(),
                        TextRepair.of("DATUM_EMP", row.DATUM_EMP(), findings),
                        TextRepair.of("FUSO_AG", row.FUSO_AG(), findings)),
                new SourceNote(
                        TextRepair.of("VERSAO", row.VERSAO(), findings),
                        TextRepair.of("ORIGEM", row.ORIGEM(), findings),
                        row.DATA_ATUALIZACAO() == null ? null : Instant.ofEpochMilli(row.DATA_ATUALIZACAO())));
        oddities.find(row, turbine, findings);
        return new MappedRow.Usable(
                new SourcedTurbine(turbine, row.OBJECTID(), found.isEmpty() ? List.of() : List.copyOf(found)));
    }

    private static Position position(SigelTurbineRow row) {
        return row.longitude() == null || row.latitude() == null ? null : new Position(row.longitude(), row.latitude());
    }

    private static MappedRow unusable(SigelTurbineRow row, Plant plant, String designation, Position position) {
        boolean placed = position != null && position.inBrazil();
        return new MappedRow.Unusable(
                row,
                placed ? FleetRule.ROW_UNNAMED : FleetRule.ROW_UNPLACED,
                placed ? unnamed(plant) : unplaced(position),
                plant == null ? null : plant.key(),
                designation,
                placed ? position : null);
    }

    private static String unnamed(Plant plant) {
        return plant == null ? "the row names no plant" : "the row has no designation";
    }

    private static String unplaced(Position position) {
        if (position == null) {
            return "the row has no geometry";
        }
        var where = "the position (longitude " + position.longitude() + ", latitude " + position.latitude()
                + ") is not in Brazil";
        return position.swapped().inBrazil() ? where + "; the other way round it would be" : where;
    }
}
