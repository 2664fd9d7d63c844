package dev.catavento.exporttableau.table;

import static java.util.Map.entry;

import dev.catavento.store.export.PublishedTurbine;
import java.util.List;
import java.util.Map;

/** The fleet as analysts know it: SIGEL's fields under their own names, in the layer's order, with repaired values. */
public final class TurbineTable {
    public static final Table<PublishedTurbine> TABLE = new Table<>(
            "aerogeradores",
            "aerogeradores.csv",
            new Words("Aerogeradores", "Wind turbines"),
            new Words(
                    "A frota publicada, um aerogerador por linha, com os campos do SIGEL e os valores reparados.",
                    "The published fleet, one turbine a row, with SIGEL's fields and repaired values."),
            List.of("turbine_id"),
            Columns.of(
                    "aerogeradores",
                    Map.ofEntries(
                            entry("latitude", PublishedTurbine::latitude),
                            entry("longitude", PublishedTurbine::longitude),
                            entry("POT_MW", turbine -> Megawatt.ofKilowatt(turbine.ratedPowerKw())),
                            entry("ALT_TOTAL", PublishedTurbine::tipHeightM),
                            entry("ALT_TORRE", PublishedTurbine::hubHeightM),
                            entry("DIAM_ROTOR", PublishedTurbine::rotorDiameterM),
                            entry("DATA_ATUALIZACAO", PublishedTurbine::sourceUpdatedAt),
                            entry("EOL_VERSAO_ID", PublishedTurbine::plantIdSigel),
                            entry("NOME_EOL", PublishedTurbine::plantName),
                            entry("DEN_AEG", PublishedTurbine::designation),
                            entry("X", PublishedTurbine::utmEastingM),
                            entry("Y", PublishedTurbine::utmNorthingM),
                            entry("VERSAO", PublishedTurbine::sourceVersion),
                            entry("DATUM_EMP", PublishedTurbine::utmDatum),
                            entry("OPERACAO", PublishedTurbine::operating),
                            entry("FUSO_AG", PublishedTurbine::utmZone),
                            entry("PROPRIETARIO", PublishedTurbine::ownerName),
                            entry("ORIGEM", PublishedTurbine::sourceOrigin),
                            entry("OBJECTID", PublishedTurbine::objectId),
                            entry("UF", PublishedTurbine::stateUf),
                            entry("CEG", PublishedTurbine::ceg),
                            entry("turbine_id", PublishedTurbine::turbineId),
                            entry("pot_mw_original", PublishedTurbine::potMwOriginal),
                            entry("quality_flags", PublishedTurbine::qualityFlags))));

    private TurbineTable() {}
}
