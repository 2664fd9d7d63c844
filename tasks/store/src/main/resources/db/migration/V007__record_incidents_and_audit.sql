-- Who asked for each run, and where its log is.
ALTER TABLE ops.task_run ADD COLUMN requested_by text, ADD COLUMN log_url text;
CREATE OR REPLACE VIEW out.task_run AS
SELECT task_run_id, task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
       rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs, error_kind, error_message, error_hint,
       requested_by, log_url
  FROM ops.task_run;

-- What people did, as against what the schedule does. Rows are only added, also by the owner.
CREATE TABLE ops.audit (
    audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    action text NOT NULL
        CHECK (action IN ('triggered', 'forced', 'override-gate', 'rolled-back', 'restored', 'changed-correction')),
    task text,
    dataset text,
    day date,
    run_id text,
    reason text,
    db_login text NOT NULL DEFAULT session_user
);
CREATE UNIQUE INDEX audit_triggered_once ON ops.audit (run_id) WHERE action = 'triggered';

CREATE FUNCTION ops.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '% is only added to: no row of it is changed or removed', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON ops.audit
    FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();

-- A run that a person asked for is an action, and so is --force: the ledger's row makes the audit's, whichever task it is.
CREATE FUNCTION ops.audit_task_run() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NEW.requested_by <> 'schedule' THEN
        INSERT INTO ops.audit (actor, action, task, dataset, day, run_id)
        VALUES (NEW.requested_by, 'triggered', NEW.task, NEW.dataset, NEW.day, NEW.run_id)
        ON CONFLICT (run_id) WHERE action = 'triggered' DO NOTHING;
    END IF;
    IF NEW.forced THEN
        INSERT INTO ops.audit (actor, action, task, dataset, day, run_id)
        VALUES (coalesce(NEW.requested_by, 'unknown'), 'forced', NEW.task, NEW.dataset, NEW.day, NEW.run_id);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER task_run_is_audited AFTER INSERT ON ops.task_run FOR EACH ROW EXECUTE FUNCTION ops.audit_task_run();

-- For what a run's row does not tell: in the transaction of the action itself.
CREATE FUNCTION ops.record_action(actor text, action text, task text, dataset text, day date, run_id text, reason text)
    RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    INSERT INTO ops.audit (actor, action, task, dataset, day, run_id, reason)
    VALUES (coalesce($1, 'unknown'), $2, $3, $4, $5, $6, $7)
$$;
REVOKE ALL ON FUNCTION ops.record_action(text, text, text, text, date, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ops.audit_task_run() FROM PUBLIC;
REVOKE ALL ON FUNCTION ops.refuse_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ops.record_action(text, text, text, text, date, text, text) TO catavento_load, catavento_maintain;

CREATE VIEW out.audit AS
SELECT audit_id, at, actor, action, task, dataset, day, run_id, reason, db_login FROM ops.audit;

-- Something that needs a person: open from the run that noticed it until it is well again. One open row for each key.
CREATE TABLE ops.incident (
    incident_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('task-failed', 'publish-refused', 'day-late', 'no-run', 'task-slow', 'count-unusual')),
    task text,
    dataset text,
    day date,
    run_id text,
    -- when the newest run that shows it began, or the deadline that passed
    occurred_at timestamptz NOT NULL,
    opened_at timestamptz NOT NULL,
    reason_en text NOT NULL,
    reason_pt text NOT NULL,
    hint_en text NOT NULL,
    hint_pt text NOT NULL,
    log_url text,
    closed_at timestamptz,
    -- expired: nothing tells any more whether it is well again; nobody is told
    closing text CHECK (closing IN ('recovered', 'expired')),
    closing_en text,
    closing_pt text,
    CHECK ((closed_at IS NULL) = (closing IS NULL))
);
CREATE UNIQUE INDEX incident_open_once ON ops.incident (key) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON ops.incident TO catavento_watch;

-- What is to be told of it, by which channel: written with the incident, sent afterwards, marked when it has arrived.
CREATE TABLE ops.incident_notice (
    incident_id bigint NOT NULL REFERENCES ops.incident,
    event text NOT NULL CHECK (event IN ('opened', 'recovered')),
    channel text NOT NULL CHECK (channel IN ('mail', 'webhook')),
    due_at timestamptz NOT NULL,
    sent_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    last_error text,
    PRIMARY KEY (incident_id, event, channel)
);
CREATE INDEX incident_notice_unsent ON ops.incident_notice (due_at) WHERE sent_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON ops.incident_notice TO catavento_watch;

CREATE VIEW out.incident AS
SELECT i.incident_id, i.key, i.kind, i.task, i.dataset, i.day, i.run_id, i.occurred_at, i.opened_at,
       i.reason_en, i.reason_pt, i.hint_en, i.hint_pt, i.log_url, i.closed_at, i.closing, i.closing_en, i.closing_pt,
       n.notified_at, n.unsent_notices, n.last_error
  FROM ops.incident i
  LEFT JOIN (SELECT incident_id, min(sent_at) FILTER (WHERE event = 'opened') AS notified_at,
                    count(*) FILTER (WHERE sent_at IS NULL) AS unsent_notices,
                    max(last_error) FILTER (WHERE sent_at IS NULL) AS last_error
               FROM ops.incident_notice GROUP BY incident_id) n USING (incident_id);

GRANT SELECT ON out.audit, out.incident TO catavento_read, catavento_export;
GRANT USAGE ON SCHEMA ops, out TO catavento_watch;
GRANT SELECT ON ops.task_run, out.completeness, out.store TO catavento_watch;
GRANT INSERT ON ops.task_run TO catavento_watch;
