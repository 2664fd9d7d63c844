-- The face of telemetry. `day` is in every view: a condition on it reads the day's partition alone and is the quickest;
-- one on window_start finds its days through the calendar.

-- Joins partial moments {n, sum, sum of squared deviations} exactly (Youngs and Cramer), as PostgreSQL does for itself.
CREATE AGGREGATE core.joined_moments(double precision[]) (
    SFUNC = float8_combine, STYPE = double precision[], INITCOND = '{0,0,0}');

-- Sample deviation of samples, the source's own deviation (pooled) where it gave one; null below two samples.
CREATE FUNCTION core.telemetry_std(n bigint, m2 double precision, given boolean) RETURNS double precision
    LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN given AND n >= 1 THEN sqrt(m2 / n) WHEN n >= 2 THEN sqrt(m2 / (n - 1)) END $$;
CREATE FUNCTION core.telemetry_std_population(n bigint, m2 double precision, given boolean) RETURNS double precision
    LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN given AND n >= 1 OR n >= 2 THEN sqrt(m2 / n) END $$;
-- Mean direction of summed unit vectors in [0, 360); null where the resultant is below 0.1.
CREATE FUNCTION core.telemetry_direction(n bigint, sum_sin double precision, sum_cos double precision)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN n > 0 AND sqrt(sum_sin ^ 2 + sum_cos ^ 2) / n >= 0.1
                  THEN CASE WHEN atan2d(sum_sin, sum_cos) < 0 THEN atan2d(sum_sin, sum_cos) + 360
                            ELSE atan2d(sum_sin, sum_cos) END END $$;

CREATE VIEW out.telemetry_10min AS
SELECT s.source, t.turbine, t.turbine_id, g.signal, g.unit, c.window_start, v.n_valid, x.n_expected::integer AS n_expected,
       v.n_valid::double precision / x.n_expected AS coverage, v.n_valid >= 0.9 * x.n_expected AS valid,
       v.mean, v.min, v.max,
       core.telemetry_std(v.n_valid, v.m2, x.given) AS std,
       core.telemetry_std_population(v.n_valid, v.m2, x.given) AS std_population, v.m2,
       c.window_start + v.first_s * interval '1 second' AS first_sample_at,
       c.window_start + v.last_s * interval '1 second' AS last_sample_at,
       v.revision, v.revised_at,
       CASE WHEN NOT g.circular THEN CASE WHEN x.given THEN 'given' ELSE 'sample' END END AS std_kind,
       x.day, c.w AS window_of_day, g.tag, v.sum_sin, v.sum_cos
  FROM core.telemetry x
  JOIN core.telemetry_turbine t USING (turbine_key)
  JOIN core.telemetry_source s USING (source_id)
  JOIN core.telemetry_signal g USING (signal_key)
  JOIN core.telemetry_calendar c ON c.day = x.day
 CROSS JOIN LATERAL (
       SELECT x.n[c.w + 1]::integer AS n_valid, x.mean[c.w + 1] AS mean, x.m2[c.w + 1] AS m2,
              x.min[c.w + 1] AS min, x.max[c.w + 1] AS max, x.sum_sin[c.w + 1] AS sum_sin, x.sum_cos[c.w + 1] AS sum_cos,
              x.first_s[c.w + 1] AS first_s, x.last_s[c.w + 1] AS last_s,
              coalesce(x.revision[c.w + 1], 1)::integer AS revision, x.revised_at[c.w + 1] AS revised_at
       OFFSET 0) v
 WHERE NOT x.gone AND NOT coalesce(x.withdrawn[c.w + 1], false);

CREATE VIEW out.telemetry_wide AS
WITH turbine_day AS (
    SELECT s.source, t.turbine, t.turbine_id, x.day, max(x.n_expected)::integer AS n_expected,
           max(x.n) FILTER (WHERE g.signal = 'wind_speed') AS ws_n,
           max(x.mean) FILTER (WHERE g.signal = 'wind_speed') AS ws_mean,
           max(x.min) FILTER (WHERE g.signal = 'wind_speed') AS ws_min,
           max(x.max) FILTER (WHERE g.signal = 'wind_speed') AS ws_max,
           max(x.m2) FILTER (WHERE g.signal = 'wind_speed') AS ws_m2,
           max(x.withdrawn) FILTER (WHERE g.signal = 'wind_speed') AS ws_withdrawn,
           max(x.n) FILTER (WHERE g.signal = 'power') AS p_n,
           max(x.mean) FILTER (WHERE g.signal = 'power') AS p_mean,
           max(x.min) FILTER (WHERE g.signal = 'power') AS p_min,
           max(x.max) FILTER (WHERE g.signal = 'power') AS p_max,
           max(x.m2) FILTER (WHERE g.signal = 'power') AS p_m2,
           max(x.withdrawn) FILTER (WHERE g.signal = 'power') AS p_withdrawn,
           max(x.n) FILTER (WHERE g.signal = 'ambient_temperature') AS at_n,
           max(x.mean) FILTER (WHERE g.signal = 'ambient_temperature') AS at_mean,
           max(x.min) FILTER (WHERE g.signal = 'ambient_temperature') AS at_min,
           max(x.max) FILTER (WHERE g.signal = 'ambient_temperature') AS at_max,
           max(x.m2) FILTER (WHERE g.signal = 'ambient_temperature') AS at_m2,
           max(x.withdrawn) FILTER (WHERE g.signal = 'ambient_temperature') AS at_withdrawn,
           max(x.n) FILTER (WHERE g.signal = 'wind_direction') AS wd_n,
           max(x.mean) FILTER (WHERE g.signal = 'wind_direction') AS wd_mean,
           max(x.withdrawn) FILTER (WHERE g.signal = 'wind_direction') AS wd_withdrawn,
           bool_or(x.given) AS given
      FROM core.telemetry x
      JOIN core.telemetry_turbine t USING (turbine_key)
      JOIN core.telemetry_source s USING (source_id)
      JOIN core.telemetry_signal g USING (signal_key)
     WHERE NOT x.gone AND g.signal IN ('wind_speed', 'power', 'ambient_temperature', 'wind_direction')
     GROUP BY s.source, t.turbine, t.turbine_id, x.day)
