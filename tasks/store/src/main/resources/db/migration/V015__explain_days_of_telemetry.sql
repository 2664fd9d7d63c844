-- Why a day of telemetry is missing or not published is said by what downsamples and loads it, not by its export; and by
-- the shard that fared worst, not by the one that ended last.
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
-- of each shard the newest run, of each day the division into shards that ran last: its worst run says why
shard_run AS (
    SELECT DISTINCT ON (outputs ->> 'source', day, task LIKE 'load-%', outputs ->> 'shard')
           outputs ->> 'source' AS source, day, task LIKE 'load-%' AS loads, task_run_id, exit_code,
           split_part(outputs ->> 'shard', '/', 2) AS shard_count, coalesce(error_message, outputs ->> 'reason') AS reason
      FROM ops.task_run WHERE dataset = 'telemetry' AND (task LIKE 'downsample-%' OR task LIKE 'load-%')
     ORDER BY outputs ->> 'source', day, task LIKE 'load-%', outputs ->> 'shard', task_run_id DESC),
division_run AS (
    SELECT *, first_value(shard_count) OVER (PARTITION BY source, day, loads ORDER BY task_run_id DESC) AS newest_count
      FROM shard_run),
telemetry_run AS (
    SELECT DISTINCT ON (source, day, loads) source, day, loads, exit_code, reason
      FROM division_run WHERE shard_count IS NOT DISTINCT FROM newest_count
     ORDER BY source, day, loads, CASE exit_code WHEN 65 THEN 0 WHEN 99 THEN 2 WHEN 0 THEN 3 ELSE 1 END, task_run_id DESC)
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
