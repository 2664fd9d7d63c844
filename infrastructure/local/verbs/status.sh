# ./catavento status [--store NAME]
# Services, the last run of each DAG, the last 14 days, open issues, the source's age, and the disk.
#
# Passwords are not shown: it says where they stand. A store that was asked for and is not there ends it with 1.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --store --help
  choose_store
  list_services
  say
  if service_is_up api-server; then console last-runs || true; fi
  if service_is_up postgres; then
    say
    if ! store_is_there; then
      say "There is no store $store yet: ./catavento run --store $store makes it."
      [ -z "$asked_store" ] || exit 1
      return
    fi
    printf 'Store %s (%s): ' "$store" "$(source_in_words "$(store_source)")"
    store_in_words
    disk_in_words
    exports_ahead
    where_without_passwords
  else
    say 'PostgreSQL is not running: ./catavento up starts everything.'
  fi
}

list_services() {
  local service
  if in_containers; then
    for service in "${compose_services[@]}" cleaner demo-source; do printf '%-14s %s\n' "$service" "$(container_state "$service")"; done
  else
    for service in postgres simulator api-server scheduler dag-processor triggerer cleaner; do
      printf '%-14s %s\n' "$service" "$(service_state "$service")"
    done
  fi
}

service_state() {
  local pid port=''
  pid=$(pid_of "$1") || { echo stopped; return; }
  case $1 in postgres | simulator) port=$(port_of "$1") ;; api-server) port=$(port_of airflow) ;; esac
  echo "running (process $pid${port:+, port $port})"
}

store_in_words() {
  local said
  said=$({ echo 'SET client_min_messages = warning;'; cat "$home/infrastructure/local/status.sql"; } | store_sql -q -P pager=off 2>/dev/null) ||
    said='not of this version yet: ./catavento up migrates it'
  say "$said"
}

disk_in_words() {
  local folder
  folder=$(exports_parent)
  say "Exports: $(du -sh "$folder" 2>/dev/null | cut -f1 | grep . || echo none) in ${folder#"$home"/}; free on that disk: $(free_of "$(nearest_folder "$folder")")"
}