SELECT d.source, d.turbine, d.turbine_id, c.window_start, d.n_expected, v.coverage, v.coverage >= 0.9 AS valid,
       v.ws_n AS wind_speed_n_valid, v.ws_mean AS wind_speed_mean, v.ws_min AS wind_speed_min, v.ws_max AS wind_speed_max,
       core.telemetry_std(v.ws_n, v.ws_m2, d.given) AS wind_speed_std,
       v.p_n AS power_n_valid, v.p_mean AS power_mean, v.p_min AS power_min, v.p_max AS power_max,
       core.telemetry_std(v.p_n, v.p_m2, d.given) AS power_std,
       v.at_n AS ambient_temperature_n_valid, v.at_mean AS ambient_temperature_mean,
       v.at_min AS ambient_temperature_min, v.at_max AS ambient_temperature_max,
       core.telemetry_std(v.at_n, v.at_m2, d.given) AS ambient_temperature_std,
       v.wd_n AS wind_direction_n_valid, v.wd_mean AS wind_direction_mean,
       CASE WHEN d.given THEN 'given' ELSE 'sample' END AS std_kind, d.day, c.w AS window_of_day
  FROM turbine_day d
  JOIN core.telemetry_calendar c ON c.day = d.day
 CROSS JOIN LATERAL (
       SELECT d.ws_n[c.w + 1]::integer AS ws_n, d.ws_mean[c.w + 1] AS ws_mean, d.ws_min[c.w + 1] AS ws_min,
              d.ws_max[c.w + 1] AS ws_max, d.ws_m2[c.w + 1] AS ws_m2,
              d.p_n[c.w + 1]::integer AS p_n, d.p_mean[c.w + 1] AS p_mean, d.p_min[c.w + 1] AS p_min,
              d.p_max[c.w + 1] AS p_max, d.p_m2[c.w + 1] AS p_m2,
              d.at_n[c.w + 1]::integer AS at_n, d.at_mean[c.w + 1] AS at_mean, d.at_min[c.w + 1] AS at_min,
              d.at_max[c.w + 1] AS at_max, d.at_m2[c.w + 1] AS at_m2,
              d.wd_n[c.w + 1]::integer AS wd_n, d.wd_mean[c.w + 1] AS wd_mean,
              least(d.ws_n[c.w + 1], d.p_n[c.w + 1], d.at_n[c.w + 1], d.wd_n[c.w + 1])::double precision
                  / d.n_expected AS coverage
       OFFSET 0) v
 WHERE NOT ((d.ws_n IS NULL OR coalesce(d.ws_withdrawn[c.w + 1], false))
            AND (d.p_n IS NULL OR coalesce(d.p_withdrawn[c.w + 1], false))
            AND (d.at_n IS NULL OR coalesce(d.at_withdrawn[c.w + 1], false))
            AND (d.wd_n IS NULL OR coalesce(d.wd_withdrawn[c.w + 1], false)));

CREATE VIEW out.telemetry_hourly AS
SELECT s.source, t.turbine, t.turbine_id, g.signal, g.unit,
       timezone('UTC', x.day + time '03:00' + h.hour * interval '1 hour') AS hour_start,
       h.n_valid, 6 * x.n_expected::integer AS n_expected,
       h.n_valid::double precision / (6 * x.n_expected) AS coverage, h.n_valid >= 0.9 * 6 * x.n_expected AS valid,
       CASE WHEN g.circular THEN core.telemetry_direction(h.n_valid, h.sum_sin, h.sum_cos)
            WHEN h.n_valid > 0 THEN h.moments[2] / h.moments[1] END AS mean,
       h.min, h.max, core.telemetry_std(h.n_valid, h.m2, x.given) AS std,
       core.telemetry_std_population(h.n_valid, h.m2, x.given) AS std_population, h.m2,
       CASE WHEN NOT g.circular THEN CASE WHEN x.given THEN 'given' ELSE 'sample' END END AS std_kind,
       CASE WHEN g.signal = 'power' AND g.unit = 'kW' THEN h.moments[2] / (6 * x.n_expected) END AS energy_kwh,
       CASE WHEN g.signal = 'power' AND g.unit = 'kW' AND h.n_valid > 0
            THEN h.moments[2] / h.moments[1] / nullif(coalesce(t.rated_power_kw, r.rated_power_kw), 0) END AS capacity_factor,
       x.day
  FROM core.telemetry x
  JOIN core.telemetry_turbine t USING (turbine_key)
  JOIN core.telemetry_source s USING (source_id)
  JOIN core.telemetry_signal g USING (signal_key)
  LEFT JOIN core.wind_turbine r ON r.turbine_id = t.turbine_id
 CROSS JOIN LATERAL (
       SELECT (w.w - 1) / 6 AS hour, coalesce(sum(w.n), 0)::bigint AS n_valid,
              core.joined_moments(ARRAY[w.n, w.n * w.mean, coalesce(w.m2, 0)] ORDER BY w.w)
                  FILTER (WHERE w.n > 0 AND NOT g.circular) AS moments,
              CASE WHEN NOT g.circular AND count(*) FILTER (WHERE w.n > 0) > 0
                        AND count(*) FILTER (WHERE w.n > 0 AND w.m2 IS NULL) = 0
                   THEN (core.joined_moments(ARRAY[w.n, w.n * w.mean, coalesce(w.m2, 0)] ORDER BY w.w)
                         FILTER (WHERE w.n > 0 AND NOT g.circular))[3] END AS m2,
              min(w.min) AS min, max(w.max) AS max,
              sum(w.sum_sin ORDER BY w.w) AS sum_sin, sum(w.sum_cos ORDER BY w.w) AS sum_cos
         FROM unnest(x.n, x.mean, x.m2, x.min, x.max, x.sum_sin, x.sum_cos, x.withdrawn)
              WITH ORDINALITY AS w (n, mean, m2, min, max, sum_sin, sum_cos, withdrawn, w)
        WHERE NOT coalesce(w.withdrawn, false)
        GROUP BY (w.w - 1) / 6) h
 WHERE NOT x.gone;

CREATE VIEW out.telemetry_daily AS
SELECT s.source, t.turbine, t.turbine_id, g.signal, g.unit, x.day,
       x.day_n AS n_valid, 144 * x.n_expected::integer AS n_expected,
       x.day_n::double precision / (144 * x.n_expected) AS coverage, x.day_n >= 0.9 * 144 * x.n_expected AS valid,
       x.day_mean AS mean, x.day_min AS min, x.day_max AS max,
       core.telemetry_std(x.day_n, x.day_m2, x.given) AS std,
       core.telemetry_std_population(x.day_n, x.day_m2, x.given) AS std_population, x.day_m2 AS m2,
       CASE WHEN NOT g.circular THEN CASE WHEN x.given THEN 'given' ELSE 'sample' END END AS std_kind,
       CASE WHEN g.signal = 'power' AND g.unit = 'kW'
            THEN coalesce(x.day_n * x.day_mean, 0) / (6 * x.n_expected) END AS energy_kwh,
       CASE WHEN g.signal = 'power' AND g.unit = 'kW'
            THEN x.day_mean / nullif(coalesce(t.rated_power_kw, r.rated_power_kw), 0) END AS capacity_factor,
       CASE WHEN g.signal = 'power' AND g.unit = 'kW' THEN coalesce(t.rated_power_kw, r.rated_power_kw) END AS rated_power_kw,
       x.first_at AS first_sample_at, x.last_at AS last_sample_at, r.plant_id_sigel, x.day_sin AS sum_sin, x.day_cos AS sum_cos
  FROM core.telemetry x
  JOIN core.telemetry_turbine t USING (turbine_key)
  JOIN core.telemetry_source s USING (source_id)
  JOIN core.telemetry_signal g USING (signal_key)
  LEFT JOIN core.wind_turbine r ON r.turbine_id = t.turbine_id
 WHERE NOT x.gone;

