-- The store in OpenMetrics text: psql -At -f openmetrics.sql. Reads only the stable views in schema out.
\set ON_ERROR_STOP on
SET TIME ZONE 'UTC';
WITH here AS (SELECT coalesce((SELECT store_name FROM out.store), '') AS store),
-- of telemetry each source and shard is a part of its own, by the division into shards that ran last
run AS (
    SELECT *, first_value(split_part(shard, '/', 2)) OVER (PARTITION BY task, dataset, source ORDER BY task_run_id DESC) AS shard_count
      FROM (SELECT *, CASE WHEN dataset = 'telemetry' THEN outputs ->> 'source' END AS source,
                   CASE WHEN dataset = 'telemetry' THEN outputs ->> 'shard' END AS shard
              FROM out.task_run) AS parted),
part AS (
    SELECT *, jsonb_strip_nulls(jsonb_build_object('task', task, 'dataset', coalesce(dataset, ''), 'source', source, 'shard', shard)) AS labels
      FROM run WHERE split_part(shard, '/', 2) IS NOT DISTINCT FROM shard_count),
last_run AS (
    SELECT DISTINCT ON (labels) labels, exit_code, started_at FROM part ORDER BY labels, task_run_id DESC),
last_done AS (
    SELECT DISTINCT ON (labels) labels, duration_ms, rows_read, rows_written, rows_unchanged, rows_quarantined
      FROM part WHERE outcome = 'completed' ORDER BY labels, task_run_id DESC),
recent AS (
    SELECT dataset, jsonb_strip_nulls(jsonb_build_object('source', source)) AS of_source, day, state IN ('captured', 'confirmed') AND published IS NOT NULL AS complete
      FROM out.completeness
     WHERE day > (now() AT TIME ZONE 'America/Sao_Paulo')::date - 15 AND day < (now() AT TIME ZONE 'America/Sao_Paulo')::date),
family (position, name, kind, unit, help) AS (VALUES
    (1, 'catavento_task_runs', 'counter', '', 'Ended runs of a task, by outcome: completed, nothing-new or failed'),
    (2, 'catavento_task_last_exit_code', 'gauge', '', 'Exit code of the last run of a task, of telemetry by source and shard (docs/exit-codes.md)'),
    (3, 'catavento_task_last_start_timestamp_seconds', 'gauge', 'seconds', 'When the last run of a task began'),
    (4, 'catavento_task_last_duration_seconds', 'gauge', 'seconds', 'How long the last completed run of a task took'),
    (5, 'catavento_task_last_rows', 'gauge', '', 'Rows of the last completed run of a task: read, written, unchanged, quarantined'),
    (6, 'catavento_issues_open', 'gauge', '', 'Open data issues by rule (docs/rules.md)'),
    (7, 'catavento_day_complete', 'gauge', '', '1 when the day is proven complete and published, else 0; the last 14 days'),
    (8, 'catavento_days_incomplete', 'gauge', '', 'How many of the last 14 days are not proven complete and published'),
    (9, 'catavento_release_timestamp_seconds', 'gauge', 'seconds', 'When the newest release was published'),
    (10, 'catavento_release_rows', 'gauge', '', 'Rows of the newest release'),
    (11, 'catavento_turbines', 'gauge', '', 'Turbines of the published fleet by operating status: true, false or unknown'),
    (12, 'catavento_rated_power_watts', 'gauge', 'watts', 'Rated power of the published fleet by operating status'),
    (13, 'catavento_source_updated_timestamp_seconds', 'gauge', 'seconds', 'Newest update that the source itself states'),
    (14, 'catavento_store_bytes', 'gauge', 'bytes', 'Size of the store on disk')),
sample (name, labels, value) AS (
    SELECT 'catavento_task_runs', jsonb_build_object('task', task, 'dataset', coalesce(dataset, ''), 'outcome', outcome), runs::numeric
      FROM out.task_run_count
    UNION ALL SELECT 'catavento_task_last_exit_code', labels, exit_code FROM last_run
    UNION ALL SELECT 'catavento_task_last_start_timestamp_seconds', labels, extract(epoch FROM started_at) FROM last_run
    UNION ALL SELECT 'catavento_task_last_duration_seconds', labels, duration_ms / 1000.0 FROM last_done
    UNION ALL SELECT 'catavento_task_last_rows', labels || jsonb_build_object('kind', kind), rows
                FROM last_done, LATERAL (VALUES ('read', rows_read), ('written', rows_written), ('unchanged', rows_unchanged),
                                                ('quarantined', rows_quarantined)) AS counted (kind, rows)
    UNION ALL SELECT 'catavento_issues_open', jsonb_build_object('dataset', dataset, 'rule', rule, 'severity', severity), count(*)
                FROM out.data_issue WHERE resolved_day IS NULL GROUP BY dataset, rule, severity
    UNION ALL SELECT 'catavento_day_complete', jsonb_build_object('dataset', dataset, 'day', day) || of_source, complete::integer FROM recent
    UNION ALL SELECT 'catavento_days_incomplete', jsonb_build_object('dataset', dataset) || of_source, count(*) FILTER (WHERE NOT complete)
                FROM recent GROUP BY dataset, of_source
    UNION ALL SELECT 'catavento_release_timestamp_seconds', jsonb_build_object('dataset', dataset), extract(epoch FROM max(published_at))
                FROM out.release GROUP BY dataset
    UNION ALL SELECT 'catavento_release_rows', jsonb_build_object('dataset', dataset), row_count
                FROM (SELECT DISTINCT ON (dataset) dataset, row_count FROM out.release ORDER BY dataset, release_id DESC) AS newest
    UNION ALL SELECT 'catavento_turbines', jsonb_build_object('operating', coalesce(operating::text, 'unknown')), count(*)
                FROM out.wind_turbine GROUP BY operating
    UNION ALL SELECT 'catavento_rated_power_watts', jsonb_build_object('operating', coalesce(operating::text, 'unknown')),
                     coalesce(sum(rated_power_kw::numeric ORDER BY turbine_id), 0) * 1000 FROM out.wind_turbine GROUP BY operating
    UNION ALL SELECT 'catavento_source_updated_timestamp_seconds', jsonb_build_object('dataset', 'wind_fleet'), extract(epoch FROM max(source_updated_at))
                FROM out.wind_turbine HAVING max(source_updated_at) IS NOT NULL
    UNION ALL SELECT 'catavento_store_bytes', '{}', pg_database_size(current_database())),
line (position, place, words) AS (
    SELECT position, 0, format(E'# TYPE %s %s%s\n# HELP %s %s', name, kind, CASE WHEN unit <> '' THEN format(E'\n# UNIT %s %s', name, unit) END, name, help)
      FROM family
    UNION ALL
    SELECT f.position, row_number() OVER (ORDER BY s.labels::text COLLATE "C"),
           format('%s%s{%s} %s', s.name, CASE f.kind WHEN 'counter' THEN '_total' END,
                  (SELECT string_agg(format('%s="%s"', key, replace(replace(replace(value, '\', '\\'), '"', '\"'), E'\n', '\n')), ',' ORDER BY key COLLATE "C")
                     FROM jsonb_each_text(s.labels || jsonb_build_object('store', store))),
                  trim_scale(s.value))
      FROM sample s JOIN family f USING (name), here)
SELECT words FROM (SELECT position, place, words FROM line UNION ALL SELECT 1000, 0, '# EOF') AS all_lines ORDER BY position, place;
