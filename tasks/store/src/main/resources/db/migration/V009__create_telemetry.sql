-- Telemetry as it was landed: the source's answers, and what downsample-telemetry made of them, by source, day and shard.
-- A telemetry day is the fixed UTC-03:00 day: 144 windows of ten minutes, whatever a zone's summer time did.
CREATE TABLE raw.telemetry_day (
    telemetry_day_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    day date NOT NULL,
    shard_index integer NOT NULL CHECK (shard_index >= 1),
    shard_count integer NOT NULL CHECK (shard_count >= 1),
    captured_at timestamptz NOT NULL,
    run_id text,
    kind text NOT NULL CHECK (kind IN ('samples', 'statistics')),
    cadence_seconds integer NOT NULL CHECK (cadence_seconds > 0 AND 600 % cadence_seconds = 0),
    zone text NOT NULL,
    input_sha256 bytea CHECK (length(input_sha256) = 32),
    statistics_sha256 bytea NOT NULL CHECK (length(statistics_sha256) = 32),
    settings_sha256 bytea NOT NULL CHECK (length(settings_sha256) = 32),
    rules_version text NOT NULL,
    sample_count bigint NOT NULL,
    valid_count bigint NOT NULL,
    turbine_count integer NOT NULL,
    window_count bigint NOT NULL,
    issues jsonb NOT NULL DEFAULT '{}',
    CHECK (shard_index <= shard_count)
);
CREATE INDEX telemetry_day_newest ON raw.telemetry_day (source, day, shard_count, shard_index, telemetry_day_id DESC);
COMMENT ON TABLE raw.telemetry_day IS
    'A day of a source (or a shard of it) as it was downsampled; of several rows of a source, day and shard the newest holds.';
COMMENT ON COLUMN raw.telemetry_day.source IS 'Name of the source in sources.yaml.';
COMMENT ON COLUMN raw.telemetry_day.day IS 'The fixed UTC-03:00 day.';
COMMENT ON COLUMN raw.telemetry_day.shard_index IS 'Which part of the source''s turbines, from 1.';
COMMENT ON COLUMN raw.telemetry_day.shard_count IS 'Into how many parts the turbines were divided; 1 when they were not.';
COMMENT ON COLUMN raw.telemetry_day.captured_at IS 'When the source had been read.';
COMMENT ON COLUMN raw.telemetry_day.kind IS 'What the source gives: samples, or statistics of ten minutes that pass through.';
COMMENT ON COLUMN raw.telemetry_day.cadence_seconds IS 'Seconds from one value of the source to the next.';
COMMENT ON COLUMN raw.telemetry_day.zone IS 'Zone of the source''s stamps that carry no offset.';
COMMENT ON COLUMN raw.telemetry_day.input_sha256 IS 'Hash of the answers as they came; null where it was not made.';
COMMENT ON COLUMN raw.telemetry_day.statistics_sha256 IS 'Hash of the statistics: equal means that no statistic differs.';
COMMENT ON COLUMN raw.telemetry_day.settings_sha256 IS 'Hash of the source''s part of sources.yaml.';
COMMENT ON COLUMN raw.telemetry_day.rules_version IS 'Version of the cleaning rules.';
COMMENT ON COLUMN raw.telemetry_day.sample_count IS 'Values that the source gave.';
COMMENT ON COLUMN raw.telemetry_day.valid_count IS 'Values that the statistics rest on.';
COMMENT ON COLUMN raw.telemetry_day.turbine_count IS 'Turbines that were asked for.';
COMMENT ON COLUMN raw.telemetry_day.window_count IS 'Rows of statistics: windows of turbines of which the source gave anything.';
COMMENT ON COLUMN raw.telemetry_day.issues IS 'Applications by rule.';

CREATE TABLE raw.telemetry_input (
    telemetry_day_id bigint NOT NULL REFERENCES raw.telemetry_day,
    ordinal integer NOT NULL,
    url text NOT NULL,
    sha256 bytea NOT NULL REFERENCES raw.page,
    PRIMARY KEY (telemetry_day_id, ordinal)
);
CREATE INDEX telemetry_input_by_page ON raw.telemetry_input (sha256);
COMMENT ON TABLE raw.telemetry_input IS 'The answers as they came, in chunks of 16 MB at most; empty where the source''s input is not landed.';
COMMENT ON COLUMN raw.telemetry_input.url IS 'Where the answer came from, without credentials.';