CREATE VIEW out.telemetry_monthly AS
SELECT m.source, m.turbine, m.turbine_id, m.signal, m.unit, m.month, m.n_valid, m.n_expected,
       m.n_valid::double precision / m.n_expected AS coverage, m.n_valid >= 0.9 * m.n_expected AS valid,
       CASE WHEN m.circular THEN core.telemetry_direction(m.n_valid, m.sum_sin, m.sum_cos)
            WHEN m.n_valid > 0 THEN m.moments[2] / m.moments[1] END AS mean,
       m.min, m.max,
       core.telemetry_std(m.n_valid, m.m2, m.given) AS std,
       core.telemetry_std_population(m.n_valid, m.m2, m.given) AS std_population, m.m2,
       CASE WHEN NOT m.circular THEN CASE WHEN m.given THEN 'given' ELSE 'sample' END END AS std_kind,
       m.energy_kwh, m.capacity_factor, m.days
  FROM (SELECT s.source, t.turbine, t.turbine_id, g.signal, g.unit, g.circular,
               date_trunc('month', x.day::timestamp)::date AS month,
               bool_or(x.given) AS given, sum(x.day_n) AS n_valid, count(*) AS days,
               (max(x.n_expected) * 144 * extract(day FROM max(date_trunc('month', x.day::timestamp))
                                                           + interval '1 month' - interval '1 day'))::bigint AS n_expected,
               core.joined_moments(ARRAY[x.day_n, x.day_n * x.day_mean, coalesce(x.day_m2, 0)] ORDER BY x.day)
                   FILTER (WHERE x.day_n > 0 AND NOT g.circular) AS moments,
               CASE WHEN bool_and(x.day_m2 IS NOT NULL) FILTER (WHERE x.day_n > 0)
                    THEN (core.joined_moments(ARRAY[x.day_n, x.day_n * x.day_mean, coalesce(x.day_m2, 0)] ORDER BY x.day)
                          FILTER (WHERE x.day_n > 0 AND NOT g.circular))[3] END AS m2,
               min(x.day_min) AS min, max(x.day_max) AS max,
               sum(x.day_sin ORDER BY x.day) AS sum_sin, sum(x.day_cos ORDER BY x.day) AS sum_cos,
               CASE WHEN g.signal = 'power' AND g.unit = 'kW'
                    THEN coalesce(sum(x.day_n * x.day_mean / (6 * x.n_expected) ORDER BY x.day), 0) END AS energy_kwh,
               CASE WHEN g.signal = 'power' AND g.unit = 'kW'
                    THEN sum(x.day_n * x.day_mean / (6 * x.n_expected) ORDER BY x.day)
                         / nullif(sum(x.day_n::double precision / (6 * x.n_expected) ORDER BY x.day)
                                  * coalesce(t.rated_power_kw, r.rated_power_kw), 0) END AS capacity_factor
          FROM core.telemetry x
          JOIN core.telemetry_turbine t USING (turbine_key)
          JOIN core.telemetry_source s USING (source_id)
          JOIN core.telemetry_signal g USING (signal_key)
          LEFT JOIN core.wind_turbine r ON r.turbine_id = t.turbine_id
         WHERE NOT x.gone
         GROUP BY s.source, t.turbine, t.turbine_id, t.rated_power_kw, r.rated_power_kw, g.signal, g.unit, g.circular,
                  date_trunc('month', x.day::timestamp)::date) m;

CREATE VIEW out.telemetry_availability AS
SELECT s.source, t.turbine, t.turbine_id, x.day, count(*) AS signals,
       144 * count(*) AS windows_expected, sum(x.day_windows) AS windows_with_samples,
       sum(x.day_windows_valid) AS windows_valid,
       sum(x.day_windows_valid)::double precision / (144 * count(*)) AS availability,
       sum(x.day_n) AS n_valid, 144 * sum(x.n_expected) AS n_expected,
       sum(x.day_n)::double precision / (144 * sum(x.n_expected)) AS coverage,
       min(x.first_at) AS first_sample_at, max(x.last_at) AS last_sample_at
  FROM core.telemetry x
  JOIN core.telemetry_turbine t USING (turbine_key)
  JOIN core.telemetry_source s USING (source_id)
 WHERE NOT x.gone
 GROUP BY s.source, t.turbine, t.turbine_id, x.day;

CREATE VIEW out.telemetry_last_sample AS
SELECT s.source, t.turbine, t.turbine_id, l.last_sample_at, n.newest_day,
       extract(epoch FROM n.newest_end - l.last_sample_at) / 3600.0 AS silent_hours,
       l.last_sample_at IS NULL OR l.last_sample_at < n.newest_end - interval '24 hours' AS silent
  FROM core.telemetry_turbine t
  JOIN core.telemetry_source s USING (source_id)
  JOIN (SELECT source_id, max(day) AS newest_day,
               timezone('UTC', max(day) + time '03:00' + interval '1 day') AS newest_end
          FROM core.telemetry_load WHERE NOT retired GROUP BY source_id) n USING (source_id)
  LEFT JOIN LATERAL (
       SELECT max(x.last_at) AS last_sample_at
         FROM core.telemetry x
        WHERE x.turbine_key = t.turbine_key
          AND x.day = (SELECT y.day FROM core.telemetry y WHERE y.turbine_key = t.turbine_key AND y.day_n > 0
                        ORDER BY y.day DESC LIMIT 1)) l ON true;

CREATE VIEW out.signal AS
SELECT e.series_id AS id, g.signal || '_' || e.statistic AS name, s.source, t.turbine, t.turbine_id, g.unit
  FROM core.telemetry_series e
  JOIN core.telemetry_turbine t USING (turbine_key)
  JOIN core.telemetry_source s USING (source_id)
  JOIN core.telemetry_signal g USING (signal_key);

CREATE VIEW out.data AS
SELECT c.window_start AS "timestamp", e.series_id AS signal_id, v.value, x.day
  FROM core.telemetry_series e
  JOIN core.telemetry x USING (turbine_key, signal_key)
  JOIN core.telemetry_calendar c ON c.day = x.day
 CROSS JOIN LATERAL (
       SELECT CASE e.statistic WHEN 'mean' THEN x.mean[c.w + 1] WHEN 'min' THEN x.min[c.w + 1]
                   WHEN 'max' THEN x.max[c.w + 1]
                   ELSE core.telemetry_std(x.n[c.w + 1], x.m2[c.w + 1], x.given) END AS value
       OFFSET 0) v
 WHERE NOT x.gone AND NOT coalesce(x.withdrawn[c.w + 1], false) AND v.value IS NOT NULL;

CREATE VIEW out.telemetry_signal_type AS
SELECT w.window_start AS "timestamp", k.signal_type, k.value, j.statistics, w.source, w.turbine, w.turbine_id, w.day
  FROM out.telemetry_wide w
 CROSS JOIN LATERAL (
       SELECT jsonb_build_object(
                  'wind_speed_avg', w.wind_speed_mean, 'wind_speed_min', w.wind_speed_min,
                  'wind_speed_max', w.wind_speed_max, 'wind_speed_std', w.wind_speed_std,
                  'power_avg', w.power_mean, 'power_min', w.power_min,
                  'power_max', w.power_max, 'power_std', w.power_std) AS statistics) j
 CROSS JOIN LATERAL (VALUES
       ('wind_speed_avg', w.wind_speed_mean), ('wind_speed_min', w.wind_speed_min),
       ('wind_speed_max', w.wind_speed_max), ('wind_speed_std', w.wind_speed_std),
       ('power_avg', w.power_mean), ('power_min', w.power_min),
       ('power_max', w.power_max), ('power_std', w.power_std)) AS k (signal_type, value);

CREATE OR REPLACE VIEW out.release AS
SELECT release_id, dataset, day, snapshot_id, rules_version, published_at, row_count, counts, override_reason,
       source, shard_index, shard_count, telemetry_day_id
  FROM ops.release;

-- One row per expected day, from the first capture to yesterday in Brasília, missing ones included; of telemetry one for
-- each source.
CREATE OR REPLACE VIEW out.completeness AS
WITH captured AS (
    SELECT DISTINCT ON (dataset, day) dataset, day, captured_at, provisional, state, ids_listed, ids_received
      FROM raw.capture ORDER BY dataset, day, capture_id DESC),
published AS (
    SELECT DISTINCT ON (dataset, day) dataset, day, row_count
      FROM ops.release WHERE dataset <> 'telemetry' ORDER BY dataset, day, release_id DESC),
