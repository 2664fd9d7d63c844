-- What the store holds, for a person: psql -v source_words=… -f summary.sql, as catavento_read.
\set QUIET on
\pset footer off
\pset null '–'
\pset border 0
SELECT count(*) = 0 AS empty FROM out.release WHERE dataset = 'wind_fleet' \gset
\if :empty
\echo 'Nothing is published in this store yet: ./catavento run publishes a first day.'
\quit
\endif

SELECT CASE WHEN is_demo THEN 'DEMO: this fleet is generated, it is not ANEEL''s register.' ELSE '' END AS demo_words,
       is_demo, store_name, source_id
  FROM out.store \gset
\if :is_demo
\echo :demo_words
\endif
SELECT release_id, day AS release_day, to_char(published_at AT TIME ZONE 'America/Sao_Paulo', 'YYYY-MM-DD HH24:MI') AS published_at
  FROM out.release WHERE dataset = 'wind_fleet' ORDER BY release_id DESC LIMIT 1 \gset
\echo Store :store_name, release :release_id: day :release_day, published :published_at in Brasília
\echo Source :source_id
\echo

SELECT to_char(coalesce(sum(rated_power_kw) FILTER (WHERE operating), 0) / 1000, 'FM999,999,990.0') AS operating_mw,
       to_char(count(*) FILTER (WHERE operating), 'FM999,999,990') AS operating_turbines,
       to_char(count(*), 'FM999,999,990') AS turbines,
       to_char(count(DISTINCT coalesce(plant_id_sigel::text, plant_name)), 'FM999,999,990') AS plants,
       format('latitude %s° to %s°, longitude %s° to %s°', min(latitude)::numeric(8, 4), max(latitude)::numeric(8, 4),
              min(longitude)::numeric(8, 4), max(longitude)::numeric(8, 4)) AS extent,
       to_char(max(source_updated_at), 'YYYY-MM-DD') AS newest_update,
       current_date - max(source_updated_at)::date AS age_days,
       coalesce(current_date - max(source_updated_at)::date > 30, false) AS is_old
  FROM out.wind_turbine \gset
\echo Operating: :operating_mw MW in :operating_turbines turbines.  Registered: :turbines turbines in :plants plants.
\echo

SELECT CASE operating WHEN true THEN 'operating' WHEN false THEN 'not operating' ELSE 'unknown' END AS "Status",
       to_char(count(*), '9,999,990') AS "Turbines",
       to_char(coalesce(sum(rated_power_kw), 0) / 1000, '9,999,990.0') AS "Power (MW)"
  FROM out.wind_turbine GROUP BY operating ORDER BY operating DESC NULLS LAST;
\echo
SELECT coalesce(state_uf, 'unknown') AS "State",
       to_char(count(*), '9,999,990') AS "Turbines",
       to_char(coalesce(sum(rated_power_kw) FILTER (WHERE operating), 0) / 1000, '9,999,990.0') AS "Operating (MW)",
       to_char(coalesce(sum(rated_power_kw) FILTER (WHERE NOT operating), 0) / 1000, '9,999,990.0') AS "Not operating (MW)",
       to_char(coalesce(sum(rated_power_kw) FILTER (WHERE operating IS NULL), 0) / 1000, '9,999,990.0') AS "Unknown (MW)"
  FROM out.wind_turbine GROUP BY state_uf
 ORDER BY sum(rated_power_kw) FILTER (WHERE operating) DESC NULLS LAST, count(*) DESC, state_uf;
\echo
SELECT plant_name AS "Largest plants in operation", state_uf AS "State",
       to_char(operating_turbine_count, '9,990') AS "Operating turbines",
       to_char(operating_power_kw / 1000, '9,990.0') AS "Operating (MW)"
  FROM out.wind_farm WHERE operating_power_kw > 0
 ORDER BY operating_power_kw DESC, plant_name COLLATE "C" LIMIT 5;
\echo
\echo Coordinates: :extent (SIRGAS 2000)
\echo

SELECT to_regclass('out.telemetry_daily') IS NOT NULL AND EXISTS (SELECT FROM out.completeness WHERE dataset = 'telemetry') AS has_telemetry \gset
\if :has_telemetry
SELECT source AS "Telemetry", day AS "Day", to_char(count(DISTINCT turbine), '999,990') AS "Turbines",
       to_char(sum(n_valid), '999,999,990') AS "Values",
       to_char(100.0 * sum(n_valid) / nullif(sum(n_expected), 0), '990.0') AS "Coverage (%)"
  FROM out.telemetry_daily
 WHERE day > (SELECT max(day) FROM out.completeness WHERE dataset = 'telemetry' AND published IS NOT NULL) - 3
 GROUP BY source, day ORDER BY source, day;
\echo
\endif
SELECT count(*) = 0 AS clean FROM out.data_issue WHERE resolved_day IS NULL \gset
\if :clean
\echo 'Open issues: none'
\else
SELECT rule AS "Open issues by rule", severity AS "Severity", to_char(count(*), '999,990') AS "Count"
  FROM out.data_issue WHERE resolved_day IS NULL
 GROUP BY rule, severity
 ORDER BY array_position(ARRAY['error', 'warning', 'info'], severity), count(*) DESC, rule;
\endif
\echo
\echo Newest update at the source (DATA_ATUALIZACAO): :newest_update, :age_days days ago
\if :is_old
\echo 'ATTENTION: the source shows no update for more than 30 days; what is current here may be old there.'
\endif
