package dev.catavento.domain;

/**
 * One wind turbine, repaired and in our units; which turbine it is says {@link TurbineKey}.
 *
 * @param designation DEN_AEG, cleaned: the name within the plant
 * @param operating true, false, or null where the source does not say
 * @param ownerName null where unknown
 * @param stateUf two letters as the source says, null where unknown
 */
public record WindTurbine(
        Plant plant,
        String designation,
        Position position,
        RatedPower power,
        Dimensions dimensions,
        Boolean operating,
        String ownerName,
        String stateUf,
        UtmNote utm,
        SourceNote source) {

    public TurbineKey key() {
        return new TurbineKey(plant.key(), designation, position);
    }

    public WindTurbine at(Position other) {
        return new WindTurbine(
                plant, designation, other, power, dimensions, operating, ownerName, stateUf, utm, source);
    }
}