CREATE TABLE raw.telemetry_statistics (
    telemetry_day_id bigint NOT NULL REFERENCES raw.telemetry_day,
    ordinal integer NOT NULL,
    first_turbine text COLLATE "C" NOT NULL,
    last_turbine text COLLATE "C" NOT NULL,
    row_count integer NOT NULL,
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    body bytea NOT NULL,
    PRIMARY KEY (telemetry_day_id, ordinal)
);
ALTER TABLE raw.telemetry_statistics ALTER COLUMN body SET STORAGE EXTERNAL;
COMMENT ON TABLE raw.telemetry_statistics IS 'The statistics of a day as Parquet, one blob for each range of turbines, rows sorted by turbine and window.';
COMMENT ON COLUMN raw.telemetry_statistics.body IS
    'Parquet (zstd), 16 MB at most: turbine, w (window of the day, 0 to 143; -1: the turbine gave nothing) and by signal s__n, s__mean, s__m2, s__min, s__max, s__first, s__last (seconds within the window), circular also s__sin, s__cos.';

CREATE TABLE raw.telemetry_turbine (
    telemetry_day_id bigint NOT NULL REFERENCES raw.telemetry_day,
    turbine text COLLATE "C" NOT NULL,
    turbine_id uuid,
    rated_power_kw double precision,
    PRIMARY KEY (telemetry_day_id, turbine)
);
COMMENT ON TABLE raw.telemetry_turbine IS 'The turbines that were asked for or that came, by the source''s own names.';
COMMENT ON COLUMN raw.telemetry_turbine.turbine_id IS 'The registered turbine it is mapped to; null where it is not.';
COMMENT ON COLUMN raw.telemetry_turbine.rated_power_kw IS 'Rated power that the rules went by, in kW; null where none is known.';

CREATE TABLE raw.telemetry_signal (
    telemetry_day_id bigint NOT NULL REFERENCES raw.telemetry_day,
    ordinal integer NOT NULL,
    signal text COLLATE "C" NOT NULL,
    unit text NOT NULL,
    tag text,
    circular boolean NOT NULL,
    PRIMARY KEY (telemetry_day_id, ordinal),
    UNIQUE (telemetry_day_id, signal)
);
COMMENT ON TABLE raw.telemetry_signal IS 'The signals of a day, in the order of its columns.';
COMMENT ON COLUMN raw.telemetry_signal.unit IS 'Unit of the stored values.';
COMMENT ON COLUMN raw.telemetry_signal.tag IS 'IEC 61400-25 name.';
COMMENT ON COLUMN raw.telemetry_signal.circular IS 'True for directions: averaged as vectors, without minimum and maximum.';

CREATE TABLE raw.telemetry_issue (
    telemetry_day_id bigint NOT NULL REFERENCES raw.telemetry_day,
    rule text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
    turbine text COLLATE "C",
    signal text COLLATE "C",
    sample_count bigint NOT NULL,
    first_at timestamptz,
    example text
);
CREATE INDEX telemetry_issue_by_day ON raw.telemetry_issue (telemetry_day_id);
COMMENT ON TABLE raw.telemetry_issue IS 'What the cleaning rules found, by turbine and signal; load-postgis makes issues of it.';
COMMENT ON COLUMN raw.telemetry_issue.turbine IS 'Null where the finding is about the whole source.';
COMMENT ON COLUMN raw.telemetry_issue.signal IS 'Null where the finding is about the turbine.';

GRANT SELECT, INSERT ON raw.telemetry_day, raw.telemetry_input, raw.telemetry_statistics, raw.telemetry_turbine,
    raw.telemetry_signal, raw.telemetry_issue TO catavento_extract;
GRANT SELECT ON raw.telemetry_day, raw.telemetry_input, raw.telemetry_statistics, raw.telemetry_turbine,
    raw.telemetry_signal, raw.telemetry_issue TO catavento_load;
GRANT SELECT, DELETE ON raw.telemetry_day, raw.telemetry_input, raw.telemetry_statistics, raw.telemetry_turbine,
    raw.telemetry_signal, raw.telemetry_issue TO catavento_maintain;
-- Rated power and the names that a source's turbines may be meant to have.
GRANT SELECT ON out.wind_turbine TO catavento_extract;