expected AS (
    SELECT dataset, d::date AS day
      FROM (SELECT dataset, min(day) AS first_day, max(day) AS last_day FROM captured GROUP BY dataset) span,
           generate_series(first_day,
                           greatest(last_day, (now() AT TIME ZONE 'America/Sao_Paulo')::date - 1), '1 day') AS d),
extraction AS (
    SELECT DISTINCT ON (dataset, day) dataset, day, exit_code, coalesce(error_message, outputs ->> 'reason') AS reason
      FROM ops.task_run WHERE task LIKE 'extract-%' ORDER BY dataset, day, task_run_id DESC),
loading AS (
    SELECT DISTINCT ON (dataset, day) dataset, day, exit_code, coalesce(error_message, outputs ->> 'reason') AS reason
      FROM ops.task_run WHERE task LIKE 'load-%' AND dataset <> 'telemetry' ORDER BY dataset, day, task_run_id DESC),
-- of each shard the newest landing, of each day the division into shards that was landed last
landed AS (
    SELECT DISTINCT ON (source, day, shard_count, shard_index) source, day, shard_count, telemetry_day_id, captured_at,
           valid_count, turbine_count::bigint * (86400 / cadence_seconds)
               * (SELECT count(*) FROM raw.telemetry_signal s WHERE s.telemetry_day_id = d.telemetry_day_id) AS expected
      FROM raw.telemetry_day d ORDER BY source, day, shard_count, shard_index, telemetry_day_id DESC),
landed_day AS (
    SELECT DISTINCT ON (source, day) source, day, shard_count, count(*) AS shards, max(captured_at) AS captured_at,
           least(sum(valid_count), 2147483647)::integer AS received, least(sum(expected), 2147483647)::integer AS expected
      FROM landed GROUP BY source, day, shard_count ORDER BY source, day, max(telemetry_day_id) DESC),
loaded_day AS (
    SELECT DISTINCT ON (s.source, l.day) s.source, l.day, least(sum(l.valid_count), 2147483647)::integer AS published
      FROM core.telemetry_load l JOIN core.telemetry_source s USING (source_id)
     WHERE NOT l.retired
     GROUP BY s.source, l.day, l.shard_count HAVING count(*) = l.shard_count
     ORDER BY s.source, l.day, max(l.loaded_at) DESC),
expected_telemetry AS (
    SELECT source, d::date AS day
      FROM (SELECT source, min(day) AS first_day, max(day) AS last_day FROM landed_day GROUP BY source) span,
           generate_series(first_day,
                           greatest(last_day, (now() AT TIME ZONE 'America/Sao_Paulo')::date - 1), '1 day') AS d),
telemetry_run AS (
    SELECT DISTINCT ON (outputs ->> 'source', day, task LIKE 'load-%') outputs ->> 'source' AS source, day,
           task LIKE 'load-%' AS loads, exit_code, coalesce(error_message, outputs ->> 'reason') AS reason
      FROM ops.task_run WHERE dataset = 'telemetry'
     ORDER BY outputs ->> 'source', day, task LIKE 'load-%', task_run_id DESC)
SELECT e.dataset, e.day,
       CASE WHEN c.day IS NULL AND x.exit_code = 65 THEN 'refused'
            WHEN c.day IS NULL THEN 'missing'
            WHEN p.day IS NULL AND l.exit_code = 65 THEN 'refused'
            WHEN c.provisional THEN 'provisional'
            WHEN c.state = 'confirmed' THEN 'confirmed'
            ELSE 'captured' END AS state,
       c.captured_at, c.ids_listed AS expected, c.ids_received AS received, p.row_count AS published,
       CASE WHEN c.day IS NULL THEN coalesce(x.reason, 'no run asked for this day')
            WHEN p.day IS NULL THEN coalesce(l.reason, 'not loaded yet') END AS reason, NULL::text AS source
  FROM expected e
  LEFT JOIN captured c USING (dataset, day)
  LEFT JOIN published p USING (dataset, day)
  LEFT JOIN extraction x USING (dataset, day)
  LEFT JOIN loading l USING (dataset, day)
UNION ALL
SELECT 'telemetry', e.day,
       CASE WHEN c.day IS NULL AND x.exit_code = 65 THEN 'refused'
            WHEN c.day IS NULL THEN 'missing'
            WHEN p.day IS NULL AND l.exit_code = 65 THEN 'refused'
            WHEN c.shards < c.shard_count OR c.captured_at < timezone('UTC', e.day + time '03:00' + interval '1 day')
                THEN 'provisional'
            ELSE 'captured' END,
       c.captured_at, c.expected, c.received, p.published,
       CASE WHEN c.day IS NULL THEN coalesce(x.reason, 'no run asked for this day')
            WHEN c.shards < c.shard_count THEN format('%s of %s shards are landed', c.shards, c.shard_count)
            WHEN p.day IS NULL THEN coalesce(l.reason, 'not loaded yet') END, e.source
  FROM expected_telemetry e
  LEFT JOIN landed_day c USING (source, day)
  LEFT JOIN loaded_day p USING (source, day)
  LEFT JOIN telemetry_run x ON x.source = e.source AND x.day = e.day AND NOT x.loads
  LEFT JOIN telemetry_run l ON l.source = e.source AND l.day = e.day AND l.loads;

GRANT SELECT ON out.telemetry_10min, out.telemetry_wide, out.telemetry_hourly, out.telemetry_daily, out.telemetry_monthly,
    out.telemetry_availability, out.telemetry_last_sample, out.signal, out.data, out.telemetry_signal_type
    TO catavento_read, catavento_export;

COMMENT ON VIEW out.telemetry_10min IS
    'Estatísticas de dez minutos, uma linha por fonte, aerogerador, sinal e janela, fechada e rotulada à esquerda. Uma janela sem amostra aparece com n_valid 0; uma retirada não aparece. · Ten-minute statistics, one row for each source, turbine, signal and window, left-closed and left-labelled. A window without a sample is listed with n_valid 0; one that was withdrawn is not.';
