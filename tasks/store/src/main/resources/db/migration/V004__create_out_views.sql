-- The stable face. Geometry is SIRGAS 2000 (EPSG:4674); numbers are double, instants timestamptz.
CREATE VIEW out.store AS SELECT store_name, source_id, is_demo, recorded_at FROM ops.store;

CREATE VIEW out.data_issue AS
SELECT rule, severity, dataset, subject_id, field, original_value, result_value, evidence,
       first_seen_day, last_seen_day, resolved_day
  FROM ops.data_issue;

CREATE VIEW out.wind_turbine AS
SELECT t.turbine_id, t.plant_id_sigel, t.ceg, t.plant_name, t.designation, t.rated_power_kw, t.hub_height_m,
       t.tip_height_m, t.rotor_diameter_m, t.operating, t.owner_name, t.state_uf,
       public.ST_Y(t.location) AS latitude, public.ST_X(t.location) AS longitude, t.location,
       t.source_updated_at, t.valid_from_day,
       coalesce(i.issue_count, 0) AS issue_count, i.worst_severity, i.quality_flags,
       t.pot_mw_original, t.utm_easting_m, t.utm_northing_m, t.utm_datum, t.utm_zone,
       t.source_version, t.source_origin, o.object_id
  FROM core.wind_turbine t
  LEFT JOIN core.wind_turbine_object_id o USING (turbine_id)
  LEFT JOIN (SELECT subject_id::uuid AS turbine_id, count(*) AS issue_count,
                    (ARRAY['info', 'warning', 'error'])[max(array_position(ARRAY['info', 'warning', 'error'], severity))]
                        AS worst_severity,
                    string_agg(DISTINCT rule COLLATE "C", ';' ORDER BY rule COLLATE "C") AS quality_flags
               FROM ops.data_issue
              WHERE dataset = 'wind_fleet' AND resolved_day IS NULL AND subject_id ~ '^[0-9a-f]{8}-'
              GROUP BY subject_id) i USING (turbine_id);

-- A plant is its id, however its name is spelt; only a plant without an id is told by its name.
CREATE VIEW out.wind_farm AS
SELECT plant_id_sigel, min(ceg COLLATE "C") AS ceg,
       mode() WITHIN GROUP (ORDER BY plant_name COLLATE "C") AS plant_name, min(state_uf COLLATE "C") AS state_uf,
       count(*) AS turbine_count,
       sum(rated_power_kw ORDER BY turbine_id) AS rated_power_kw,
       count(*) FILTER (WHERE operating) AS operating_turbine_count,
       coalesce(sum(rated_power_kw ORDER BY turbine_id) FILTER (WHERE operating), 0) AS operating_power_kw,
       public.ST_SetSRID(public.ST_MakePoint(avg(public.ST_X(location) ORDER BY turbine_id),
                                             avg(public.ST_Y(location) ORDER BY turbine_id)), 4674) AS location,
       count(*) FILTER (WHERE NOT operating) AS not_operating_turbine_count,
       coalesce(sum(rated_power_kw ORDER BY turbine_id) FILTER (WHERE NOT operating), 0) AS not_operating_power_kw,
       count(*) FILTER (WHERE operating IS NULL) AS unknown_turbine_count,
       coalesce(sum(rated_power_kw ORDER BY turbine_id) FILTER (WHERE operating IS NULL), 0) AS unknown_power_kw
  FROM core.wind_turbine
 GROUP BY plant_id_sigel, CASE WHEN plant_id_sigel IS NULL THEN plant_name END;

CREATE VIEW out.release AS
SELECT release_id, dataset, day, snapshot_id, rules_version, published_at, row_count, counts, override_reason
  FROM ops.release;

CREATE VIEW out.task_run AS
SELECT task_run_id, task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
       rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs, error_kind, error_message, error_hint
  FROM ops.task_run;

-- One row per expected day, from the first capture to yesterday in Brasília, missing ones included.
CREATE VIEW out.completeness AS
WITH captured AS (
    SELECT DISTINCT ON (dataset, day) dataset, day, captured_at, provisional, state, ids_listed, ids_received
      FROM raw.capture ORDER BY dataset, day, capture_id DESC),
published AS (
    SELECT DISTINCT ON (dataset, day) dataset, day, row_count
      FROM ops.release ORDER BY dataset, day, release_id DESC),
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
      FROM ops.task_run WHERE task LIKE 'load-%' ORDER BY dataset, day, task_run_id DESC)
SELECT e.dataset, e.day,
       CASE WHEN c.day IS NULL AND x.exit_code = 65 THEN 'refused'
            WHEN c.day IS NULL THEN 'missing'
            WHEN p.day IS NULL AND l.exit_code = 65 THEN 'refused'
            WHEN c.provisional THEN 'provisional'
            WHEN c.state = 'confirmed' THEN 'confirmed'
            ELSE 'captured' END AS state,
       c.captured_at, c.ids_listed AS expected, c.ids_received AS received, p.row_count AS published,
       CASE WHEN c.day IS NULL THEN coalesce(x.reason, 'no run asked for this day')
            WHEN p.day IS NULL THEN coalesce(l.reason, 'not loaded yet') END AS reason
  FROM expected e
  LEFT JOIN captured c USING (dataset, day)
  LEFT JOIN published p USING (dataset, day)
  LEFT JOIN extraction x USING (dataset, day)
  LEFT JOIN loading l USING (dataset, day);

GRANT SELECT ON ALL TABLES IN SCHEMA out TO catavento_read, catavento_export;
