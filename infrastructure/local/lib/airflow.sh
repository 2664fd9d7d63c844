# Airflow from PyPI in a virtual environment of this clone, with its metadata in the private cluster.
# shellcheck shell=bash

airflow_services=(api-server scheduler dag-processor triggerer)
readonly venv=$home/.local/venv airflow_home=$home/.local/airflow airflow_set_up=$home/infrastructure/airflow

# install_python FOLDER LOCK…: a virtual environment that holds exactly what the locks name.
install_python() {
  local into=$1 stamp; shift
  stamp=$(cat "$airflow_set_up/uv.lock" "$@" <(python3 --version) | fingerprint_of)
  [ "$(cat "$into/installed" 2>/dev/null)" != "$stamp" ] || return 0
  step "installing ${into##*/} from ${*##*/} (log: ${log_dir#"$home"/}/python.log)"
  { [ -x "$into/bin/uv" ] || { rm -rf "$into" && python3 -m venv "$into"; }
    "$into/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$airflow_set_up/uv.lock"
    "$into/bin/uv" pip install --quiet --compile-bytecode --require-hashes --python "$into/bin/python" "${@/#/--requirements=}"
  } >>"$log_dir/python.log" 2>&1 ||
    { tail -8 "$log_dir/python.log" >&2; die "the Python packages could not be installed; the whole log is ${log_dir#"$home"/}/python.log"; }
  printf '%s' "$stamp" >"$into/installed"
}

# airflow_environment: Airflow's own settings, for its services and its command line.
airflow_environment() {
  local line port
  port=$(port_of airflow)
  while IFS= read -r line; do
    case $line in ''|'#'*) ;; *) export "${line?}" ;; esac
  done <"$airflow_set_up/airflow.env"
  AIRFLOW__API__INSTANCE_NAME=$(instance_name)
  export AIRFLOW__API__INSTANCE_NAME
  export AIRFLOW_HOME=$airflow_home
  export AIRFLOW__CORE__DAGS_FOLDER=$home/dags
  export AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE=$airflow_home/passwords.json
  export AIRFLOW__CORE__FERNET_KEY AIRFLOW__API__SECRET_KEY AIRFLOW__API_AUTH__JWT_SECRET
  # 32 bytes in URL-safe base64, which 32 letters and digits are.
  AIRFLOW__CORE__FERNET_KEY=$(secret AIRFLOW_FERNET_SEED | cut -c1-32 | tr -d '\n' | base64 -w0 | tr '+/' '-_')
  AIRFLOW__API__SECRET_KEY=$(secret AIRFLOW_SECRET_KEY)
  AIRFLOW__API_AUTH__JWT_SECRET=$(secret AIRFLOW_JWT_SECRET)$(secret AIRFLOW_SECRET_KEY)
  export AIRFLOW__API__HOST=127.0.0.1 AIRFLOW__API__PORT=$port AIRFLOW__API__BASE_URL=http://127.0.0.1:$port
  export AIRFLOW__CORE__EXECUTION_API_SERVER_URL=http://127.0.0.1:$port/execution/
  export AIRFLOW__DATABASE__SQL_ALCHEMY_CONN
  AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=postgresql+psycopg2://airflow:$(secret AIRFLOW_DB_PASSWORD)@127.0.0.1:$(port_of postgres)/airflow
  export CATAVENTO_SCHEDULE_FROM=${CATAVENTO_SCHEDULE_FROM:-$(cat "$airflow_home/schedule-from")}
  export PATH=$venv/bin:$PATH no_proxy=127.0.0.1,localhost,${no_proxy:-} NO_PROXY=127.0.0.1,localhost,${NO_PROXY:-}
}

# instance_name: what the UI calls itself: which store, and whether its data are real.
instance_name() {
  case $(store_source) in
    sigel) echo "Catavento, store $store" ;;
    replay=*) echo "Catavento REPLAY, store $store" ;;
    *) echo "Catavento DEMO, store $store" ;;
  esac
}