COMMENT ON COLUMN out.telemetry_10min.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_10min.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_10min.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_10min.signal IS 'Nome do sinal: wind_speed, power, ambient_temperature, wind_direction, ou um próprio da fonte. · Name of the signal: wind_speed, power, ambient_temperature, wind_direction, or one of the source''s own.';
COMMENT ON COLUMN out.telemetry_10min.unit IS 'Unidade de mean, min, max e std. · Unit of mean, min, max and std.';
COMMENT ON COLUMN out.telemetry_10min.window_start IS 'Quando a janela começa; ela termina antes de window_start + 10 minutos. · When the window begins; the window ends before window_start + 10 minutes.';
COMMENT ON COLUMN out.telemetry_10min.n_valid IS 'Amostras em que os valores se apoiam, após a limpeza; 0 em uma lacuna, cujos valores são nulos. · Samples that the figures rest on, after cleaning; 0 for a gap, whose figures are null.';
COMMENT ON COLUMN out.telemetry_10min.n_expected IS 'Amostras de uma cobertura completa, na cadência da fonte. · Samples that full coverage has at the source''s cadence.';
COMMENT ON COLUMN out.telemetry_10min.coverage IS 'n_valid dividido por n_expected. · n_valid over n_expected.';
COMMENT ON COLUMN out.telemetry_10min.valid IS 'Verdadeiro onde a cobertura é de ao menos 0,9. · True where coverage is 0.9 at least.';
COMMENT ON COLUMN out.telemetry_10min.mean IS 'Média aritmética; de uma direção, a direção média de vetores unitários em graus, nula onde a resultante é menor que 0,1. · Arithmetic mean; of a direction the mean direction of unit vectors in degrees, null where their resultant is below 0.1.';
COMMENT ON COLUMN out.telemetry_10min.min IS 'Menor amostra; nulo para direções. · Least sample; null for directions.';
COMMENT ON COLUMN out.telemetry_10min.max IS 'Maior amostra; nulo para direções. · Greatest sample; null for directions.';
COMMENT ON COLUMN out.telemetry_10min.std IS 'Desvio padrão dos valores da fonte em sua cadência, em regra de 1 minuto (n - 1; nulo abaixo de dois). Não é o desvio de 10 minutos da IEC 61400-12-1, que usa amostras a 1 Hz ou mais. Onde std_kind é given, é o desvio que a fonte deu, combinado: sqrt(m2 / n). · Standard deviation of the source''s own values at its cadence, of 1-minute values as a rule (n - 1; null below two). It is not the 10-minute deviation of IEC 61400-12-1, which takes samples at 1 Hz or more. Where std_kind is given it is the deviation that the source gave, pooled: sqrt(m2 / n).';
COMMENT ON COLUMN out.telemetry_10min.std_population IS 'O mesmo sobre n em lugar de n - 1. · The same over n in place of n - 1.';
COMMENT ON COLUMN out.telemetry_10min.m2 IS 'Soma dos quadrados dos desvios da média: com n_valid e mean, junta janelas exatamente. · Sum of squared deviations from the mean: with n_valid and mean it joins windows exactly.';
COMMENT ON COLUMN out.telemetry_10min.first_sample_at IS 'Instante da primeira amostra válida. · When the first valid sample was.';
COMMENT ON COLUMN out.telemetry_10min.last_sample_at IS 'Instante da última amostra válida. · When the last valid sample was.';
COMMENT ON COLUMN out.telemetry_10min.revision IS '1 como publicada primeiro, mais um a cada vez que uma estatística da janela mudou. · 1 as first published, one more each time a statistic of the window changed.';
COMMENT ON COLUMN out.telemetry_10min.revised_at IS 'Quando isso ocorreu por último; nulo na revisão 1. · When that was last; null for revision 1.';
COMMENT ON COLUMN out.telemetry_10min.std_kind IS 'sample: calculado das amostras da fonte; given: o desvio que a fonte deu, combinado; nulo para direções. · sample: worked out of the source''s samples; given: the deviation that the source gave, pooled; null for directions.';
COMMENT ON COLUMN out.telemetry_10min.day IS 'O dia fixo UTC-03:00. Uma condição sobre ele lê só a partição desse dia: dê-a sempre que puder. · The fixed UTC-03:00 day. A condition on it reads that day''s partition alone: give it whenever you can.';
COMMENT ON COLUMN out.telemetry_10min.window_of_day IS 'Número da janela em seu dia, de 0 a 143. · Number of the window in its day, 0 to 143.';
COMMENT ON COLUMN out.telemetry_10min.tag IS 'Nome do sinal na IEC 61400-25. · IEC 61400-25 name of the signal.';
COMMENT ON COLUMN out.telemetry_10min.sum_sin IS 'De uma direção: soma dos senos, que junta janelas exatamente. · Of a direction: sum of the sines, which joins windows exactly.';
COMMENT ON COLUMN out.telemetry_10min.sum_cos IS 'De uma direção: soma dos cossenos. · Of a direction: sum of the cosines.';
COMMENT ON VIEW out.telemetry_wide IS
    'Os sinais conhecidos de uma janela de um aerogerador, lado a lado. · The known signals of a turbine''s window side by side.';
COMMENT ON COLUMN out.telemetry_wide.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_wide.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_wide.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_wide.window_start IS 'Quando a janela começa. · When the window begins.';
COMMENT ON COLUMN out.telemetry_wide.n_expected IS 'Amostras de uma janela completa de um sinal. · Samples that a full window of one signal has.';
COMMENT ON COLUMN out.telemetry_wide.coverage IS 'Cobertura do menos coberto dos sinais conhecidos que a fonte tem. · Coverage of the least covered of the known signals that the source has.';
COMMENT ON COLUMN out.telemetry_wide.valid IS 'Verdadeiro onde a cobertura é de ao menos 0,9. · True where coverage is 0.9 at least.';
COMMENT ON COLUMN out.telemetry_wide.wind_speed_n_valid IS 'Velocidade do vento: amostras em que se apoia; nulo onde a fonte não tem o sinal. · Wind speed: samples it rests on; null where the source has no such signal.';
COMMENT ON COLUMN out.telemetry_wide.wind_speed_mean IS 'Velocidade do vento: média. · Wind speed: mean. [m/s]';
COMMENT ON COLUMN out.telemetry_wide.wind_speed_min IS 'Velocidade do vento: menor amostra. · Wind speed: least sample. [m/s]';
COMMENT ON COLUMN out.telemetry_wide.wind_speed_max IS 'Velocidade do vento: maior amostra. · Wind speed: greatest sample. [m/s]';
COMMENT ON COLUMN out.telemetry_wide.wind_speed_std IS 'Velocidade do vento: desvio padrão, em regra de valores de 1 minuto, não o da IEC 61400-12-1; veja out.telemetry_10min. · Wind speed: standard deviation of 1-minute values as a rule, not IEC 61400-12-1''s; see out.telemetry_10min. [m/s]';
COMMENT ON COLUMN out.telemetry_wide.power_n_valid IS 'Potência ativa: amostras em que se apoia; nulo onde a fonte não tem o sinal. · Active power: samples it rests on; null where the source has no such signal.';
COMMENT ON COLUMN out.telemetry_wide.power_mean IS 'Potência ativa: média. · Active power: mean. [kW]';
COMMENT ON COLUMN out.telemetry_wide.power_min IS 'Potência ativa: menor amostra. · Active power: least sample. [kW]';
COMMENT ON COLUMN out.telemetry_wide.power_max IS 'Potência ativa: maior amostra. · Active power: greatest sample. [kW]';
COMMENT ON COLUMN out.telemetry_wide.power_std IS 'Potência ativa: desvio padrão, em regra de valores de 1 minuto, não o da IEC 61400-12-1; veja out.telemetry_10min. · Active power: standard deviation of 1-minute values as a rule, not IEC 61400-12-1''s; see out.telemetry_10min. [kW]';
COMMENT ON COLUMN out.telemetry_wide.ambient_temperature_n_valid IS 'Temperatura ambiente: amostras em que se apoia; nulo onde a fonte não tem o sinal. · Ambient temperature: samples it rests on; null where the source has no such signal.';
COMMENT ON COLUMN out.telemetry_wide.ambient_temperature_mean IS 'Temperatura ambiente: média. · Ambient temperature: mean. [°C]';
COMMENT ON COLUMN out.telemetry_wide.ambient_temperature_min IS 'Temperatura ambiente: menor amostra. · Ambient temperature: least sample. [°C]';
COMMENT ON COLUMN out.telemetry_wide.ambient_temperature_max IS 'Temperatura ambiente: maior amostra. · Ambient temperature: greatest sample. [°C]';
COMMENT ON COLUMN out.telemetry_wide.ambient_temperature_std IS 'Temperatura ambiente: desvio padrão, em regra de valores de 1 minuto, não o da IEC 61400-12-1; veja out.telemetry_10min. · Ambient temperature: standard deviation of 1-minute values as a rule, not IEC 61400-12-1''s; see out.telemetry_10min. [°C]';
COMMENT ON COLUMN out.telemetry_wide.wind_direction_n_valid IS 'Direção do vento, a partir do norte: amostras em que se apoia; nulo onde a fonte não tem o sinal. · Wind direction, from north: samples it rests on; null where the source has no such signal.';
COMMENT ON COLUMN out.telemetry_wide.wind_direction_mean IS 'Direção do vento, a partir do norte: média. · Wind direction, from north: mean. [°]';
COMMENT ON COLUMN out.telemetry_wide.std_kind IS 'sample: calculado das amostras da fonte; given: o desvio que a fonte deu. · sample: worked out of the source''s samples; given: the deviation that the source gave.';
COMMENT ON COLUMN out.telemetry_wide.day IS 'O dia fixo UTC-03:00. Uma condição sobre ele lê só a partição desse dia: dê-a sempre que puder. · The fixed UTC-03:00 day. A condition on it reads that day''s partition alone: give it whenever you can.';
COMMENT ON COLUMN out.telemetry_wide.window_of_day IS 'Número da janela em seu dia, de 0 a 143. · Number of the window in its day, 0 to 143.';
COMMENT ON VIEW out.telemetry_hourly IS
    'Horas, juntadas exatamente das somas de 10 minutos. · Hours, joined exactly from the 10-minute sums.';
