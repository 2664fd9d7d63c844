-- What sources said, untouched. A page is stored once, by its content; it is never changed and never overwritten.
CREATE TABLE raw.page (
    sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
    byte_count integer NOT NULL,
    body_gzip bytea NOT NULL,
    landed_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE raw.page ALTER COLUMN body_gzip SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON raw.page TO catavento_extract;
GRANT SELECT ON raw.page TO catavento_load;

-- Pages of an extraction under way: a retry takes them up while the list of ids is the same. Emptied when it ends.
CREATE TABLE raw.landed_page (
    dataset text NOT NULL,
    day date NOT NULL,
    id_list_sha256 bytea NOT NULL,
    first_object_id bigint NOT NULL,
    last_object_id bigint NOT NULL,
    row_count integer NOT NULL,
    sha256 bytea NOT NULL,
    byte_count integer NOT NULL,
    body_gzip bytea NOT NULL,
    landed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (dataset, day, id_list_sha256, first_object_id, last_object_id)
);
ALTER TABLE raw.landed_page ALTER COLUMN body_gzip SET STORAGE EXTERNAL;
GRANT SELECT, INSERT, DELETE ON raw.landed_page TO catavento_extract;

-- A proven whole set. Days on which the source said the same share one snapshot.
CREATE TABLE raw.snapshot (
    snapshot_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text NOT NULL,
    first_day date NOT NULL,
    captured_at timestamptz NOT NULL,
    source_url text NOT NULL,
    row_count integer NOT NULL,
    -- a 16-byte digest of the attributes and two 8-byte coordinates a row, gzip: what the next capture is compared with
    fingerprint_gzip bytea NOT NULL,
    layer_fields jsonb NOT NULL
);
ALTER TABLE raw.snapshot ALTER COLUMN fingerprint_gzip SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON raw.snapshot TO catavento_extract;
GRANT SELECT ON raw.snapshot TO catavento_load;

CREATE TABLE raw.snapshot_page (
    snapshot_id bigint NOT NULL REFERENCES raw.snapshot,
    ordinal integer NOT NULL,
    row_count integer NOT NULL,
    sha256 bytea NOT NULL REFERENCES raw.page,
    PRIMARY KEY (snapshot_id, ordinal)
);
GRANT SELECT, INSERT ON raw.snapshot_page TO catavento_extract;
GRANT SELECT ON raw.snapshot_page TO catavento_load;

-- That a day was captured, when, and with what proof: 'stored' as a new snapshot or 'confirmed' by the one before.
CREATE TABLE raw.capture (
    capture_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text NOT NULL,
    day date NOT NULL,
    captured_at timestamptz NOT NULL,
    provisional boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('stored', 'confirmed')),
    snapshot_id bigint NOT NULL REFERENCES raw.snapshot,
    count_before integer NOT NULL,
    ids_listed integer NOT NULL,
    ids_received integer NOT NULL,
    count_after integer NOT NULL,
    run_id text,
    CHECK (count_before = ids_listed AND ids_listed = ids_received AND ids_received = count_after)
);
CREATE INDEX capture_newest ON raw.capture (dataset, day DESC, capture_id DESC);
GRANT SELECT, INSERT ON raw.capture TO catavento_extract;
GRANT SELECT ON raw.capture TO catavento_load;
