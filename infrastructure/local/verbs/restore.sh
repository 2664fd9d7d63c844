# ./catavento restore FROM [--key FILE] [--yes]
# Puts back what a backup holds, proves it by the content's hash, and starts the services.
#
#   FROM    a backup's file, or a folder or s3://BUCKET/PREFIX, of which the newest is taken
#   --key   the file with the key of a sealed backup
#   --yes   replace stores that hold data; they are backed up to backups/ first
#
# Task logs are files, and in no backup. Until everything is restored and proven beside it, the present data stays as it is.
# In containers admin, operator and viewer have the passwords of .env afterwards.
# shellcheck shell=bash

main() {
  local from='' yes='' since=$SECONDS
  key=()
  while [ $# -gt 0 ]; do
    case $1 in
      --key) [ -n "${2:-}" ] || usage_error '--key needs a file'; key_option "$2"; shift ;;
      --key=*) key_option "${1#--key=}" ;;
      --yes) yes=1 ;;
      -*) unknown option "$1" --key --yes --help ;;
      *) [ -z "$from" ] || usage_error 'usage: ./catavento restore FROM [--key FILE] [--yes]'; from=$1 ;;
    esac
    shift
  done
  [ -n "$from" ] || usage_error 'usage: ./catavento restore FROM [--key FILE] [--yes]'
  [[ $from == s3://* ]] || { [ -e "$from" ] || die "there is no file or folder $from"; from=$(realpath "$from"); }
  one_at_a_time
  ! in_containers || need_engine
  need_packing
  work_folder
  step 'checking the backup whole'
  read_facts < <(packing "$(printf '%s\n' "$work" "${from##s3://*}" "${key[1]:-}")" unpack "$from" "$work" "${key[@]}" || true)
  [ -n "${facts_of[databases]:-}" ] || exit 1
  say "  ${facts_of[name]} of ${facts_of[made_at]}: ${facts_of[databases]}"
  choose_store
  put_secrets_back
  start_empty_cluster
  refuse_older_server
  find_what_is_replaced
  put_databases_back
  remember_restored_stores
  step 'starting the services'
  source=$(store_source)
  bring_up
  reset_passwords
  audit_restore
  say
  step "restored ${facts_of[databases]} of ${facts_of[made_at]} in $((SECONDS - since)) s"
  say "Content: SHA-256 ${facts_of[content_sha256]}, the same as when it was backed up"
  tell_exports_ahead
  where_to_look
}

# Exports are files, and in no backup: they are as new as they were.
tell_exports_ahead() {
  local file store
  for file in "$work"/catavento_*.dump; do
    store=${file##*/catavento_} store=${store%.dump}
    exports_ahead
  done
}

# The backup's passwords, where this installation has none; else they are put beside, since its own logins have its own.
put_secrets_back() {
  local into beside lines kept=$work/secrets.env
  into=$(secrets_of_clone)
  [ -f "$kept" ] || return 0
  sed -i -E '/^(COMPOSE_PROJECT_NAME|CLONE)=/d' "$kept"
  if [ "${facts_of[runner]}" = "$runner" ] && ! grep -qE '^[A-Z_]*PASSWORD[A-Z_]*=.' "$into" 2>/dev/null; then
    step "putting the passwords back into ${into#"$home"/}"
    lines=$(not_in "$into" "$kept")
    (umask 077; printf '%s\n' "$lines" >>"$into")
    load_settings
    return
  fi
  [ "$(grep FERNET "$kept")" != "$(grep FERNET "$into" 2>/dev/null)" ] || return 0
  beside=$local_dir/secrets-of-${facts_of[name]%%.*}.env
  (umask 077; cat "$kept" >"$beside")
  say "  this installation has passwords of its own and keeps them; the backup's are in ${beside#"$home"/}."
  say "  Connections kept in Airflow open only with the backup's key (the line with FERNET)."
}

# not_in FILE OTHER: the lines of OTHER whose name has no line in FILE, which loses the lines without a value.
not_in() {
  [ -f "$1" ] || { cat "$2"; return; }
  sed -i -E '/^[A-Z_]+=$/d' "$1"
  awk -F= 'NR == FNR { there[$1] = 1; next } !($1 in there)' <(echo '='; cat "$1") "$2"
}

start_empty_cluster() {
  if ! in_containers; then
    prepare_secrets
    find_postgres || die 'no PostgreSQL with PostGIS found'
    start_postgres
    return
  fi
  ensure_env_file
  publish_port postgres 15432 CATAVENTO_POSTGRES_PORT postgis 5432
  start_containers postgis
  compose run --rm -e CATAVENTO_STORE= cluster-setup >"$log_dir/restore.log" 2>&1 || die "the cluster could not be set up: $(tail -1 "$log_dir/restore.log")"
}

refuse_older_server() {
  local here made=${facts_of[postgresql]}
  here=$(cluster_tool restore-databases "$work" version)
  [ $((here / 10000)) -ge $((made / 10000)) ] ||
    die "this backup was made by PostgreSQL $((made / 10000)), the one here is $((here / 10000)), which cannot read it: install $((made / 10000)) or newer"
}

find_what_is_replaced() {
  replaced=$(cluster_tool restore-databases "$work" holding "$work") || die 'PostgreSQL could not be asked for what it holds'
  replaced=$(paste -sd' ' <<<"$replaced")
  [ -z "$replaced" ] || [ -n "$yes" ] || die "there is data already in $replaced, which this would replace with that of ${facts_of[made_at]}.
  Nothing was changed. ./catavento restore … --yes backs it up first and then replaces it."
}

# Whoever writes is stopped first: what the safety copy has not seen would be in no copy.
put_databases_back() {
  local log=$log_dir/restore.log was_up=''
  ! service_is_up scheduler || was_up=1
  rm -f "$local_dir/cluster"
  stop_writers
  if ! replace_databases 2>"$log"; then
    cluster_tool restore-databases "$work" drop "$work" 2>>"$log" || true
    [ -z "$was_up" ] || { source=$(store_source); bring_up; }
    die "$(sed -n 's/^catavento: //; /./{p;q}' "$log"). Nothing was changed."
  fi
}

# Tells on stderr why it failed.
replace_databases() {
  local safety
  cluster_tool restore-databases "$work" disconnect "$work" || return 1
  if [ -n "$replaced" ]; then
    step "backing up what will be replaced: $replaced"
    mkdir -p "$home/backups" "$work/before"
    safety=$( check_place "$home/backups" "$work"; backup_all "$home/backups" "$work/before"; echo "${facts_of[address]}" ) || return 1
    rm -rf "$work/before"
    say "  $safety"
  fi
  step 'restoring beside the present data, and comparing the content'
  cluster_tool restore-databases "$work" load "$work" && cluster_tool restore-databases "$work" swap "$work"
}

# The scheduler first, then its tasks, which report their end; then what they report to.
stop_writers() {
  local service left
  step "stopping Airflow's services"
  if in_containers; then
    stop_tasks
    # All but what holds data.
    mapfile -t left < <(docker ps --filter "label=com.docker.compose.project=$(project_name)" \
      --format '{{.ID}} {{.Label "com.docker.compose.service"}}' | awk '$2 != "postgis" && $2 != "demo-source" { print $1 }')
    [ ${#left[@]} = 0 ] || docker stop -t 30 "${left[@]}" >/dev/null
    return
  fi
  for service in scheduler dag-processor triggerer cleaner api-server; do stop_process "$service"; done
}

# What only this machine's folder knew of the stores, and what it knew of the databases before.
remember_restored_stores() {
  mkdir -p "$local_dir/stores" "$(dirname "$(schedule_file)")"
  cp "$work"/stores/* "$local_dir/stores/" 2>/dev/null || true
  [ -z "${facts_of[current_store]}" ] || [ -n "$asked_store" ] || { echo "${facts_of[current_store]}" >"$local_dir/store"; choose_store; }
  [ -z "${facts_of[schedule_from]}" ] || echo "${facts_of[schedule_from]}" >"$(schedule_file)"
  rm -f "$airflow_home/migrated" "$run_dir/compose.fingerprint"
}

# The users came with the backup, and with the passwords they had in its installation.
reset_passwords() {
  in_containers || return 0
  compose run --rm --no-deps airflow-init --all-passwords </dev/null >"$log_dir/restore.log" 2>&1 ||
    warn "operator and viewer may have the passwords of the backup's installation: ${log_dir#"$home"/}/restore.log says why"
}

# In each restored store that keeps an audit; the services have brought its schema to this version.
audit_restore() {
  local file name reason actor
  actor=${SUDO_USER:-$(id -un)} reason="${facts_of[name]} of ${facts_of[made_at]}, content ${facts_of[content_sha256]}"
  for file in "$work"/catavento_*.dump; do
    name=${file##*/} name=${name%.dump}
    [ "$(as_superuser "$name" "SELECT to_regclass('ops.audit') IS NOT NULL" 2>/dev/null)" = t ] || continue
    as_superuser "$name" "INSERT INTO ops.audit (actor, action, reason) VALUES ('${actor//\'/\'\'}', 'restored', '${reason//\'/\'\'}')" >/dev/null ||
      warn "the restore of $name is not in its audit"
  done
}
