-- A mapping of a source's turbines onto the fleet changes without a release: an export is told apart by it as well.
ALTER TABLE ops.export ADD COLUMN mapping_sha256 text CHECK (mapping_sha256 ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN ops.export.mapping_sha256 IS
    'Hash of the turbines of a day of telemetry and the registered ones they are mapped to; null for other datasets, and where it was not kept yet.';
