# ./catavento clean [--days N] [--dry-run]
# Removes from Airflow's database and log files what is older than 90 days; the service cleaner does so every Sunday.
#
#   --days      age in days (default: 90)
#   --dry-run   only say what would be removed
# shellcheck shell=bash

main() {
  local days=90 how=()
  while [ $# -gt 0 ]; do
    case $1 in
      --days) [ $# -gt 1 ] || usage_error '--days needs a number'; days=$2; shift ;;
      --days=*) days=${1#--days=} ;;
      --dry-run) how=(--dry-run) ;;
      *) unknown option "$1" --days --dry-run --help ;;
    esac
    shift
  done
  [[ $days =~ ^[1-9][0-9]{0,4}$ ]] || usage_error "--days is a whole number of days, not '$days'"
  need_postgres
  if in_containers; then exec docker exec "$(container_of scheduler)" bash /opt/catavento/clean "$days" "${how[@]}"; fi
  [ -x "$venv/bin/airflow" ] || die 'Airflow is not installed yet: ./catavento up does it'
  choose_store
  airflow_environment
  exec "$airflow_set_up/clean" "$days" "${how[@]}"
}
