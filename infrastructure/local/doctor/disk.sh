# Disks, and whose the exports are.
# shellcheck shell=bash

check_disks() {
  local -A seen=()
  local root
  check_disk "the project's disk" "$home"
  check_disk "the exports' disk" "$(nearest_folder "$(exports_parent)")"
  if in_containers; then
    root=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null) || root=
    [ ! -d "$root" ] || check_disk "the container engine's disk" "$root"
  else check_disk "PostgreSQL's disk" "$(nearest_folder "$(postgres_data)")"; fi
}

# check_disk WHOSE FOLDER: each disk once.
check_disk() {
  local device free used
  device=$(df --output=source "$2" | tail -1) free=$(mib_free "$2") used=$(percent_used "$2")
  [ -z "${seen[$device]:-}" ] || return 0
  seen[$device]=1
  if [ "$free" -lt 1024 ] || [ "$used" -ge 98 ]; then finding FAIL "$1 ($2) is full: $(free_of "$2") left" 'make room: ./catavento task maintain-store --dry-run, docker image prune, old backups'
  elif [ "$free" -lt 5120 ] || [ "$used" -ge 90 ]; then finding warn "$1 ($2) is nearly full: $(free_of "$2") left" 'make room before it is'
  else ok "$1 has $(free_of "$2") left"; fi
}

# check_exports_owner: tasks never run as root in containers, so a folder of root's is closed to them.
check_exports_owner() {
  local folder wrong whose
  folder=$(exports_parent)
  [ -d "$folder" ] || return 0
  whose=$(stat -c %u "$folder")
  if in_containers && [ "$whose" = 0 ]; then finding FAIL "the exports folder $folder belongs to root, and no task runs as root" "sudo chown -R $task_user:$task_user $folder"; return; fi
  if ! in_containers && [ ! -w "$folder" ]; then finding FAIL "the exports folder $folder belongs to $(owner_of "$folder"): no task could write there" "sudo chown -R $(id -un) $folder"; return; fi
  wrong=$({ find "$folder" -maxdepth 3 ! -uid "$whose" 2>/dev/null || true; } | head -1)
  if in_containers && [ -n "$wrong" ]; then finding FAIL "$wrong belongs to $(owner_of "$wrong"), the exports folder to $(owner_of "$folder"): no task could replace it" "sudo chown -R $whose $folder"; return; fi
  ok "exports belong to $(owner_of "$folder")"
}

owner_of() { local name; name=$(stat -c %U "$1"); [ "$name" != UNKNOWN ] || name="user $(stat -c %u "$1")"; echo "$name"; }
