package dev.catavento.exporttableau.table;

import java.util.List;
import java.util.Map;

/** The fleet for programs and maps: the columns of {@code out.wind_turbine}, written by the databases themselves. */
public final class GeoTurbineTable {
    public static final Table<Void> TABLE = new Table<>(
            "wind_turbine",
            "wind_turbine.parquet",
            new Words("Aerogeradores (GeoParquet)", "Wind turbines (GeoParquet)"),
            new Words(
                    "A mesma frota para mapas e programas: colunas em inglês, geometria em SIRGAS 2000 (EPSG:4674).",
                    "The same fleet for maps and programs: English columns, geometry in SIRGAS 2000 (EPSG:4674)."),
            List.of("turbine_id"),
            Columns.of("wind_turbine", Map.of()));

    private GeoTurbineTable() {}
}
