-- A made-up published fleet of ${turbines} turbines, with the oddities an export must survive; for a store that has none.
INSERT INTO ops.store (store_name, source_id, is_demo) VALUES ('test', 'test', ${demo});

INSERT INTO raw.snapshot (dataset, first_day, captured_at, source_url, row_count, fingerprint_gzip, layer_fields)
VALUES ('wind_fleet', '2026-03-01', '2026-03-02T05:00:00Z', 'http://127.0.0.1:1/0', ${turbines}, '\x00', '[]');

INSERT INTO core.turbine_identity (turbine_id, plant_key, designation, longitude, latitude, first_longitude, first_latitude,
       first_seen_day)
SELECT md5('turbine ' || n)::uuid, (30000 + n / 10)::text, 'AEG-' || lpad((n % 10)::text, 2, '0'),
       x, y, x, y, '2026-03-01'
  FROM generate_series(0, ${turbines} - 1) AS n,
       LATERAL (SELECT -35 - (n % 2000) / 100.0 - 0.0000001234 AS x, -3 - (n % 2900) / 100.0 - 0.0000005 AS y) place;

INSERT INTO core.wind_turbine (turbine_id, plant_id_sigel, ceg, plant_name, designation, rated_power_kw,
       pot_mw_original, hub_height_m, tip_height_m, rotor_diameter_m, operating, owner_name, state_uf, location,
       utm_easting_m, utm_northing_m, utm_datum, utm_zone, source_version, source_origin, source_updated_at,
       valid_from_day)
SELECT md5('turbine ' || n)::uuid, CASE WHEN n % 2500 = 9 THEN NULL ELSE 30000 + n / 10 END,
       'EOLCVBA0' || 30000 + n / 10 || '-4-01', 'Ventos de São Exemplo ' || n / 10,
       CASE n % 1000 WHEN 1 THEN '=HYPERLINK("http://x","y")' WHEN 2 THEN '-12' WHEN 3 THEN '@SUM(A1)'
                     ELSE 'AEG-' || lpad((n % 10)::text, 2, '0') END,
       CASE n % 7 WHEN 0 THEN 4200 WHEN 1 THEN 2009.9999999999998 WHEN 2 THEN 5700 WHEN 3 THEN 225
                  WHEN 4 THEN 3300 WHEN 5 THEN 6200 ELSE NULL END,
       CASE n % 7 WHEN 0 THEN 0.0042 WHEN 1 THEN 2.01 WHEN 2 THEN 5.7 WHEN 3 THEN 225 WHEN 4 THEN 3.3 WHEN 5 THEN 6.2 END,
       119.5, 84 + (n % 50) / 10.0, 116 + (n % 3) * 0.1, CASE WHEN n % 11 < 5 THEN true WHEN n % 11 < 10 THEN false END,
       CASE n % 5 WHEN 0 THEN 'Geradora "Boa" Vento, S.A.' WHEN 1 THEN E'Linha um\r\nlinha dois' WHEN 2 THEN NULL
                  ELSE 'Ventos do Nordeste Energia Renovável S.A.' END,
       (ARRAY['BA', 'RN', 'RS', 'CE', 'PI'])[n % 5 + 1],
       public.ST_SetSRID(public.ST_MakePoint(-35 - (n % 2000) / 100.0 - 0.0000001234,
                                             -3 - (n % 2900) / 100.0 - 0.0000005), 4674),
       700000 + n, 9000000.25 - n, 'SIRGAS2000', 'UTM 24 S (MER -39)', '1', NULL,
       CASE WHEN n % 100 = 7 THEN NULL ELSE timestamptz '2022-10-24T15:37:27Z' + n * interval '1 minute' END,
       '2026-03-01'
  FROM generate_series(0, ${turbines} - 1) AS n;

INSERT INTO core.wind_turbine_object_id (turbine_id, object_id)
SELECT md5('turbine ' || n)::uuid, n + 1 FROM generate_series(0, ${turbines} - 1) AS n;

INSERT INTO ops.data_issue (dataset, rule, severity, subject_id, field, original_value, result_value, evidence,
       first_seen_day, last_seen_day, resolved_day)
SELECT 'wind_fleet', rule, severity, md5('turbine ' || n)::uuid::text, field, original, result, 'usina com ' || n % 9 || ' iguais',
       '2026-03-01', '2026-03-01', CASE WHEN n % 70 = 0 THEN date '2026-02-01' END
  FROM generate_series(0, ${turbines} - 1) AS n,
       (VALUES ('power-thousandth', 'warning', 'POT_MW', '0.0042', '4.2', 7),
               ('text-cleaned', 'info', 'PROPRIETARIO', E'=1+1\nx', NULL, 5)) AS kind (rule, severity, field, original, result, every)
 WHERE n % every = 0;

INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, row_count, counts)
SELECT 'wind_fleet', '2026-03-01', max(snapshot_id), 'wind-fleet-1', ${turbines}, '{}' FROM raw.snapshot;

ANALYZE;
