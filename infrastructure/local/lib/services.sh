# All services together, and where they are.
# shellcheck shell=bash

apps=(migrate-store maintain-store extract-sigel downsample-telemetry load-postgis export-tableau watch-store source-simulator engine-gate)

# bring_up: everything that $store with $source needs, prepared side by side, is there and running afterwards.
bring_up() {
  trap 'warn "catavento: interrupted before everything ran: run it again, it goes on from there"; exit 130' INT
  if in_containers; then bring_up_containers; else bring_up_processes; fi
  trap - INT
}

bring_up_processes() {
  check_env_file_s_url "$source"
  check_telemetry "$source"
  one_at_a_time
  prepare_secrets
  find_jdk
  ensure_packages
  find_postgres || die 'no PostgreSQL with PostGIS found'
  in_lane python install_python "$venv" "$airflow_set_up/requirements.lock"
  in_lane postgres start_postgres
  await_lane postgres
  check_one_source "$source"
  in_lane build build
  await_lane python
  choose_port simulator 18080 CATAVENTO_SIMULATOR_PORT
  write_demo_sources "http://127.0.0.1:$(port_of simulator)"
  before_another_store
  remember_store "$source"
  echo process >"$local_dir/runner"
  in_lane airflow start_airflow
  await_lane build
  in_lane simulator start_simulator "$source"
  in_lane store make_store
  await_lane airflow
  await_lane simulator
  await_lane store
  start_scheduler
  console ready wind_fleet_daily || die "Airflow is not ready; its logs are ${log_dir#"$home"/}/{api-server,scheduler,dag-processor}.log"
  let_others
}

# What is under way writes into the store it began with: it is waited for, since the scheduler learns of the new one.
before_another_store() {
  if service_is_up scheduler && service_is_up api-server && [ "$store $source" != "$(current_store) $(store_source)" ]; then
    console idle wind_fleet_daily
  fi
}

# Made before anything runs side by side, so that no two make the same one.
prepare_secrets() {
  local verb name
  for verb in "${task_verbs[@]}"; do secret "CATAVENTO_DB_PASSWORD_${verb^^}" >/dev/null; done
  for name in POSTGRES_PASSWORD CATAVENTO_READ_PASSWORD AIRFLOW_DB_PASSWORD AIRFLOW_FERNET_SEED AIRFLOW_SECRET_KEY \
    AIRFLOW_JWT_SECRET AIRFLOW_ADMIN_PASSWORD CLONE; do secret "$name" >/dev/null; done
}

# service_is_up NAME: at work, as a process or as a container.
service_is_up() {
  if ! in_containers; then is_running "$1"; return; fi
  case $1 in postgres) is_healthy postgis ;; *) is_healthy "$1" ;; esac
}

need_postgres() {
  if in_containers; then need_engine; else find_postgres || die 'no PostgreSQL with PostGIS found: ./catavento run installs it'; fi
  service_is_up postgres || die "PostgreSQL is not running: ./catavento up starts it"
}

where_to_look() {
  say "UI:     http://127.0.0.1:$(port_of airflow)  user admin, password $(admin_password)"
  say "SQL:    $(connection_string)  (or ./catavento psql; views in schema out)"
}

# where_without_passwords: the same for eyes that look often; they say where the passwords stand.
where_without_passwords() {
  local kept=.env
  in_containers || kept=${secrets_file#"$home"/}
  say "UI:     http://127.0.0.1:$(port_of airflow)  user admin, password in $kept"
  if [ -n "${CATAVENTO_DB_URL:-}" ]; then say "SQL:    ./catavento psql  (the database of CATAVENTO_DB_URL; views in schema out)"; return; fi
  say "SQL:    postgresql://catavento_read@127.0.0.1:$(port_of postgres)/catavento_$store  (or ./catavento psql; password in $kept)"
}

admin_password() { if in_containers; then echo "${CATAVENTO_AIRFLOW_ADMIN_PASSWORD:-in .env}"; else secret AIRFLOW_ADMIN_PASSWORD; fi; }

summarize() { { echo 'SET client_min_messages = warning;'; cat "$home/infrastructure/local/summary.sql"; } | store_sql -q -P pager=off; }

yesterday() { TZ=BRT+3 date -d yesterday +%F; }

is_day() { [[ $1 =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] && [ "$(date -d "$1" +%F 2>/dev/null)" = "$1" ]; }

check_day() { is_day "$1" || usage_error "not a day (YYYY-MM-DD): '$1'"; }

# check_past_day DAY: no source knows the future.
check_past_day() {
  check_day "$1"
  [[ ! $1 > $(TZ=BRT+3 date +%F) ]] || usage_error "$1 has not come yet: the newest day is today, $(TZ=BRT+3 date +%F) in Brasília"
}

# Tasks are the modules that are built into programs; the simulator and the engine gate are too, but no tasks.
task_names() {
  local pom
  for pom in "$home"/tasks/*/pom.xml; do
    grep -qF quarkus-maven-plugin "$pom" || continue
    pom=${pom%/pom.xml}
    case ${pom##*/} in
      source-simulator | engine-gate) ;;
      *) echo "${pom##*/}" ;;
    esac
  done
}

dag_names() { sed -nE 's/^ *dag_id="([a-z_]+)".*/\1/p' "$home"/dags/*.py; }
