-- Telemetry as it is published: one row for each turbine, signal and day, with arrays of the day's 144 windows.
-- Why arrays: docs/decisions. Windows are numbered 0 to 143; window w is element w + 1.
CREATE TABLE core.telemetry_source (
    source_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE core.telemetry_turbine (
    turbine_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id integer NOT NULL REFERENCES core.telemetry_source,
    turbine text COLLATE "C" NOT NULL,
    turbine_id uuid,
    rated_power_kw double precision,
    UNIQUE (source_id, turbine)
);
CREATE INDEX telemetry_turbine_by_id ON core.telemetry_turbine (turbine_id);
CREATE TABLE core.telemetry_signal (
    signal_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id integer NOT NULL REFERENCES core.telemetry_source,
    signal text COLLATE "C" NOT NULL,
    unit text NOT NULL,
    tag text,
    circular boolean NOT NULL,
    UNIQUE (source_id, signal)
);
-- The classic long form names each statistic of each signal of each turbine by a number: here are the numbers.
CREATE TABLE core.telemetry_series (
    series_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    turbine_key integer NOT NULL REFERENCES core.telemetry_turbine,
    signal_key integer NOT NULL REFERENCES core.telemetry_signal,
    statistic text COLLATE "C" NOT NULL CHECK (statistic IN ('mean', 'min', 'max', 'std')),
    UNIQUE (turbine_key, signal_key, statistic)
);
-- When each window of a loaded day begins: what a time is looked up in, so that only its day is read.
CREATE TABLE core.telemetry_calendar (
    day date NOT NULL,
    w smallint NOT NULL CHECK (w BETWEEN 0 AND 143),
    window_start timestamptz NOT NULL UNIQUE,
    PRIMARY KEY (day, w)
);
-- Which landed day core holds, by source, day and shard. A division into shards that another one replaced is retired.
CREATE TABLE core.telemetry_load (
    load_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id integer NOT NULL REFERENCES core.telemetry_source,
    day date NOT NULL,
    shard_index integer NOT NULL,
    shard_count integer NOT NULL,
    telemetry_day_id bigint NOT NULL,
    statistics_sha256 bytea NOT NULL,
    cadence_seconds integer NOT NULL,
    given boolean NOT NULL,
    turbine_count integer NOT NULL,
    valid_count bigint NOT NULL,
    loaded_at timestamptz NOT NULL,
    retired boolean NOT NULL DEFAULT false,
    UNIQUE (source_id, day, shard_count, shard_index)
);

CREATE TABLE core.telemetry (
    day date NOT NULL,
    turbine_key integer NOT NULL,
    signal_key integer NOT NULL,
    load_id integer NOT NULL,
    -- of all that is below: tells an unchanged row without reading it
    digest uuid NOT NULL,
    n_expected smallint NOT NULL,
    given boolean NOT NULL,
    -- had samples at an earlier load and has none now: out of the views
    gone boolean NOT NULL,
    day_windows smallint NOT NULL,
    day_windows_valid smallint NOT NULL,
    day_n integer NOT NULL,
    day_mean double precision,
    day_m2 double precision,
    day_min double precision,
    day_max double precision,
    day_sin double precision,
    day_cos double precision,
    first_at timestamptz,
    last_at timestamptz,
    n smallint[] NOT NULL,
    mean double precision[],
    m2 double precision[],
    min double precision[],
    max double precision[],
    sum_sin double precision[],
    sum_cos double precision[],
    first_s smallint[],
    last_s smallint[],
    -- null: each window is as it was first loaded
    revision smallint[],
    revised_at timestamptz[],
    withdrawn boolean[],
    PRIMARY KEY (turbine_key, day, signal_key)
) PARTITION BY RANGE (day);
CREATE INDEX telemetry_by_day ON core.telemetry (day);
-- lz4 where the server has it: the arrays are written twice as fast as with pglz, at the same size.
DO $$
DECLARE
    packed text;
BEGIN
    IF (SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression') THEN
        FOREACH packed IN ARRAY ARRAY['n', 'mean', 'm2', 'min', 'max', 'sum_sin', 'sum_cos', 'first_s', 'last_s',
                                      'revision', 'revised_at', 'withdrawn'] LOOP
            EXECUTE format('ALTER TABLE core.telemetry ALTER COLUMN %I SET COMPRESSION lz4', packed);
        END LOOP;
    END IF;
END
$$;

-- Makes a day's partition (a calendar month) and its part of the calendar; readers are not kept waiting.
-- toast_tuple_target: two rows a page, so that a window is read without a look into the overflow table.
CREATE FUNCTION core.open_telemetry_day(day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    month date := date_trunc('month', open_telemetry_day.day::timestamp)::date;
    partition text := format('telemetry_%s', to_char(month, 'YYYY_MM'));
BEGIN
    IF to_regclass('core.' || partition) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('catavento partition', 0));
        IF to_regclass('core.' || partition) IS NULL THEN
            EXECUTE format('CREATE TABLE core.%I (LIKE core.telemetry INCLUDING ALL) WITH (toast_tuple_target = 4080)', partition);
            EXECUTE format('ALTER TABLE core.telemetry ATTACH PARTITION core.%I FOR VALUES FROM (%L) TO (%L)',
                           partition, month, (month + interval '1 month')::date);
        END IF;
    END IF;
    INSERT INTO core.telemetry_calendar (day, w, window_start)
    SELECT open_telemetry_day.day, w, timezone('UTC', open_telemetry_day.day + time '03:00' + w * interval '10 minutes')
      FROM generate_series(0, 143) AS w
    ON CONFLICT DO NOTHING;
END
$$;
REVOKE ALL ON FUNCTION core.open_telemetry_day(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.open_telemetry_day(date) TO catavento_load;

GRANT SELECT, INSERT, UPDATE ON core.telemetry_source, core.telemetry_turbine, core.telemetry_signal,
    core.telemetry_series, core.telemetry_load TO catavento_load;
GRANT SELECT ON core.telemetry_calendar TO catavento_load;
GRANT SELECT, INSERT, UPDATE, DELETE ON core.telemetry TO catavento_load;
GRANT SELECT ON core.telemetry_source, core.telemetry_turbine, core.telemetry_signal, core.telemetry_series,
    core.telemetry_calendar, core.telemetry_load, core.telemetry TO catavento_export;

-- A publication of telemetry is of a landed day of one source, or a shard of it; one of the fleet is of a snapshot.
ALTER TABLE ops.release ALTER COLUMN snapshot_id DROP NOT NULL;
ALTER TABLE ops.release ADD COLUMN source text, ADD COLUMN shard_index integer, ADD COLUMN shard_count integer,
    ADD COLUMN telemetry_day_id bigint;
ALTER TABLE ops.release ADD CONSTRAINT release_is_of_a_snapshot_or_a_telemetry_day
    CHECK ((snapshot_id IS NULL) = (telemetry_day_id IS NOT NULL)
           AND (telemetry_day_id IS NULL) = (source IS NULL)
           AND (source IS NULL) = (shard_index IS NULL) AND (source IS NULL) = (shard_count IS NULL));
CREATE INDEX release_by_telemetry_day ON ops.release (telemetry_day_id) WHERE telemetry_day_id IS NOT NULL;
