# ./catavento down [--purge [--yes]]
# Stops the services of this clone; data stays, unless --purge removes it.
#
#   --purge   removes all data too: every store, Airflow's database and logs, what this clone remembers. It lists that
#             first and asks for the installation's name. Exports, backups and .env stay.
#   --yes     purge without asking
# shellcheck shell=bash

main() {
  local purge='' yes=''
  while [ $# -gt 0 ]; do
    case $1 in
      --purge) purge=1 ;;
      --yes) yes=1 ;;
      *) unknown option "$1" --purge --yes --help ;;
    esac
    shift
  done
  [ -n "$purge" ] || [ -z "$yes" ] || usage_error '--yes goes with --purge'
  if [ -n "$purge" ]; then confirm_purge; fi
  one_at_a_time
  if in_containers; then take_down_containers; else stop_all_processes; fi
  if [ -n "$purge" ]; then purge_data; fi
}

stop_all_processes() {
  local service stopped=0
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

# Everything here that holds data or remembers it; never exports, backups, .env or what a build makes.
remembered=(stores store made runner run cluster schedule-from project)

installation_name() { if in_containers; then project_name; else basename "$home"; fi; }

confirm_purge() {
  local name typed
  ! in_containers || { need_engine; recall_project; [ -n "$(project_name)" ] || die 'there is no .env, and no installation of this clone that could be purged'; }
  name=$(installation_name)
  say "This removes, for good:"
  what_a_purge_removes | sed 's/^/  /'
  say "It leaves: $(exports_parent), $home/backups$([ ! -f "$home/.env" ] || echo ', .env')"
  [ -z "$yes" ] || return 0
  [ -t 0 ] || die 'nothing was removed: there is no terminal to ask on, and no --yes'
  read -r -p "Type the installation's name ($name) to go on: " typed
  [ "$typed" = "$name" ] || die 'that is not its name: nothing was removed'
}

what_a_purge_removes() {
  local path
  if in_containers; then volumes_of_project | sed 's/^/the volume /'
  else for path in "$(postgres_data)" "$airflow_home" "$secrets_file"; do [ ! -e "$path" ] || echo "$path ($(du -sh "$path" 2>/dev/null | cut -f1))"; done; fi
  for path in "${remembered[@]}"; do [ ! -e "$local_dir/$path" ] || echo "$local_dir/$path"; done
}

purge_data() {
  local path data volumes
  if in_containers; then
    mapfile -t volumes < <(volumes_of_project)
    [ ${#volumes[@]} = 0 ] || docker volume rm "${volumes[@]}" >/dev/null || die 'not every volume could be removed: the line above says why'
  else
    # Its place is kept with the secrets, which go last.
    data=$(postgres_data)
    case $data in "$local_dir"/postgres | /var/lib/catavento/?*) rm -rf "$data" "$data.new" ;; esac
    rm -rf "$airflow_home" "$secrets_file"
  fi
  for path in "${remembered[@]}"; do [ "$path" = run ] || rm -rf "${local_dir:?}/$path"; done
  find "$run_dir" -type f ! -name lock -delete
  step 'purged'
}