prepare_airflow() {
  local stamp
  mkdir -p "$airflow_home"
  [ -f "$airflow_home/schedule-from" ] || TZ=BRT+3 date +%F >"$airflow_home/schedule-from"
  [ -f "$airflow_home/passwords.json" ] ||
    (umask 077; printf '{"admin": "%s"}' "$(secret AIRFLOW_ADMIN_PASSWORD)" >"$airflow_home/passwords.json")
  stamp=$(cat "$venv/installed" "$local_dir/cluster")
  [ "$(cat "$airflow_home/migrated" 2>/dev/null)" != "$stamp" ] || return 0
  step "preparing Airflow's database"
  ( airflow_environment; airflow db migrate ) >>"$log_dir/airflow-db.log" 2>&1 ||
    { tail -5 "$log_dir/airflow-db.log" >&2; die "Airflow's database could not be prepared; see ${log_dir#"$home"/}/airflow-db.log"; }
  printf '%s' "$stamp" >"$airflow_home/migrated"
}

# start_airflow: all services but the scheduler; one whose settings changed since its start is started again.
start_airflow() {
  local service
  choose_port airflow 18088 CATAVENTO_AIRFLOW_PORT api-server
  prepare_airflow
  ( airflow_environment
    for service in "${airflow_services[@]}"; do [ "$service" = scheduler ] || start_airflow_service "$service"; done
    start_process cleaner "$(service_fingerprint)" "$airflow_set_up/clean" 90 --weekly )
}

# start_scheduler: last, since it starts tasks: they are built then, and their store is there.
start_scheduler() ( airflow_environment; start_airflow_service scheduler )

# Only the scheduler's workers run tasks, so only it knows the tasks' settings.
start_airflow_service() (
  local service=$1 options=()
  [ "$service" != scheduler ] || { task_settings; task_only_settings_of_airflow; }
  # It tells of tasks that were killed, and whose store they were for.
  [ "$service" != dag-processor ] || export CATAVENTO_STORE=$store
  case $service in scheduler | triggerer) options=(--skip-serve-logs) ;; esac
  start_process "$service" "$(service_fingerprint)" airflow "$service" "${options[@]}"
)

task_only_settings_of_airflow() { unset "${!CATAVENTO_BACKUP_@}" CATAVENTO_POSTGRES_PORT CATAVENTO_AIRFLOW_PORT CATAVENTO_SIMULATOR_PORT CATAVENTO_LOG_FORMAT; }

service_fingerprint() { { env | grep -E '^(AIRFLOW|CATAVENTO|JAVA_HOME)' | sort; cat "$venv/installed"; } | fingerprint_of; }

# console ARGS…: talks with the running Airflow.
console() {
  if in_containers; then console_in_container "$@"; return; fi
  ( PYTHONPATH=$airflow_set_up exec "$venv/bin/python" -m console \
      --url "http://127.0.0.1:$(port_of airflow)" --passwords "$airflow_home/passwords.json" --logs "$airflow_home/logs" "$@" )
}

# The engine hands no Ctrl-C on, and ends as though all were done: it is noticed here, and who follows inside is told.
console_in_container() {
  local id mark code=0 interrupted='' outer
  id=$(container_of api-server) mark=/tmp/console.$$.$RANDOM outer=$(trap -p INT)
  trap 'interrupted=1' INT
  # shellcheck disable=SC2016  # the shell in the container expands it
  docker exec -i "$id" sh -c 'echo $$ >"$0"; exec python -m console "$@"' "$mark" \
    --url http://127.0.0.1:8080 --logs /opt/airflow/logs "$@" || code=$?
  eval "${outer:-trap - INT}"
  # shellcheck disable=SC2016
  docker exec -d "$id" sh -c '[ -z "$1" ] || kill -INT "$(cat "$0")"; rm -f "$0"' "$mark" "$interrupted" >/dev/null 2>&1 || true
  [ -n "$interrupted" ] || return "$code"
  [ -z "$outer" ] || kill -INT "$BASHPID"
  case $1 in run | backfill | idle) warn "$(printf '\nnot waited for any longer; what was started goes on in Airflow: ./catavento status tells how it stands')" ;; esac
  exit 130
}

# follow ARGS…: console on what may take long; says so where Airflow was stopped meanwhile.
follow() {
  local code=0
  console "$@" || code=$?
  [ "$code" != 130 ] || exit 130
  [ "$code" = 0 ] || ! is_stopped scheduler ||
    die 'Airflow was stopped meanwhile: ./catavento up starts it again, ./catavento status then tells how the run stands'
  return "$code"
}

# is_stopped SERVICE: not merely unwell or still starting.
is_stopped() {
  if ! in_containers; then ! is_running "$1"; return; fi
  case $(container_state "$1") in stopped | exited*) ;; *) return 1 ;; esac
}
