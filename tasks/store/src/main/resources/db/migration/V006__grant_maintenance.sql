-- What maintain-store may: remove raw data that is past its time, and have statistics made. Nothing of core or ops.
GRANT SELECT, DELETE ON raw.page, raw.snapshot, raw.snapshot_page TO catavento_maintain;
GRANT SELECT, DELETE ON raw.landed_page TO catavento_maintain;
GRANT SELECT ON ops.release TO catavento_maintain;

-- The proof that a day was captured outlives what was captured: then it names no snapshot, but the day of its removal.
ALTER TABLE raw.capture ALTER COLUMN snapshot_id DROP NOT NULL;
ALTER TABLE raw.capture ADD COLUMN removed_at timestamptz;
ALTER TABLE raw.capture ADD CONSTRAINT capture_has_content_or_lost_it CHECK ((snapshot_id IS NULL) = (removed_at IS NOT NULL));
GRANT SELECT, UPDATE (snapshot_id, removed_at) ON raw.capture TO catavento_maintain;

-- A page or snapshot can only be removed once nobody refers to it: these find who does.
CREATE INDEX snapshot_page_by_page ON raw.snapshot_page (sha256);
CREATE INDEX capture_by_snapshot ON raw.capture (snapshot_id);

-- ANALYZE is its owner's right until PostgreSQL 17: this lends it for the store's own tables, and nothing else.
CREATE FUNCTION ops.analyze_store() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    one record;
    analyzed integer := 0;
BEGIN
    FOR one IN
        SELECT n.nspname, c.relname
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('raw', 'core', 'ops') AND c.relkind IN ('r', 'p', 'm')
           AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
         ORDER BY 1, 2
    LOOP
        EXECUTE format('ANALYZE %I.%I', one.nspname, one.relname);
        analyzed := analyzed + 1;
    END LOOP;
    RETURN analyzed;
END
$$;
REVOKE ALL ON FUNCTION ops.analyze_store() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ops.analyze_store() TO catavento_maintain;