COMMENT ON COLUMN out.telemetry_hourly.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_hourly.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_hourly.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_hourly.signal IS 'Nome do sinal: wind_speed, power, ambient_temperature, wind_direction, ou um próprio da fonte. · Name of the signal: wind_speed, power, ambient_temperature, wind_direction, or one of the source''s own.';
COMMENT ON COLUMN out.telemetry_hourly.unit IS 'Unidade de mean, min, max e std. · Unit of mean, min, max and std.';
COMMENT ON COLUMN out.telemetry_hourly.hour_start IS 'Quando a hora começa. · When the hour begins.';
COMMENT ON COLUMN out.telemetry_hourly.n_valid IS 'Amostras em que os valores se apoiam, após a limpeza; 0 em uma lacuna, cujos valores são nulos. · Samples that the figures rest on, after cleaning; 0 for a gap, whose figures are null.';
COMMENT ON COLUMN out.telemetry_hourly.n_expected IS 'Amostras de uma cobertura completa, na cadência da fonte. · Samples that full coverage has at the source''s cadence.';
COMMENT ON COLUMN out.telemetry_hourly.coverage IS 'n_valid dividido por n_expected. · n_valid over n_expected.';
COMMENT ON COLUMN out.telemetry_hourly.valid IS 'Verdadeiro onde a cobertura é de ao menos 0,9. · True where coverage is 0.9 at least.';
COMMENT ON COLUMN out.telemetry_hourly.mean IS 'Média aritmética; de uma direção, a direção média de vetores unitários em graus, nula onde a resultante é menor que 0,1. · Arithmetic mean; of a direction the mean direction of unit vectors in degrees, null where their resultant is below 0.1.';
COMMENT ON COLUMN out.telemetry_hourly.min IS 'Menor amostra; nulo para direções. · Least sample; null for directions.';
COMMENT ON COLUMN out.telemetry_hourly.max IS 'Maior amostra; nulo para direções. · Greatest sample; null for directions.';
COMMENT ON COLUMN out.telemetry_hourly.std IS 'Desvio padrão dos valores da fonte em sua cadência, em regra de 1 minuto (n - 1; nulo abaixo de dois). Não é o desvio de 10 minutos da IEC 61400-12-1, que usa amostras a 1 Hz ou mais. Onde std_kind é given, é o desvio que a fonte deu, combinado: sqrt(m2 / n). · Standard deviation of the source''s own values at its cadence, of 1-minute values as a rule (n - 1; null below two). It is not the 10-minute deviation of IEC 61400-12-1, which takes samples at 1 Hz or more. Where std_kind is given it is the deviation that the source gave, pooled: sqrt(m2 / n).';
COMMENT ON COLUMN out.telemetry_hourly.std_population IS 'O mesmo sobre n em lugar de n - 1. · The same over n in place of n - 1.';
COMMENT ON COLUMN out.telemetry_hourly.m2 IS 'Soma dos quadrados dos desvios da média: com n_valid e mean, junta janelas exatamente. · Sum of squared deviations from the mean: with n_valid and mean it joins windows exactly.';
COMMENT ON COLUMN out.telemetry_hourly.std_kind IS 'sample: calculado das amostras da fonte; given: o desvio que a fonte deu, combinado; nulo para direções. · sample: worked out of the source''s samples; given: the deviation that the source gave, pooled; null for directions.';
COMMENT ON COLUMN out.telemetry_hourly.energy_kwh IS 'Energia do tempo coberto por amostras, e de nenhum outro: potência média x n_valid x cadência. Nulo para sinais que não sejam power em kW. · Energy of the time that samples cover, and of no other: mean power x n_valid x cadence. Null for other signals than power in kW. [kWh]';
COMMENT ON COLUMN out.telemetry_hourly.capacity_factor IS 'Potência média do tempo coberto sobre a potência nominal; nulo onde não se conhece a potência nominal. · Mean power of the covered time over rated power; null where no rated power is known.';
COMMENT ON COLUMN out.telemetry_hourly.day IS 'O dia fixo UTC-03:00. Uma condição sobre ele lê só a partição desse dia: dê-a sempre que puder. · The fixed UTC-03:00 day. A condition on it reads that day''s partition alone: give it whenever you can.';
COMMENT ON VIEW out.telemetry_daily IS
    'Dias fixos UTC-03:00, juntados exatamente das somas de 10 minutos e guardados com elas: a visão mais rápida. · Fixed UTC-03:00 days, joined exactly from the 10-minute sums and stored with them: the quickest of all.';
