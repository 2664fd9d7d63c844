# ./catavento down
# Stops the services of this clone; data stays.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --help
  local service stopped=0
  one_at_a_time
  if in_containers; then take_down_containers; return; fi
  for service in postgres simulator cleaner "${airflow_services[@]}"; do
    is_running "$service" || continue
    stopped=1
  done
  [ "$stopped" = 1 ] || { say 'Nothing was running.'; return; }
  step 'stopping the services'
  # The API server last of Airflow: a task that is stopped reports its end to it.
  for service in scheduler dag-processor triggerer cleaner simulator; do in_lane "$service" stop_process "$service"; done
  all_lanes
  stop_process api-server
  stop_process postgres INT
  step 'stopped'
}
