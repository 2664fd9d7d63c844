-- Two loads that open a month at once: whoever waited for the other still had it in its cache of the catalogue that there is
-- no such partition, and failed with 42P07. The second look is one into the catalogue's table.
CREATE OR REPLACE FUNCTION core.open_telemetry_day(day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    month date := date_trunc('month', open_telemetry_day.day::timestamp)::date;
    partition text := format('telemetry_%s', to_char(month, 'YYYY_MM'));
BEGIN
    IF to_regclass('core.' || partition) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('catavento partition', 0));
        IF NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'core'::regnamespace AND relname = partition) THEN
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
