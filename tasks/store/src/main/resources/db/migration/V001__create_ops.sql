-- Schemas, and what is known of runs, releases and issues. Each migration carries its own grants.
CREATE SCHEMA raw;
CREATE SCHEMA core;
CREATE SCHEMA out;
GRANT USAGE ON SCHEMA ops TO catavento_extract, catavento_load, catavento_export, catavento_maintain;
GRANT USAGE ON SCHEMA raw TO catavento_extract, catavento_load, catavento_maintain;
GRANT USAGE ON SCHEMA core TO catavento_load, catavento_export;
GRANT USAGE ON SCHEMA out TO catavento_read, catavento_export, catavento_load, catavento_extract;

-- One store, one source: written at the first landing, then only read.
CREATE TABLE ops.store (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    store_name text NOT NULL,
    source_id text NOT NULL,
    is_demo boolean NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON ops.store TO catavento_extract;
GRANT SELECT ON ops.store TO catavento_load, catavento_export;

CREATE TABLE ops.task_run (
    task_run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task text NOT NULL,
    dataset text,
    day date,
    run_id text,
    forced boolean NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('completed', 'nothing-new', 'failed')),
    exit_code integer NOT NULL,
    started_at timestamptz NOT NULL,
    duration_ms bigint NOT NULL,
    rows_read bigint NOT NULL,
    rows_written bigint NOT NULL,
    rows_unchanged bigint NOT NULL,
    rows_quarantined bigint NOT NULL,
    issues jsonb NOT NULL,
    outputs jsonb NOT NULL,
    error_kind text,
    error_message text,
    error_hint text
);
CREATE INDEX task_run_by_day ON ops.task_run (dataset, day, task);
GRANT SELECT, INSERT ON ops.task_run TO catavento_extract, catavento_load, catavento_export, catavento_maintain, catavento_migrate;

-- A publication: numbered, never changed.
CREATE TABLE ops.release (
    release_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text NOT NULL,
    day date NOT NULL,
    snapshot_id bigint NOT NULL,
    rules_version text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    run_id text,
    row_count integer NOT NULL,
    counts jsonb NOT NULL,
    override_reason text
);
CREATE INDEX release_newest ON ops.release (dataset, day DESC, release_id DESC);
GRANT SELECT, INSERT ON ops.release TO catavento_load;
GRANT SELECT ON ops.release TO catavento_export, catavento_extract;

-- What is in the export folder, and out of which release.
CREATE TABLE ops.export (
    export_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text NOT NULL,
    day date NOT NULL,
    release_id bigint NOT NULL REFERENCES ops.release,
    format_version text NOT NULL,
    datapackage_sha256 text NOT NULL,
    exported_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX export_newest ON ops.export (dataset, day DESC, export_id DESC);
GRANT SELECT, INSERT ON ops.export TO catavento_export;

-- Oddities and repairs of the current fleet; an issue lives from the first day it was seen to the day it was gone.
CREATE TABLE ops.data_issue (
    issue_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
    subject_id text NOT NULL,
    field text NOT NULL,
    original_value text,
    result_value text,
    evidence text,
    first_seen_day date NOT NULL,
    last_seen_day date NOT NULL,
    resolved_day date
);
CREATE INDEX data_issue_open ON ops.data_issue (dataset, subject_id) WHERE resolved_day IS NULL;
GRANT SELECT, INSERT, UPDATE ON ops.data_issue TO catavento_load;
GRANT SELECT ON ops.data_issue TO catavento_export;

-- Rows that could not be placed or named, whole, with the turbine that stays in their stead if there is one.
CREATE TABLE ops.quarantined_row (
    quarantined_row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text NOT NULL,
    day date NOT NULL,
    snapshot_id bigint NOT NULL,
    object_id bigint,
    reason text NOT NULL,
    source_row jsonb NOT NULL,
    kept_turbine_id uuid
);
CREATE INDEX quarantined_row_by_day ON ops.quarantined_row (dataset, day);
GRANT SELECT, INSERT, DELETE ON ops.quarantined_row TO catavento_load;
GRANT SELECT ON ops.quarantined_row TO catavento_export;
