-- Once per cluster, as a superuser or, on a managed server, as its master (CREATEDB, CREATEROLE, and allowed to create the
-- extension); may be run again. Makes the group roles and the template that stores are made from.
-- psql -v ON_ERROR_STOP=1 -d postgres -f cluster-setup.sql
\set ON_ERROR_STOP on
SELECT format('CREATE ROLE %I NOLOGIN', role)
  FROM unnest(ARRAY['catavento_migrate', 'catavento_extract', 'catavento_load', 'catavento_export',
                    'catavento_read', 'catavento_maintain', 'catavento_watch']) AS role
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec
-- who is no superuser must be a member of the role that is to own a database
SELECT 'GRANT catavento_migrate TO CURRENT_USER'
  FROM pg_roles WHERE rolname = current_user AND NOT rolsuper
\gexec
SELECT 'CREATE DATABASE catavento_template OWNER catavento_migrate TEMPLATE template0 ENCODING ''UTF8'' LC_COLLATE ''C.UTF-8'' LC_CTYPE ''C.UTF-8'''
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'catavento_template')
\gexec
\connect catavento_template
CREATE EXTENSION IF NOT EXISTS postgis;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO PUBLIC;
