# All services together, and where they are.
# shellcheck shell=bash

apps=(migrate-store extract-sigel load-postgis export-tableau source-simulator engine-gate)

# bring_up: everything that $store with $source needs, prepared side by side, is there and running afterwards.
bring_up() {
  [ "${CATAVENTO_RUNNER:-process}" = process ] ||
    die "CATAVENTO_RUNNER=$CATAVENTO_RUNNER: this version starts tasks as processes only (process)"
  check_env_file_s_url "$source"
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
  before_another_store
  remember_store "$source"
  in_lane airflow start_airflow
  await_lane build
  in_lane simulator start_simulator "$source"
  in_lane store make_store
  await_lane airflow
  await_lane simulator
  await_lane store
  console ready wind_fleet_daily || die "Airflow is not ready; its logs are ${log_dir#"$home"/}/{api-server,scheduler,dag-processor}.log"
  let_others
}

# What is under way writes into the store it began with: it is waited for, since the scheduler learns of the new one.
before_another_store() {
  if is_running scheduler && is_running api-server && [ "$store $source" != "$(current_store) $(store_source)" ]; then
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

need_postgres() {
  find_postgres || die 'no PostgreSQL with PostGIS found: ./catavento run installs it'
  is_running postgres || die "PostgreSQL is not running: ./catavento up starts it"
}

where_to_look() {
  say "UI:     http://127.0.0.1:$(port_of airflow)  user admin, password $(secret AIRFLOW_ADMIN_PASSWORD)"
  say "SQL:    $(connection_string)  (or ./catavento psql; views in schema out)"
}

summarize() {
  PGOPTIONS='-c client_min_messages=warning' store_sql -q -P pager=off -f "$home/infrastructure/local/summary.sql"
}

yesterday() { TZ=BRT+3 date -d yesterday +%F; }

check_day() {
  [[ $1 =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] && [ "$(date -d "$1" +%F 2>/dev/null)" = "$1" ] ||
    usage_error "not a day (YYYY-MM-DD): '$1'"
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
