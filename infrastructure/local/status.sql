-- What ./catavento status says of a store, from the stable views.
\pset tuples_only on
\pset format unaligned
SELECT coalesce((SELECT CASE WHEN is_demo THEN 'DEMO, a generated fleet; ' ELSE '' END FROM out.store), '')
       || coalesce((SELECT format('release %s for %s with %s turbines', release_id, day, row_count)
                      FROM out.release WHERE dataset = 'wind_fleet' ORDER BY release_id DESC LIMIT 1), 'nothing published yet');
\echo
SELECT (now() AT TIME ZONE 'America/Sao_Paulo')::date - 14 AS first_day, (now() AT TIME ZONE 'America/Sao_Paulo')::date - 1 AS last_day \gset
\echo Completeness :first_day to :last_day  (# captured, = as the day before, ~ provisional, o not published, ! refused, . missing)
SELECT format('  %-14s ', d.dataset || coalesce(' ' || d.source, '')) || string_agg(CASE WHEN c.day IS NULL THEN '_' WHEN c.state = 'refused' THEN '!'
               WHEN c.state = 'missing' THEN '.' WHEN c.published IS NULL THEN 'o' WHEN c.state = 'provisional' THEN '~'
               WHEN c.state = 'confirmed' THEN '=' ELSE '#' END, '' ORDER BY n.day)
       || format('  %s of %s', count(c.published), count(c.day)) || CASE WHEN count(c.day) < 14 THEN ' (_ before the first capture)' ELSE '' END
  FROM (SELECT DISTINCT dataset, source FROM out.completeness) d
 CROSS JOIN (SELECT d::date AS day FROM generate_series(:'first_day'::date, :'last_day'::date, '1 day') d) n
  LEFT JOIN out.completeness c ON c.dataset = d.dataset AND c.source IS NOT DISTINCT FROM d.source AND c.day = n.day
 GROUP BY d.dataset, d.source ORDER BY d.dataset, d.source;
-- Days after each other that lack the same for the same reason are one line: their numbers less their places are equal.
SELECT format('  %s %s %s: %s', dataset || coalesce(' ' || source, ''), CASE count(*) WHEN 1 THEN min(day)::text ELSE format('%s to %s (%s days)', min(day), max(day), count(*)) END,
              state, why)
  FROM (SELECT dataset, source, day, state, why, day - row_number() OVER (PARTITION BY dataset, source, state, why ORDER BY day)::integer AS sequence
          FROM (SELECT dataset, source, day, state, coalesce(reason, 'not published yet') AS why FROM out.completeness
                 WHERE day BETWEEN :'first_day' AND :'last_day' AND (state IN ('missing', 'refused') OR published IS NULL)) lacking) placed
 GROUP BY dataset, source, state, why, sequence ORDER BY dataset, source, min(day);
\echo
SELECT 'Open issues: ' || coalesce(string_agg(format('%s %s', n, severity), ', ' ORDER BY array_position(ARRAY['error', 'warning', 'info'], severity)), 'none')
  FROM (SELECT severity, count(*) AS n FROM out.data_issue WHERE resolved_day IS NULL GROUP BY severity) by_severity;
SELECT to_regclass('out.incident') IS NOT NULL AS has_incidents \gset
\if :has_incidents
SELECT 'Open incidents: ' || coalesce(nullif(count(*), 0)::text, 'none') FROM out.incident WHERE closed_at IS NULL;
SELECT format('  since %s: %s', to_char(opened_at AT TIME ZONE 'America/Sao_Paulo', 'YYYY-MM-DD HH24:MI'), reason_en)
  FROM out.incident WHERE closed_at IS NULL ORDER BY opened_at, incident_id LIMIT 10;
\endif
SELECT coalesce(format('Newest update at the source: %s, %s days ago', max(source_updated_at)::date, current_date - max(source_updated_at)::date),
                'Newest update at the source: not known yet') FROM out.wind_turbine;
SELECT 'Database: ' || pg_size_pretty(pg_database_size(current_database()));
