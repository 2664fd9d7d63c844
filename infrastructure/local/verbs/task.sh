# ./catavento task NAME ARGS… [--store NAME]
# Runs one task against the store, without Airflow; environment variables given win.
#
#   ./catavento task extract-sigel --day 2026-01-31
#   ./catavento task load-postgis --dataset wind_fleet --day 2026-01-31 --override-gate "REASON"
# shellcheck shell=bash

main() {
  [ $# -gt 0 ] || usage_error 'usage: ./catavento task NAME ARGS…'
  local name=$1 known
  mapfile -t known < <(task_names)
  is_one_of "$name" "${known[@]}" || unknown task "$name" "${known[@]}"
  choose_store
  [[ $name != downsample-* ]] || check_telemetry "$(store_source)"
  in_containers || find_jdk
  [ -n "${CATAVENTO_DB_URL:-}" ] || need_postgres
  export CATAVENTO_REQUESTED_BY=${CATAVENTO_REQUESTED_BY:-${SUDO_USER:-$(id -un)}}
  run_task "$@"
}
