# ./catavento up [--store NAME]
# Starts the services: PostgreSQL with PostGIS, Airflow, and the simulator where the store's source is simulated.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --store --help
  choose_store
  source=$(store_source)
  bring_up
  where_to_look
}
