-- What the present database holds, a tab-separated line for each table: name, columns, rows, and two sums of the rows' MD5
-- halves, which no order of rows changes. Sequences are named without their value: reading one is outside of any snapshot.
-- Tables that an extension brings are left out, as a dump leaves them out.
SET search_path = pg_catalog;
SET TimeZone = 'UTC';
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET extra_float_digits = 1;
SET bytea_output = 'hex';
SELECT format($query$SELECT concat_ws(chr(9), 'table', %L, count(*), coalesce(sum(('x' || substr(hash, 1, 16))::bit(64)::bigint::numeric), 0),
                                      coalesce(sum(('x' || substr(hash, 17))::bit(64)::bigint::numeric), 0), %L)
                      FROM (SELECT md5((whole_row.*)::text) AS hash FROM ONLY %I.%I AS whole_row) AS hashed$query$,
              nspname || '.' || relname, columns, nspname, relname)
  FROM (SELECT n.nspname, c.relname,
               (SELECT md5(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum))
                  FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
         ORDER BY 1, 2) AS tables
\gexec
SELECT concat_ws(chr(9), CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'view' END, n.nspname || '.' || c.relname)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('S', 'v', 'm') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e');
