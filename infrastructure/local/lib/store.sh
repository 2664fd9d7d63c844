# Stores: a database and a folder of exports each, bound to one source.
# shellcheck shell=bash

readonly aneel_url=https://sigel.aneel.gov.br/arcgis/rest/services/PORTAL/WFS/MapServer/0

current_store() { cat "$local_dir/store" 2>/dev/null; }

# choose_store: the one asked for, else the last one used, else the demo's.
choose_store() {
  store=${asked_store:-${CATAVENTO_STORE:-$(current_store || echo demo)}}
  check_store_name
}

check_store_name() {
  [[ $store =~ ^[a-z][a-z0-9_]{0,30}$ ]] ||
    usage_error "a store's name is lower-case letters, digits and _, beginning with a letter: '$store' is not"
  [ "$store" != template ] && [ "$store" != simulator ] && [[ $store != *__* ]] ||
    usage_error "a store cannot be called '$store': template is what stores are made from, simulator is the simulated source's own, and __ is for databases of the script's own"
}

# store_source: what the store was last run with: demo, sigel or replay=DIR.
store_source() {
  cat "$local_dir/stores/$store" 2>/dev/null && return
  case $store in production) echo sigel ;; *) echo demo ;; esac
}

# check_one_source SOURCE: a store that holds another source's data is refused: one store, one source.
check_one_source() {
  local own
  own=$(store_source)
  case $(data_of_store) in
    none) return 0 ;;
    generated) own=demo ;;
    recorded) [ "$own" != demo ] || return 0 ;; # never run by this script: the task knows the source's name
  esac
  [ "$own" = "$1" ] ||
    refuse "the store $store holds data of $(source_in_words "$own") ($own), this would be $(source_in_words "$1") ($1).
  One store holds one source: name another with --store, or use --source $own."
}

# data_of_store: none, generated, recorded, or unknown where the store does not say.
data_of_store() {
  local said
  if said=$(store_sql -Atc "SELECT CASE WHEN is_demo THEN 'generated' ELSE 'recorded' END FROM out.store" 2>&1); then echo "${said:-none}"
  elif [[ $said =~ (database|relation)\ .*\ does\ not\ exist ]]; then echo none
  else echo unknown; fi
}

# check_env_file_s_url SOURCE: an address in .env is SIGEL's; a simulated source has its own.
check_env_file_s_url() {
  local url=${of_env_file[CATAVENTO_SIGEL_URL]:-}
  [ -z "$url" ] || [ "$1" = sigel ] || [ "$url" = "$(source_url "$1")" ] ||
    die "CATAVENTO_SIGEL_URL in .env is $url, but the source of the store $store is $(source_in_words "$1") ($1).
  Take the line out of .env, or use --source sigel, whose address it sets."
}

remember_store() {
  mkdir -p "$local_dir/stores"
  echo "$1" >"$local_dir/stores/$store"
  echo "$store" >"$local_dir/store"
}

default_store_of() { case $1 in demo) echo demo ;; sigel) echo production ;; replay=*) echo replay ;; esac; }

# source_url SOURCE: the address of the layer that extract-sigel reads.
source_url() {
  local base
  if in_containers; then base=http://demo-source:18080; else base=http://127.0.0.1:$(port_of simulator || echo 18080); fi
  case $1 in
    demo) echo "$base/archive/{day}/arcgis/rest/services/PORTAL/WFS/MapServer/0" ;;
    replay=*) echo "$base/arcgis/rest/services/PORTAL/WFS/MapServer/0" ;;
    sigel) echo "$aneel_url" ;;
  esac
}

# export_dir: the store's folder of exports. The environment names the very folder, .env one that all stores share.
export_dir() {
  if [ -z "${CATAVENTO_EXPORT_DIR:-}" ]; then echo "exports/$store"
  elif [ -n "${of_env_file[CATAVENTO_EXPORT_DIR]:-}" ]; then echo "${CATAVENTO_EXPORT_DIR%/}/$store"
  else echo "$CATAVENTO_EXPORT_DIR"; fi
}

