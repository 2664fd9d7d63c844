# ./catavento down
# Stops the services of this clone; data stays.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --help
  local service stopped=0
  for service in scheduler dag-processor triggerer api-server simulator; do
    is_running "$service" && { step "stopping $service"; stopped=1; }
    stop_process "$service"
  done
  is_running postgres && { step 'stopping postgres'; stopped=1; }
  stop_process postgres INT
  [ "$stopped" = 1 ] || say 'Nothing was running.'
}
