# ./catavento status [--store NAME]
# Services with their ports, the last run of each DAG, and what the store holds.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --store --help
  choose_store
  local service
  if in_containers; then
    for service in "${compose_services[@]}" demo-source; do printf '%-14s %s\n' "$service" "$(container_state "$service")"; done
  else for service in postgres simulator api-server scheduler dag-processor triggerer cleaner; do
    printf '%-14s %s\n' "$service" "$(service_state "$service")"
  done; fi
  say
  if service_is_up api-server; then console last-runs || true; fi
  if service_is_up postgres; then
    say
    say "Store $store ($(source_in_words "$(store_source)")): $(store_in_words)"
    where_to_look
  else
    say 'PostgreSQL is not running: ./catavento up starts everything.'
  fi
}

service_state() {
  local pid port=''
  pid=$(pid_of "$1") || { echo stopped; return; }
  case $1 in postgres | simulator) port=$(port_of "$1") ;; api-server) port=$(port_of airflow) ;; esac
  echo "running (process $pid${port:+, port $port})"
}

store_in_words() {
  store_sql -At 2>/dev/null <<'SQL' || echo 'not made yet'
SELECT coalesce((SELECT CASE WHEN is_demo THEN 'DEMO, a generated fleet; ' ELSE '' END FROM out.store), '')
       || coalesce((SELECT format('release %s for %s with %s turbines', release_id, day, row_count)
                      FROM out.release WHERE dataset = 'wind_fleet' ORDER BY release_id DESC LIMIT 1), 'nothing published yet');
SQL
}
