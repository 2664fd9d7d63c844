-- A made-up day of a source as load-postgis leaves it: ${turbines} turbines with wind, power and direction, their windows
-- made of numbers that do not end, laid down in the turbines' order or against it; turbine 3 has a signal of its own, window 5 a gap, window 6 too few samples.
INSERT INTO ops.store (store_name, source_id, is_demo) VALUES ('test', 'test', ${demo}) ON CONFLICT DO NOTHING;
SELECT core.open_telemetry_day('${day}');
INSERT INTO core.telemetry_source (source) VALUES ('${source}') ON CONFLICT DO NOTHING;
INSERT INTO core.telemetry_turbine (source_id, turbine, turbine_id, rated_power_kw)
SELECT source_id, CASE n WHEN 2 THEN '=T,"2"' ELSE 'T-' || n END, CASE WHEN n % 2 = 0 THEN md5('turbine ' || n)::uuid END, 4200
  FROM core.telemetry_source, generate_series(1, ${turbines}) AS n
 WHERE source = '${source}' ORDER BY n ${order}
ON CONFLICT DO NOTHING;
INSERT INTO core.telemetry_signal (source_id, signal, unit, tag, circular)
SELECT source_id, signal, unit, NULL, circular
  FROM core.telemetry_source,
       (VALUES ('wind_direction', '°', true), ('nacelle_temperature', '°C', false), ('wind_speed', 'm/s', false),
               ('power', 'kW', false)) AS signal (signal, unit, circular)
 WHERE source = '${source}'
ON CONFLICT DO NOTHING;
INSERT INTO core.telemetry_load (source_id, day, shard_index, shard_count, telemetry_day_id, statistics_sha256,
       cadence_seconds, given, turbine_count, valid_count, loaded_at)
SELECT source_id, '${day}', 1, 1, 1, '\x00', 60, false, ${turbines}, 1, now() FROM core.telemetry_source
 WHERE source = '${source}';
INSERT INTO core.telemetry (day, turbine_key, signal_key, load_id, digest, n_expected, given, gone, day_windows,
       day_windows_valid, day_n, n, mean, m2, min, max, sum_sin, sum_cos, first_s, last_s)
SELECT '${day}', t.turbine_key, g.signal_key, l.load_id, md5('')::uuid, 10, false, false, 143, 142, 1423,
       a.n, a.mean, a.m2, a.min, a.max, a.sum_sin, a.sum_cos, a.first_s, a.first_s
  FROM core.telemetry_source s
  JOIN core.telemetry_turbine t USING (source_id)
  JOIN core.telemetry_signal g USING (source_id)
  JOIN core.telemetry_load l USING (source_id)
 CROSS JOIN LATERAL (
       SELECT array_agg(n ORDER BY w) AS n, array_agg(CASE WHEN n > 0 THEN mean END ORDER BY w) AS mean,
              CASE WHEN NOT g.circular THEN array_agg(CASE WHEN n > 0 THEN n / 3.0 END ORDER BY w) END AS m2,
              CASE WHEN NOT g.circular THEN array_agg(CASE WHEN n > 0 THEN mean - 1 END ORDER BY w) END AS min,
              CASE WHEN NOT g.circular THEN array_agg(CASE WHEN n > 0 THEN mean + 1 END ORDER BY w) END AS max,
              CASE WHEN g.circular THEN array_agg(CASE WHEN n > 0 THEN 1.0 END ORDER BY w) END AS sum_sin,
              CASE WHEN g.circular THEN array_agg(CASE WHEN n > 0 THEN 1.0 END ORDER BY w) END AS sum_cos,
              array_agg(CASE WHEN n > 0 THEN 0::smallint END ORDER BY w) AS first_s
         FROM (SELECT w, (CASE w WHEN 5 THEN 0 WHEN 6 THEN 3 ELSE 10 END)::smallint AS n,
                      (CASE t.turbine WHEN '=T,"2"' THEN 2 ELSE substr(t.turbine, 3)::integer END + w) / 7.0::float8 AS mean
                 FROM generate_series(0, 143) AS w) window_of_the_day) a
 WHERE s.source = '${source}' AND l.day = '${day}' AND (g.signal <> 'nacelle_temperature' OR t.turbine = 'T-3')
 ORDER BY t.turbine_key, g.signal_key;
INSERT INTO ops.release (dataset, day, source, shard_index, shard_count, telemetry_day_id, rules_version, row_count, counts)
VALUES ('telemetry', '${day}', '${source}', 1, 1, 1, 'telemetry-1', 1, '{}');
