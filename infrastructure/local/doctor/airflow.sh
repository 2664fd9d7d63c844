# Airflow: whether it lets us in, its heart beats, its DAGs load.
# shellcheck shell=bash

check_airflow() {
  local level what remedy
  service_is_up api-server 2>/dev/null || return 0
  while IFS=$'\t' read -r level what remedy; do
    case $level in ok) ok "$what" ;; warn | FAIL) finding "$level" "$what" "$remedy" ;; esac
  done < <(console_of_present findings 2>&1 || true)
}

# console_of_present ARGS…: with the password that .env has now, not the one of the container's start.
console_of_present() {
  if ! in_containers; then console "$@"; return; fi
  docker exec -i -e "CATAVENTO_AIRFLOW_ADMIN_PASSWORD" "$(container_of api-server)" \
    python -m console --url http://127.0.0.1:8080 --logs /opt/airflow/logs "$@" </dev/null
}