COMMENT ON COLUMN out.telemetry_daily.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_daily.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_daily.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_daily.signal IS 'Nome do sinal: wind_speed, power, ambient_temperature, wind_direction, ou um próprio da fonte. · Name of the signal: wind_speed, power, ambient_temperature, wind_direction, or one of the source''s own.';
COMMENT ON COLUMN out.telemetry_daily.unit IS 'Unidade de mean, min, max e std. · Unit of mean, min, max and std.';
COMMENT ON COLUMN out.telemetry_daily.day IS 'O dia fixo UTC-03:00. Uma condição sobre ele lê só a partição desse dia: dê-a sempre que puder. · The fixed UTC-03:00 day. A condition on it reads that day''s partition alone: give it whenever you can.';
COMMENT ON COLUMN out.telemetry_daily.n_valid IS 'Amostras em que os valores se apoiam, após a limpeza; 0 em uma lacuna, cujos valores são nulos. · Samples that the figures rest on, after cleaning; 0 for a gap, whose figures are null.';
COMMENT ON COLUMN out.telemetry_daily.n_expected IS 'Amostras de uma cobertura completa, na cadência da fonte. · Samples that full coverage has at the source''s cadence.';
COMMENT ON COLUMN out.telemetry_daily.coverage IS 'n_valid dividido por n_expected. · n_valid over n_expected.';
COMMENT ON COLUMN out.telemetry_daily.valid IS 'Verdadeiro onde a cobertura é de ao menos 0,9. · True where coverage is 0.9 at least.';
COMMENT ON COLUMN out.telemetry_daily.mean IS 'Média aritmética; de uma direção, a direção média de vetores unitários em graus, nula onde a resultante é menor que 0,1. · Arithmetic mean; of a direction the mean direction of unit vectors in degrees, null where their resultant is below 0.1.';
COMMENT ON COLUMN out.telemetry_daily.min IS 'Menor amostra; nulo para direções. · Least sample; null for directions.';
COMMENT ON COLUMN out.telemetry_daily.max IS 'Maior amostra; nulo para direções. · Greatest sample; null for directions.';
COMMENT ON COLUMN out.telemetry_daily.std IS 'Desvio padrão dos valores da fonte em sua cadência, em regra de 1 minuto (n - 1; nulo abaixo de dois). Não é o desvio de 10 minutos da IEC 61400-12-1, que usa amostras a 1 Hz ou mais. Onde std_kind é given, é o desvio que a fonte deu, combinado: sqrt(m2 / n). · Standard deviation of the source''s own values at its cadence, of 1-minute values as a rule (n - 1; null below two). It is not the 10-minute deviation of IEC 61400-12-1, which takes samples at 1 Hz or more. Where std_kind is given it is the deviation that the source gave, pooled: sqrt(m2 / n).';
COMMENT ON COLUMN out.telemetry_daily.std_population IS 'O mesmo sobre n em lugar de n - 1. · The same over n in place of n - 1.';
COMMENT ON COLUMN out.telemetry_daily.m2 IS 'Soma dos quadrados dos desvios da média: com n_valid e mean, junta janelas exatamente. · Sum of squared deviations from the mean: with n_valid and mean it joins windows exactly.';
COMMENT ON COLUMN out.telemetry_daily.std_kind IS 'sample: calculado das amostras da fonte; given: o desvio que a fonte deu, combinado; nulo para direções. · sample: worked out of the source''s samples; given: the deviation that the source gave, pooled; null for directions.';
COMMENT ON COLUMN out.telemetry_daily.energy_kwh IS 'Energia do tempo coberto por amostras, e de nenhum outro: potência média x n_valid x cadência. Nulo para sinais que não sejam power em kW. · Energy of the time that samples cover, and of no other: mean power x n_valid x cadence. Null for other signals than power in kW. [kWh]';
COMMENT ON COLUMN out.telemetry_daily.capacity_factor IS 'Potência média do tempo coberto sobre a potência nominal; nulo onde não se conhece a potência nominal. · Mean power of the covered time over rated power; null where no rated power is known.';
COMMENT ON COLUMN out.telemetry_daily.rated_power_kw IS 'A potência nominal usada em capacity_factor: a de sources.yaml, senão a do registro. · The rated power that capacity_factor goes by: that of sources.yaml, else the register''s. [kW]';
COMMENT ON COLUMN out.telemetry_daily.first_sample_at IS 'Instante da primeira amostra válida. · When the first valid sample was.';
COMMENT ON COLUMN out.telemetry_daily.last_sample_at IS 'Instante da última amostra válida. · When the last valid sample was.';
COMMENT ON COLUMN out.telemetry_daily.plant_id_sigel IS 'A usina do aerogerador correspondente, em out.wind_farm. · The mapped turbine''s plant in out.wind_farm.';
COMMENT ON COLUMN out.telemetry_daily.sum_sin IS 'De uma direção: soma dos senos, que junta janelas exatamente. · Of a direction: sum of the sines, which joins windows exactly.';
COMMENT ON COLUMN out.telemetry_daily.sum_cos IS 'De uma direção: soma dos cossenos. · Of a direction: sum of the cosines.';
COMMENT ON VIEW out.telemetry_monthly IS
    'Meses do calendário de dias fixos UTC-03:00, juntados exatamente dos dias; dias não carregados contam como não cobertos. · Calendar months of fixed UTC-03:00 days, joined exactly from the days; days that were not loaded count as not covered.';
COMMENT ON COLUMN out.telemetry_monthly.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_monthly.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_monthly.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_monthly.signal IS 'Nome do sinal: wind_speed, power, ambient_temperature, wind_direction, ou um próprio da fonte. · Name of the signal: wind_speed, power, ambient_temperature, wind_direction, or one of the source''s own.';
COMMENT ON COLUMN out.telemetry_monthly.unit IS 'Unidade de mean, min, max e std. · Unit of mean, min, max and std.';
COMMENT ON COLUMN out.telemetry_monthly.month IS 'Primeiro dia do mês. · First day of the month.';
COMMENT ON COLUMN out.telemetry_monthly.n_valid IS 'Amostras em que os valores se apoiam, após a limpeza; 0 em uma lacuna, cujos valores são nulos. · Samples that the figures rest on, after cleaning; 0 for a gap, whose figures are null.';
COMMENT ON COLUMN out.telemetry_monthly.n_expected IS 'Amostras do mês inteiro com cobertura completa. · Samples that the whole calendar month has at full coverage.';
COMMENT ON COLUMN out.telemetry_monthly.coverage IS 'n_valid dividido por n_expected. · n_valid over n_expected.';
COMMENT ON COLUMN out.telemetry_monthly.valid IS 'Verdadeiro onde a cobertura é de ao menos 0,9. · True where coverage is 0.9 at least.';
COMMENT ON COLUMN out.telemetry_monthly.mean IS 'Média aritmética; de uma direção, a direção média de vetores unitários em graus, nula onde a resultante é menor que 0,1. · Arithmetic mean; of a direction the mean direction of unit vectors in degrees, null where their resultant is below 0.1.';
COMMENT ON COLUMN out.telemetry_monthly.min IS 'Menor amostra; nulo para direções. · Least sample; null for directions.';
COMMENT ON COLUMN out.telemetry_monthly.max IS 'Maior amostra; nulo para direções. · Greatest sample; null for directions.';
COMMENT ON COLUMN out.telemetry_monthly.std IS 'Desvio padrão dos valores da fonte em sua cadência, em regra de 1 minuto (n - 1; nulo abaixo de dois). Não é o desvio de 10 minutos da IEC 61400-12-1, que usa amostras a 1 Hz ou mais. Onde std_kind é given, é o desvio que a fonte deu, combinado: sqrt(m2 / n). · Standard deviation of the source''s own values at its cadence, of 1-minute values as a rule (n - 1; null below two). It is not the 10-minute deviation of IEC 61400-12-1, which takes samples at 1 Hz or more. Where std_kind is given it is the deviation that the source gave, pooled: sqrt(m2 / n).';
COMMENT ON COLUMN out.telemetry_monthly.std_population IS 'O mesmo sobre n em lugar de n - 1. · The same over n in place of n - 1.';
COMMENT ON COLUMN out.telemetry_monthly.m2 IS 'Soma dos quadrados dos desvios da média: com n_valid e mean, junta janelas exatamente. · Sum of squared deviations from the mean: with n_valid and mean it joins windows exactly.';
COMMENT ON COLUMN out.telemetry_monthly.std_kind IS 'sample: calculado das amostras da fonte; given: o desvio que a fonte deu, combinado; nulo para direções. · sample: worked out of the source''s samples; given: the deviation that the source gave, pooled; null for directions.';
COMMENT ON COLUMN out.telemetry_monthly.energy_kwh IS 'Energia do tempo coberto por amostras, e de nenhum outro: potência média x n_valid x cadência. Nulo para sinais que não sejam power em kW. · Energy of the time that samples cover, and of no other: mean power x n_valid x cadence. Null for other signals than power in kW. [kWh]';
COMMENT ON COLUMN out.telemetry_monthly.capacity_factor IS 'Potência média do tempo coberto sobre a potência nominal; nulo onde não se conhece a potência nominal. · Mean power of the covered time over rated power; null where no rated power is known.';
COMMENT ON COLUMN out.telemetry_monthly.days IS 'Dias do mês que estão carregados. · Days of the month that are loaded.';
COMMENT ON VIEW out.telemetry_availability IS
    'Disponibilidade de dados (não da máquina) por aerogerador e dia, sobre seus sinais. · Availability of data (not of the machine) by turbine and day, over its signals.';
