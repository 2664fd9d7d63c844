package dev.catavento.store.export;

/** The turbines as the database itself writes them: no value passes through Java. */
final class TurbineCopy {
    static final String SQL = """
            COPY (SELECT turbine_id, plant_id_sigel, ceg, plant_name, designation, rated_power_kw, hub_height_m,
                         tip_height_m, rotor_diameter_m, operating, owner_name, state_uf, latitude, longitude,
                         encode(public.ST_AsBinary(location, 'NDR'), 'hex') AS location_wkb, source_updated_at,
                         valid_from_day, issue_count, worst_severity, quality_flags, pot_mw_original, utm_easting_m,
                         utm_northing_m, utm_datum, utm_zone, source_version, source_origin, object_id
                    FROM out.wind_turbine
                   ORDER BY plant_id_sigel NULLS LAST, designation COLLATE "C", turbine_id)
              TO STDOUT (FORMAT csv, HEADER)
            """;

    private TurbineCopy() {}
}
