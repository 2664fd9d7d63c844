package dev.catavento.store.export;

import java.time.Instant;

/**
 * A turbine of the published fleet. Boxed values may be null: the source does not know them.
 *
 * @param potMwOriginal what the source said, in its own unit or not
 * @param utmEastingM as the source says, in the row's own datum and zone
 * @param objectId the source's row number in the newest snapshot
 * @param qualityFlags the rules of the turbine's open issues, separated by {@code ;}
 */
public record PublishedTurbine(
        double latitude,
        double longitude,
        Double ratedPowerKw,
        Double tipHeightM,
        Double hubHeightM,
        Double rotorDiameterM,
        Instant sourceUpdatedAt,
        Integer plantIdSigel,
        String plantName,
        String designation,
        Double utmEastingM,
        Double utmNorthingM,
        String sourceVersion,
        String utmDatum,
        Boolean operating,
        String utmZone,
        String ownerName,
        String sourceOrigin,
        Long objectId,
        String stateUf,
        String ceg,
        String turbineId,
        Double potMwOriginal,
        String qualityFlags) {}