# exports_ahead: a line for each dataset, or source of telemetry, whose newest export is of a day that the store has not, as after a restore.
exports_ahead() {
  local link dataset day folder said again
  if in_containers; then folder=$(exports_parent)/$store; else folder=$(export_dir); fi
  [[ $folder == /* ]] || folder=$home/$folder
  for link in "$folder"/*/latest "$folder"/telemetry/*/latest; do
    dataset=${link%/latest} dataset=${dataset#"$folder"/} day=$(readlink "$link") || continue
    is_day "$day" && [[ $dataset =~ ^[a-z_]+(/[a-z][a-z0-9_-]*)?$ ]] || continue
    said=$(store_sql -Atc "SELECT count(*) FILTER (WHERE day = '$day'), coalesce(max(day)::text, 'none') FROM out.release WHERE concat_ws('/', dataset, source) = '$dataset'" 2>/dev/null </dev/null) || continue
    [[ $said == 0\|* ]] || continue
    say "Exports of $dataset are ahead of the store $store: latest is of $day, the store's newest day is ${said#*|}."
    case $dataset in
      telemetry/*) again="backfill telemetry_daily $day $day" ;;
      *) again="run --store $store --day $day" ;;
    esac
    say "  ./catavento $again publishes that day again if the source still gives it; the next day's export moves latest anyway."
  done
}

# task_settings: the settings that a task finds in its environment; what is given already wins.
task_settings() {
  local verb user password port
  export CATAVENTO_STORE=$store CATAVENTO_RUNNER=${CATAVENTO_RUNNER:-process}
  CATAVENTO_EXPORT_DIR=$(export_dir)
  export CATAVENTO_EXPORT_DIR
  unset "of_env_file[CATAVENTO_EXPORT_DIR]"
  [[ $CATAVENTO_EXPORT_DIR == /* ]] || CATAVENTO_EXPORT_DIR=$home/$CATAVENTO_EXPORT_DIR
  export CATAVENTO_SIGEL_URL=${CATAVENTO_SIGEL_URL:-$(source_url "$(store_source)")}
  CATAVENTO_SOURCES=$(sources_file)
  if [ -n "$CATAVENTO_SOURCES" ]; then export CATAVENTO_SOURCES; else unset CATAVENTO_SOURCES; fi
  port=$(port_of airflow) || port=
  export CATAVENTO_ALERT_UI_URL=${CATAVENTO_ALERT_UI_URL:-${port:+http://127.0.0.1:$port}}
  [ -z "${CATAVENTO_DB_URL:-}" ] || return 0
  export CATAVENTO_DB_URL
  CATAVENTO_DB_URL="jdbc:postgresql://127.0.0.1:$(port_of postgres)/catavento_$store"
  for verb in "${task_verbs[@]}"; do
    user=CATAVENTO_DB_USER_${verb^^} password=CATAVENTO_DB_PASSWORD_${verb^^}
    export "$user=${!user:-catavento_task_$verb}"
    export "$password=${!password:-$(secret "$password")}"
  done
}

# run_task NAME ARGS…: one task as its runner would start it, told in text where a person looks on.
run_task() { if in_containers; then run_task_container "$@"; else run_task_process "$@"; fi; }

run_task_process() {
  ( task_settings
    export CATAVENTO_LOG_FORMAT=${CATAVENTO_LOG_FORMAT:-text}
    task_only_settings
    exec "$home/infrastructure/local/task" "$@" )
}

# A task is told of nothing but its own affairs.
task_only_settings() { unset "${!CATAVENTO_BACKUP_@}" CATAVENTO_POSTGRES_PORT CATAVENTO_AIRFLOW_PORT CATAVENTO_SIMULATOR_PORT CATAVENTO_SCHEDULE_FROM; }

# make_store: the database, migrated; 99 says that there was nothing to migrate.
make_store() {
  local log=$log_dir/migrate-store.log code=0
  [ -f "$local_dir/made/$store" ] || { step "making the store $store"; mkdir -p "$local_dir/made"; }
  [ -n "${CATAVENTO_DB_URL:-}" ] ||
    (cd "$home/infrastructure/postgis" && sql postgres -v store="$store" -f make-store.sql >/dev/null)
  CATAVENTO_LOG_FORMAT=text run_task migrate-store >/dev/null 2>"$log" || code=$?
  [ "$code" = 0 ] || [ "$code" = 99 ] ||
    { tail -8 "$log" >&2; die "the store $store could not be migrated (code $code); see ${log#"$home"/}"; }
  touch "$local_dir/made/$store"
}

# need_store: says so in one line where there is no such store.
need_store() {
  need_postgres
  store_is_there || die "there is no store $store: ./catavento run --store $store makes it"
}

store_is_there() { [[ $(store_sql -Atc 'SELECT 1' 2>&1 || true) != *'does not exist'* ]]; }

# store_sql [ARGS…]: psql on the store as the login for people, or on the database that was given.
store_sql() {
  if in_containers; then
    local tty=(-i)
    [ ! -t 0 ] || [ ! -t 1 ] || tty=(-it)
    # Inside its own container the server knows the login without a password.
    docker exec "${tty[@]}" -u postgres "$(container_of postgis)" psql -X -v ON_ERROR_STOP=1 -U catavento_read -d "catavento_$store" "$@"
    return
  fi
  find_postgres || true
  if [ -n "${CATAVENTO_DB_URL:-}" ]; then
    PGUSER=${CATAVENTO_DB_USER:-} PGPASSWORD=${CATAVENTO_DB_PASSWORD:-} "${pg_bin:+$pg_bin/}psql" -X -v ON_ERROR_STOP=1 \
      -d "${CATAVENTO_DB_URL#jdbc:}" "$@"
    return
  fi
  PGPASSWORD=$(read_password) "${pg_bin:+$pg_bin/}psql" -X -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$(port_of postgres)" -U catavento_read -d "catavento_$store" "$@"
}

read_password() { if in_containers || [ -n "${CATAVENTO_READ_PASSWORD:-}" ]; then echo "${CATAVENTO_READ_PASSWORD:-}"; else secret CATAVENTO_READ_PASSWORD; fi; }

connection_string() {
  if [ -n "${CATAVENTO_DB_URL:-}" ]; then echo "${CATAVENTO_DB_URL#jdbc:}"; return; fi
  echo "postgresql://catavento_read:$(read_password)@127.0.0.1:$(port_of postgres)/catavento_$store"
}

# as_superuser DATABASE SQL: one answer of the cluster, in either runner.
as_superuser() {
  if in_containers; then docker exec -u postgres "$(container_of postgis)" psql -X -U postgres -d "$1" -Atc "$2" </dev/null
  else sql "$1" -Atc "$2" </dev/null; fi
}
