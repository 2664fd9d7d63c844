-- Maintenance of telemetry: what a landing held may go, that the day was landed stays.
ALTER TABLE raw.telemetry_day ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN raw.telemetry_day.removed_at IS
    'When its answers and statistics were removed, past their time; null while raw has them.';
GRANT UPDATE (removed_at) ON raw.telemetry_day TO catavento_maintain;

-- As before; of telemetry a day is one source's: why it was never downsampled or loaded stays as well.
CREATE OR REPLACE FUNCTION ops.remove_idle_runs(started_before timestamptz, dry_run boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    idle bigint[];
BEGIN
    SELECT coalesce(array_agg(r.task_run_id), '{}') INTO idle
      FROM ops.task_run r
     WHERE r.started_at < least(started_before, now() - interval '90 days')
       AND (r.outcome = 'nothing-new' OR r.task = 'watch-store' AND r.outcome = 'completed')
       AND r.task_run_id <> ALL (ARRAY(SELECT max(task_run_id) FROM ops.task_run GROUP BY task, dataset, outputs ->> 'source'))
       AND NOT (r.task LIKE 'extract-%'
                AND NOT EXISTS (SELECT FROM raw.capture c WHERE c.dataset = r.dataset AND c.day = r.day))
       AND NOT (r.task LIKE 'downsample-%'
                AND NOT EXISTS (SELECT FROM raw.telemetry_day d
                                 WHERE d.source = r.outputs ->> 'source' AND d.day = r.day))
       AND NOT (r.task LIKE 'load-%'
                AND NOT EXISTS (SELECT FROM ops.release p
                                 WHERE p.dataset = r.dataset AND p.day = r.day
                                   AND p.source IS NOT DISTINCT FROM r.outputs ->> 'source'))
       AND NOT EXISTS (SELECT FROM ops.incident i WHERE i.run_id = r.run_id)
       AND NOT EXISTS (SELECT FROM ops.audit a WHERE a.run_id = r.run_id);
    IF NOT dry_run THEN
        INSERT INTO ops.removed_run_count AS counted (task, dataset, outcome, runs)
        SELECT r.task, coalesce(r.dataset, ''), r.outcome, count(*)
          FROM ops.task_run r WHERE r.task_run_id = ANY (idle) GROUP BY 1, 2, 3
            ON CONFLICT (task, dataset, outcome) DO UPDATE SET runs = counted.runs + excluded.runs;
        DELETE FROM ops.task_run WHERE task_run_id = ANY (idle);
    END IF;
    RETURN cardinality(idle);
END
$$;
