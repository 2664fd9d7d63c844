-- Makes the database of a store when it is missing, as a superuser, after cluster-setup.sql.
-- psql -v ON_ERROR_STOP=1 -v store=demo -d postgres -f make-store.sql
\set ON_ERROR_STOP on
SELECT format('CREATE DATABASE %I OWNER catavento_migrate TEMPLATE catavento_template', 'catavento_' || :'store')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'catavento_' || :'store')
\gexec
SELECT format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', 'catavento_' || :'store')
\gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO catavento_migrate, catavento_extract, catavento_load, catavento_export, catavento_read, catavento_maintain, catavento_watch',
              'catavento_' || :'store')
\gexec
