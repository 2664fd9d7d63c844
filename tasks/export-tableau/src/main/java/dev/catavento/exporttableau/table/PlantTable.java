package dev.catavento.exporttableau.table;

import static java.util.Map.entry;

import dev.catavento.store.export.PublishedPlant;
import java.util.List;
import java.util.Map;

/** The plants of the fleet, with turbines and power by operating status. */
public final class PlantTable {
    public static final Table<PublishedPlant> TABLE = new Table<>(
            "wind_farm",
            "wind_farm.csv",
            new Words("Usinas", "Wind plants"),
            new Words(
                    "As usinas da frota, com aerogeradores e potência por situação de operação.",
                    "The fleet's plants, with turbines and power by operating status."),
            List.of(),
            Columns.of(
                    "wind_farm",
                    Map.ofEntries(
                            entry("plant_id_sigel", PublishedPlant::plantIdSigel),
                            entry("ceg", PublishedPlant::ceg),
                            entry("plant_name", PublishedPlant::plantName),
                            entry("state_uf", PublishedPlant::stateUf),
                            entry("turbine_count", PublishedPlant::turbineCount),
                            entry("operating_turbine_count", PublishedPlant::operatingTurbineCount),
                            entry("operating_power_kw", PublishedPlant::operatingPowerKw),
                            entry("not_operating_turbine_count", PublishedPlant::notOperatingTurbineCount),
                            entry("not_operating_power_kw", PublishedPlant::notOperatingPowerKw),
                            entry("unknown_turbine_count", PublishedPlant::unknownTurbineCount),
                            entry("unknown_power_kw", PublishedPlant::unknownPowerKw),
                            entry("rated_power_kw", PublishedPlant::ratedPowerKw),
                            entry("latitude", PublishedPlant::latitude),
                            entry("longitude", PublishedPlant::longitude))));

    private PlantTable() {}
}
