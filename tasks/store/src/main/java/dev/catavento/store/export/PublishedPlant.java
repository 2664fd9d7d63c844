package dev.catavento.store.export;

/** A plant of the published fleet; its power and turbines by operating status, its place the turbines' mean. */
public record PublishedPlant(
        Integer plantIdSigel,
        String ceg,
        String plantName,
        String stateUf,
        long turbineCount,
        Double ratedPowerKw,
        long operatingTurbineCount,
        Double operatingPowerKw,
        long notOperatingTurbineCount,
        Double notOperatingPowerKw,
        long unknownTurbineCount,
        Double unknownPowerKw,
        double latitude,
        double longitude) {}
