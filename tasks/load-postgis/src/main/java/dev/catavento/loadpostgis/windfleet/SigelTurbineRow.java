package dev.catavento.loadpostgis.windfleet;

import java.util.List;

/**
 * One row of SIGEL's turbine layer, in its own words and units. {@code null} where the row has none.
 *
 * @param longitude x of the geometry, degrees in SIRGAS 2000
 * @param unreadable values of another type than the field, as {@code field=text}
 */
record SigelTurbineRow(
        Double POT_MW,
        Double ALT_TOTAL,
        Double ALT_TORRE,
        Double DIAM_ROTOR,
        Long DATA_ATUALIZACAO,
        Integer EOL_VERSAO_ID,
        String NOME_EOL,
        String DEN_AEG,
        Double X,
        Double Y,
        String VERSAO,
        String DATUM_EMP,
        String OPERACAO,
        String FUSO_AG,
        String PROPRIETARIO,
        String ORIGEM,
        long OBJECTID,
        String UF,
        String CEG,
        Double longitude,
        Double latitude,
        List<String> unreadable) {}
