# ./catavento airflow ARGS…
# Airflow's own command line, with the settings of this clone.
#
#   ./catavento airflow dags list
#   ./catavento airflow backfill create --dag-id wind_fleet_daily \
#     --from-date 2026-01-01T00:00:00-03:00 --to-date 2026-01-03T23:59:00-03:00 --max-active-runs 1
# shellcheck shell=bash

main() {
  if in_containers; then
    need_postgres
    exec docker exec -i "$(container_of scheduler)" airflow "$@"
  fi
  [ -x "$venv/bin/airflow" ] || die 'Airflow is not installed yet: ./catavento up does it'
  need_postgres
  choose_store
  airflow_environment
  exec airflow "$@"
}
