-- The order of the rows is the order of the CSV; one thread keeps it. ${…} stand inside quotes and are escaped.
COPY (
    SELECT turbine_id, plant_id_sigel, ceg, plant_name, designation, rated_power_kw, hub_height_m, tip_height_m,
           rotor_diameter_m, operating, owner_name, state_uf, latitude, longitude,
           st_geomfromwkb(unhex(location_wkb))::GEOMETRY('${crs}') AS location,
           source_updated_at, valid_from_day, issue_count, worst_severity, quality_flags, pot_mw_original,
           utm_easting_m, utm_northing_m, utm_datum, utm_zone, source_version, source_origin, object_id
      FROM read_csv('${csv}', header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
               allow_quoted_nulls = false, auto_detect = false, strict_mode = true, parallel = false,
               max_line_size = 16000000,
               columns = {
                   'turbine_id': 'VARCHAR', 'plant_id_sigel': 'INTEGER', 'ceg': 'VARCHAR', 'plant_name': 'VARCHAR',
                   'designation': 'VARCHAR', 'rated_power_kw': 'DOUBLE', 'hub_height_m': 'DOUBLE',
                   'tip_height_m': 'DOUBLE', 'rotor_diameter_m': 'DOUBLE', 'operating': 'BOOLEAN',
                   'owner_name': 'VARCHAR', 'state_uf': 'VARCHAR', 'latitude': 'DOUBLE', 'longitude': 'DOUBLE',
                   'location_wkb': 'VARCHAR', 'source_updated_at': 'TIMESTAMP WITH TIME ZONE',
                   'valid_from_day': 'DATE', 'issue_count': 'INTEGER', 'worst_severity': 'VARCHAR',
                   'quality_flags': 'VARCHAR', 'pot_mw_original': 'DOUBLE', 'utm_easting_m': 'DOUBLE',
                   'utm_northing_m': 'DOUBLE', 'utm_datum': 'VARCHAR', 'utm_zone': 'VARCHAR',
                   'source_version': 'VARCHAR', 'source_origin': 'VARCHAR', 'object_id': 'BIGINT'})
) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960)
