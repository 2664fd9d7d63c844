# What backup and restore share: PostgreSQL's own programs and the packing, in both runners.
# shellcheck shell=bash

# cluster_tool SCRIPT FOLDER [ARGS…]: a script of infrastructure/postgis as superuser; its programs are the server's own.
cluster_tool() {
  local script=$1 folder=$2; shift 2
  if in_containers; then
    # Paths are the same inside as outside.
    PGPASSWORD=$CATAVENTO_POSTGRES_PASSWORD docker run --rm --network "$(project_name)_data" --user "$(id -u):$(id -g)" \
      --cap-drop ALL --security-opt no-new-privileges --entrypoint bash --env PGHOST=postgis --env PGUSER=postgres --env PGPASSWORD \
      -v "$folder:$folder" -v "$home/infrastructure/postgis:/set-up:ro" "$(postgis_image)" "/set-up/$script" "$@"
  else
    PATH=$pg_bin:$PATH PGHOST=127.0.0.1 PGPORT=$(port_of postgres) PGUSER=postgres PGPASSWORD=$(secret POSTGRES_PASSWORD) \
      "$home/infrastructure/postgis/$script" "$@"
  fi
}

# packing FOLDERS ARGS…: the package that packs, seals and sends, where cryptography and boto3 are. It sees the FOLDERS, one a line.
packing() {
  local folders=$1 folder options=(); shift
  if ! in_containers; then
    PYTHONPATH=$home/infrastructure/backup "$venv/bin/python" -B -m catavento_backup "$@"
    return
  fi
  while IFS= read -r folder; do [ -z "$folder" ] || options+=(-v "$folder:$folder"); done <<<"$folders"
  [[ " $* " == *' s3://'* ]] && options+=(--network host) || options+=(--network none)
  # As the caller, so that files are the caller's; with the right to read what the image keeps for its own user.
  docker run --rm --user 0:0 --cap-drop ALL --cap-add DAC_OVERRIDE --cap-add SETUID --cap-add SETGID \
    --security-opt no-new-privileges --entrypoint setpriv --env HOME=/tmp \
    --env CATAVENTO_BACKUP_S3_ENDPOINT --env CATAVENTO_BACKUP_S3_REGION --env CATAVENTO_BACKUP_S3_ACCESS_KEY --env CATAVENTO_BACKUP_S3_SECRET_KEY \
    --env PYTHONPATH=/backup "${options[@]}" -v "$home/infrastructure/backup:/backup:ro" \
    "catavento/airflow:$(image_tag)" --reuid "$(id -u)" --regid "$(id -g)" --clear-groups \
    --inh-caps +dac_override --ambient-caps +dac_override python -B -m catavento_backup "$@"
}

# need_packing: what packing runs in.
need_packing() {
  if in_containers; then build_images; return; fi
  ensure_packages
  install_python "$venv" "$airflow_set_up/requirements.lock"
}

# work_folder: a folder for this call, gone at its end; what lies in it is open, so it never is on a backup's medium. A lock
# tells it from the folder of a call that was killed.
work_folder() {
  local left
  for left in "$local_dir"/.catavento.??????; do
    [ ! -d "$left" ] || (exec 7>"$left/lock" && flock -n 7) 2>/dev/null && rm -rf "$left"
  done
  work=$(mktemp -d "$local_dir/.catavento.XXXXXX") || die "nothing can be written to $local_dir"
  exec 7>"$work/lock"
  flock -n 7
  # shellcheck disable=SC2064  # this very folder, whatever the name means later
  trap "rm -rf '$work'" EXIT
}

# key_option FILE: the option for a key, with the whole path.
key_option() {
  [ -f "$1" ] || die "there is no key file $1: openssl rand -base64 48 >$1 makes one (keep a copy elsewhere: without it no backup opens)"
  key=(--key "$(realpath "$1")")
  [ "$(stat -c %a "$1" | tail -c 3)" = 00 ] || warn "$1 can be read by others: chmod 600 $1"
}

# check_place TO WORK: whether a backup could be put there, with this key.
check_place() { packing "$(printf '%s\n' "$2" "${1##s3://*}" "${key[1]:-}")" check --to "$1" "${key[@]}" || exit 1; }

# backup_all TO WORK: dumps every database into WORK and packs them to TO; sets the facts of what was made.
backup_all() {
  local to=$1 work=$2 name facts=() secrets=() log=$log_dir/backup.log
  cluster_tool dump-databases "$work" "$work" 2>"$log" ||
    die "the databases could not be dumped: $(grep -iE 'error|fatal|could not|space' "$log" | head -1)"
  compgen -G "$work/*.dump" >/dev/null || die 'there is no database to back up yet: ./catavento run makes the first'
  [ ${#key[@]} = 0 ] || secrets=(--secrets "$(secrets_of_clone)")
  for name in "$local_dir"/stores/*; do [ ! -f "$name" ] || facts+=(--store "${name##*/}=$(cat "$name")"); done
  read_facts < <(packing "$(printf '%s\n' "$work" "${to##s3://*}" "${key[1]:-}" "${secrets[1]:-}")" pack "$work" --to "$to" "${key[@]}" "${secrets[@]}" --at "$(date -u +%FT%TZ)" \
    --fact "runner=$runner" --fact "version=$(version)" --fact "current_store=$(current_store)" \
    --fact "schedule_from=$(cat "$(schedule_file)" 2>/dev/null || true)" "${facts[@]}" || true)
  [ -n "${facts_of[address]:-}" ] || exit 1
}

# read_facts: NAME=VALUE lines into facts_of.
declare -A facts_of=()
read_facts() {
  local line
  facts_of=()
  while IFS= read -r line; do facts_of[${line%%=*}]=${line#*=}; done
}

secrets_of_clone() { if in_containers; then echo "$home/.env"; else echo "$secrets_file"; fi; }
schedule_file() { if in_containers; then echo "$local_dir/schedule-from"; else echo "$airflow_home/schedule-from"; fi; }