COMMENT ON COLUMN out.telemetry_availability.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_availability.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_availability.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_availability.day IS 'O dia fixo UTC-03:00. Uma condição sobre ele lê só a partição desse dia: dê-a sempre que puder. · The fixed UTC-03:00 day. A condition on it reads that day''s partition alone: give it whenever you can.';
COMMENT ON COLUMN out.telemetry_availability.signals IS 'Sinais que a fonte tem do aerogerador. · Signals that the source has of the turbine.';
COMMENT ON COLUMN out.telemetry_availability.windows_expected IS '144 por sinal. · 144 for each signal.';
COMMENT ON COLUMN out.telemetry_availability.windows_with_samples IS 'Janelas com uma amostra válida. · Windows with a valid sample.';
COMMENT ON COLUMN out.telemetry_availability.windows_valid IS 'Janelas com cobertura de ao menos 0,9. · Windows with a coverage of 0.9 at least.';
COMMENT ON COLUMN out.telemetry_availability.availability IS 'windows_valid dividido por windows_expected. · windows_valid over windows_expected.';
COMMENT ON COLUMN out.telemetry_availability.n_valid IS 'Amostras em que os valores se apoiam, após a limpeza; 0 em uma lacuna, cujos valores são nulos. · Samples that the figures rest on, after cleaning; 0 for a gap, whose figures are null.';
COMMENT ON COLUMN out.telemetry_availability.n_expected IS 'Amostras de uma cobertura completa, na cadência da fonte. · Samples that full coverage has at the source''s cadence.';
COMMENT ON COLUMN out.telemetry_availability.coverage IS 'n_valid dividido por n_expected. · n_valid over n_expected.';
COMMENT ON COLUMN out.telemetry_availability.first_sample_at IS 'Instante da primeira amostra válida. · When the first valid sample was.';
COMMENT ON COLUMN out.telemetry_availability.last_sample_at IS 'Instante da última amostra válida. · When the last valid sample was.';
COMMENT ON VIEW out.telemetry_last_sample IS
    'Quando se ouviu cada aerogerador por último, e quais estão em silêncio. · When each turbine was last heard of, and which are silent.';
COMMENT ON COLUMN out.telemetry_last_sample.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_last_sample.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_last_sample.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_last_sample.last_sample_at IS 'A última amostra válida de qualquer sinal; nulo onde nunca houve uma. · The last valid sample of any signal; null where there never was one.';
COMMENT ON COLUMN out.telemetry_last_sample.newest_day IS 'O dia mais novo carregado da fonte. · The newest loaded day of the source.';
COMMENT ON COLUMN out.telemetry_last_sample.silent_hours IS 'Horas da última amostra ao fim do dia mais novo carregado. · Hours from the last sample to the end of the newest loaded day. [h]';
COMMENT ON COLUMN out.telemetry_last_sample.silent IS 'Verdadeiro onde o dia mais novo carregado não tem amostra do aerogerador. · True where the newest loaded day has no sample of the turbine.';
COMMENT ON VIEW out.signal IS
    'A forma longa clássica: um número por estatística de cada sinal de cada aerogerador. · The classic long form: a number for each statistic of each signal of each turbine.';
COMMENT ON COLUMN out.signal.id IS 'Como out.data a designa; permanece o mesmo. · What out.data names it by; it stays the same.';
COMMENT ON COLUMN out.signal.name IS 'Sinal e estatística, como em wind_speed_mean; único com fonte e aerogerador. · Signal and statistic, as in wind_speed_mean; unique with source and turbine.';
COMMENT ON COLUMN out.signal.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.signal.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.signal.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.signal.unit IS 'Unidade de mean, min, max e std. · Unit of mean, min, max and std.';
COMMENT ON VIEW out.data IS
    'A forma longa clássica: um valor por janela e sinal; lacunas não têm linha. Um dia completo de um aerogerador tem 144 linhas por estatística. · The classic long form: a value for each window and signal; gaps have no row. A complete day of one turbine has 144 rows for each statistic.';
COMMENT ON COLUMN out.data."timestamp" IS 'Quando a janela começa. · When the window begins.';
COMMENT ON COLUMN out.data.signal_id IS 'out.signal.id. · out.signal.id.';
COMMENT ON COLUMN out.data.value IS 'Na unidade do sinal. · In the signal''s unit.';
COMMENT ON COLUMN out.data.day IS 'O dia fixo UTC-03:00. Uma condição sobre ele lê só a partição desse dia: dê-a sempre que puder. · The fixed UTC-03:00 day. A condition on it reads that day''s partition alone: give it whenever you can.';
COMMENT ON VIEW out.telemetry_signal_type IS
    'A forma do painel anterior: por janela e tipo de sinal seu valor, ao lado das oito estatísticas da janela em JSON. · The shape of the earlier dashboard: for each window and signal type its value, beside the eight statistics of the window as JSON.';
COMMENT ON COLUMN out.telemetry_signal_type."timestamp" IS 'Quando a janela começa. · When the window begins.';
COMMENT ON COLUMN out.telemetry_signal_type.signal_type IS 'wind_speed_avg, _min, _max, _std, power_avg, _min, _max ou _std. · wind_speed_avg, _min, _max, _std, power_avg, _min, _max or _std.';
COMMENT ON COLUMN out.telemetry_signal_type.value IS 'A estatística que signal_type designa. · The statistic that signal_type names.';
COMMENT ON COLUMN out.telemetry_signal_type.statistics IS 'Todas as oito por nome; nulo em uma lacuna. · All eight by name; null for a gap.';
COMMENT ON COLUMN out.telemetry_signal_type.source IS 'Nome da fonte em sources.yaml. · Name of the source in sources.yaml.';
COMMENT ON COLUMN out.telemetry_signal_type.turbine IS 'O aerogerador, pelo nome que a fonte lhe dá. · The turbine by the source''s own name.';
COMMENT ON COLUMN out.telemetry_signal_type.turbine_id IS 'O aerogerador do registro a que corresponde (out.wind_turbine); nulo onde não há correspondência. · The registered turbine it is mapped to (out.wind_turbine); null where it is not mapped.';
COMMENT ON COLUMN out.telemetry_signal_type.day IS 'O dia fixo UTC-03:00. Uma condição sobre ele lê só a partição desse dia: dê-a sempre que puder. · The fixed UTC-03:00 day. A condition on it reads that day''s partition alone: give it whenever you can.';
COMMENT ON COLUMN out.completeness.source IS 'A fonte de telemetria; nulo para outros conjuntos de dados. · The source of telemetry; null for other datasets.';
COMMENT ON COLUMN out.release.source IS 'A fonte de telemetria; nulo para outros conjuntos de dados. · The source of telemetry; null for other datasets.';
COMMENT ON COLUMN out.release.shard_index IS 'Qual parte dos aerogeradores da fonte, a partir de 1. · Which part of the source''s turbines, from 1.';
COMMENT ON COLUMN out.release.shard_count IS 'Em quantas partes foram divididos. · Into how many parts they were divided.';
COMMENT ON COLUMN out.release.telemetry_day_id IS 'O dia recebido que foi publicado; então snapshot_id é nulo. · The landed day that was published; snapshot_id is null then.';
