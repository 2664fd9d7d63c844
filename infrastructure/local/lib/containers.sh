# Catavento in containers: the compose file with what only this machine knows.
# shellcheck shell=bash

readonly task_user=10001
runner=process # until choose_runner has looked

engine_answers() { command -v docker >/dev/null && docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

have_base_images() {
  local image
  for image in "$(jre_image)" "$(postgis_image)" "$(airflow_image)"; do have_image "$image" || return 1; done
}

have_compose() { docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null; }

# choose_runner: the one asked for, else the one used before, else containers where an engine and the images are there.
choose_runner() {
  runner=${CATAVENTO_RUNNER:-$(cat "$local_dir/runner" 2>/dev/null || true)}
  [ -n "$runner" ] || [ ! -f "$local_dir/cluster" ] || runner=process
  case $runner in
    docker | process) ;;
    '') if [ -z "${CATAVENTO_DB_URL:-}${CATAVENTO_HTTP_CA_FILE:-}" ] && engine_answers && have_compose && have_base_images; then runner=docker; else runner=process; fi ;;
    *) die "CATAVENTO_RUNNER=$runner: it is docker or process" ;;
  esac
  ! in_containers || check_settings_of_containers
  [ "${CATAVENTO_EXECUTOR:-}" != CeleryExecutor ] || compose_services+=(queue worker-1 worker-2)
}

in_containers() { [ "$runner" = docker ]; }

need_engine() {
  command -v docker >/dev/null || die 'there is no docker command here: install a container engine, or use CATAVENTO_RUNNER=process'
  docker version --format '{{.Server.Version}}' >/dev/null 2>"$log_dir/engine.log" ||
    die "the container engine does not answer: $(tail -1 "$log_dir/engine.log")
  Start it (for example: sudo systemctl start docker), or use CATAVENTO_RUNNER=process."
  have_compose || die 'neither "docker compose" nor docker-compose is installed: install one, or use CATAVENTO_RUNNER=process'
}

# compose ARGS…: the compose command with all that the file asks for.
compose() {
  ( cd "$home" || exit
    compose_environment
    if docker compose version >/dev/null 2>&1; then exec docker compose "$@"; else exec docker-compose "$@"; fi )
}

compose_environment() {
  local replay
  export CATAVENTO_IMAGE_TAG CATAVENTO_GATE_IMAGES CATAVENTO_EXPORT_HOST_DIR CATAVENTO_TASK_USER CATAVENTO_ENGINE_GROUP
  CATAVENTO_IMAGE_TAG=$(image_tag)
  CATAVENTO_GATE_IMAGES=$(task_names | sed "s#.*#catavento/&:$CATAVENTO_IMAGE_TAG#" | paste -sd,)
  CATAVENTO_EXPORT_HOST_DIR=$(exports_parent)
  CATAVENTO_TASK_USER=$(stat -c %u:%g "$(exports_parent)" 2>/dev/null || echo "$task_user:$task_user")
  CATAVENTO_ENGINE_GROUP=$(stat -c %g "${CATAVENTO_ENGINE_SOCKET:-/var/run/docker.sock}" 2>/dev/null || echo 0)
  CATAVENTO_SOURCES_HOST_DIR=$(sources_folder) || exit 1
  export CATAVENTO_SOURCES_HOST_DIR CATAVENTO_SOURCES_INSIDE=${CATAVENTO_SOURCES_HOST_DIR:+/sources/$(basename "$(sources_file)")}
  COMPOSE_FILE=$(compose_files)$(secrets_overlay)
  export COMPOSE_FILE
  export CATAVENTO_STORE=$store COMPOSE_HTTP_TIMEOUT=300
  AIRFLOW__API__INSTANCE_NAME=$(instance_name)
  export AIRFLOW__API__INSTANCE_NAME
  export CATAVENTO_SIGEL_URL=${CATAVENTO_SIGEL_URL:-$(source_url "$(store_source)")}
  replay=$(store_source)
  case $replay in
    replay=*) export CATAVENTO_SIMULATOR_REPLAY=/recorded CATAVENTO_REPLAY_HOST_DIR=${replay#replay=} COMPOSE_PROFILES=demo ;;
    demo) export COMPOSE_PROFILES=demo ;;
  esac
  case ${CATAVENTO_EXECUTOR:-} in
    CeleryExecutor) export COMPOSE_PROFILES=${COMPOSE_PROFILES:+$COMPOSE_PROFILES,}scale CATAVENTO_PARALLELISM=${CATAVENTO_PARALLELISM:-8} ;;
  esac
  case ${CATAVENTO_DB_TLS:-} in on) export CATAVENTO_DB_SSLMODE=require ;; esac
  export CATAVENTO_SCHEDULE_FROM=${CATAVENTO_SCHEDULE_FROM:-$(cat "$local_dir/schedule-from" 2>/dev/null)}
  export CATAVENTO_POSTGRES_PORT CATAVENTO_AIRFLOW_PORT CATAVENTO_SIMULATOR_PORT
  CATAVENTO_POSTGRES_PORT=${CATAVENTO_POSTGRES_PORT:-$(port_of postgres || echo 15432)}
  CATAVENTO_AIRFLOW_PORT=${CATAVENTO_AIRFLOW_PORT:-$(port_of airflow || echo 18088)}
  CATAVENTO_SIMULATOR_PORT=${CATAVENTO_SIMULATOR_PORT:-$(port_of simulator || echo 18080)}
  export CATAVENTO_ALERT_UI_URL=${CATAVENTO_ALERT_UI_URL:-http://127.0.0.1:$CATAVENTO_AIRFLOW_PORT}
}

# compose_files: the list that the operator's COMPOSE_FILE gives, where it begins with this project's file, as all that is
# here is built on it: a list for something else, say of another project in the same shell, is not for us. Else that file and
# an operator's own, which compose would not look for once it is told which to take.
compose_files() {
  local file
  case ${COMPOSE_FILE:-} in docker-compose.yml | docker-compose.yml:*) echo -n "$COMPOSE_FILE"; return ;; esac
  echo -n docker-compose.yml
  for file in docker-compose.override.yml docker-compose.override.yaml; do [ ! -f "$home/$file" ] || echo -n ":$file"; done
}

# secrets_overlay: what sources.yaml asks with goes to those that start tasks; a compose file of names, no value is in it.
secrets_overlay() {
  local names name service file=$local_dir/secrets.compose.yml
  mapfile -t names < <(compgen -e | grep '^CATAVENTO_SECRET_' || true)
  [ ${#names[@]} -gt 0 ] || return 0
  { echo services:
    for service in scheduler worker-1 worker-2; do
      printf '  %s:\n    environment:\n' "$service"
      for name in "${names[@]}"; do printf '      %s:\n' "$name"; done
    done
  } >"$file"
  echo ":$file"
}

# exports_parent: the folder on this machine that all stores' exports lie below.
exports_parent() {
  local folder=${CATAVENTO_EXPORT_DIR:-exports}
  [[ $folder == /* ]] || folder=$home/$folder
  echo "${folder%/}"
}

# prepare_exports: a folder that the tasks' user owns, which is never root.
prepare_exports() {
  local folder owner
  folder=$(exports_parent)
  mkdir -p "$folder/$store" 2>/dev/null || die "the exports folder $folder cannot be made: CATAVENTO_EXPORT_DIR names another"
  if [ "$(id -u)" = 0 ]; then
    [ "$(stat -c %u "$folder")" != 0 ] || chown -R "$task_user:$task_user" "$folder"
    owner=$(stat -c %u "$folder")
    [ ! -e "$folder/$store" ] || [ "$(stat -c %u "$folder/$store")" = "$owner" ] || chown -R "$owner" "$folder/$store"
    return
  fi
  for folder in "$folder" "$folder/$store"; do
    [ ! -e "$folder" ] || [ "$(stat -c %u "$folder")" = "$(id -u)" ] ||
      die "the exports folder $folder belongs to user $(stat -c %U "$folder"), so no task could write there.
  Give it to yourself: sudo chown -R $(id -un) $folder"
  done
}

# container_of SERVICE: its container, also one that has ended.
container_of() { docker ps -aq --filter "label=com.docker.compose.project=$(project_name)" --filter "label=com.docker.compose.service=$1" | head -1; }

# container_state SERVICE: running, healthy, unhealthy, starting, exited (code), or stopped where there is none.
container_state() {
  local id
  [ -n "$(project_name)" ] && engine_answers && id=$(container_of "$1") && [ -n "$id" ] || { echo stopped; return; }
  docker inspect "$id" --format '{{if .State.Running}}{{if .State.Health}}{{.State.Health.Status}}{{else}}running{{end}}{{else}}exited ({{.State.ExitCode}}){{end}}'
}

# publish_port NAME DEFAULT VARIABLE SERVICE INSIDE: keeps the port that the service is published on; else as choose_port.
publish_port() {
  local name=$1 default=$2 variable=$3 service=$4 inside=$5 id current
  id=$(container_of "$service")
  current=$([ -z "$id" ] || docker port "$id" "$inside/tcp" 2>/dev/null | sed -n 's/.*://p' | head -1)
  if [ -n "$current" ] && [ "${!variable:-$current}" = "$current" ]; then echo "$current" >"$run_dir/$name.port"; return 0; fi
  choose_port "$name" "$default" "$variable"
}

compose_services=(postgis engine-gate api-server scheduler dag-processor triggerer)

bring_up_containers() {
  need_engine
  check_env_file_s_url "$source"
  check_telemetry "$source"
  one_at_a_time
  ensure_env_file
  CATAVENTO_IMAGE_TAG=$(image_tag)
  export CATAVENTO_IMAGE_TAG
  build_images
  prepare_exports
  write_demo_sources http://demo-source:18080
  publish_port postgres 15432 CATAVENTO_POSTGRES_PORT postgis 5432
  publish_port airflow 18088 CATAVENTO_AIRFLOW_PORT api-server 8080
  publish_port simulator 18080 CATAVENTO_SIMULATOR_PORT demo-source 18080
  [ -f "$local_dir/schedule-from" ] || TZ=BRT+3 date +%F >"$local_dir/schedule-from"
  if has_volume; then
    start_containers postgis
    check_one_source "$source"
    before_another_store
  fi
  remember_store "$source"
  echo docker >"$local_dir/runner"
  start_containers
  console ready wind_fleet_daily || die "Airflow is not ready: ./catavento compose logs scheduler dag-processor api-server"
  let_others
}

# start_containers [SERVICE…]: those, or all, healthy afterwards. What runs as it should is left alone.
start_containers() {
  local log=$log_dir/compose.log service stamp
  if [ $# = 0 ]; then
    stamp=$(compose config | fingerprint_of)
    [ "$(cat "$run_dir/compose.fingerprint" 2>/dev/null)" != "$stamp" ] || ! all_healthy || return 0
    rm -f "$run_dir/compose.fingerprint"
  elif all_healthy "$@"; then return 0; fi
  step "starting ${*:-the containers} (log: ${log#"$home"/})"
  # In a shell of its own, so that a Ctrl-C is told to people and not to the log.
  (compose up -d --remove-orphans "$@") >"$log" 2>&1 || { explain_compose "$log" >&2; die "not every container started; the whole log is ${log#"$home"/}"; }
  for service in "${@:-${compose_services[@]}}"; do
    wait_until 240 is_healthy "$service" ||
      { docker logs --tail 5 "$(container_of "$service")" >&2; die "$service is $(container_state "$service"): ./catavento compose logs $service"; }
  done
  [ -z "${stamp:-}" ] || printf '%s' "$stamp" >"$run_dir/compose.fingerprint"
}

all_healthy() {
  local service
  [ $# -gt 0 ] || { set -- "${compose_services[@]}"; [ "$(store_source)" = sigel ] || set -- "$@" demo-source; }
  for service in "$@"; do is_healthy "$service" || return 1; done
}

is_healthy() { [ "$(container_state "$1")" = healthy ]; }

# What went wrong, in the words of the one that ended.
explain_compose() {
  local service id
  grep -iE 'error|cannot|denied|failed|invalid|is missing|is set by' "$1" | tail -4 || true
  for service in cluster-setup migrate-store airflow-init; do
    id=$(container_of "$service")
    [ -z "$id" ] || [ "$(docker inspect "$id" --format '{{.State.ExitCode}}')" = 0 ] || { echo "$service said:"; docker logs --tail 4 "$id" 2>&1; }
  done
}

# run_task_container NAME ARGS…: one task as Airflow would start it, without Airflow.
run_task_container() {
  local name=$1 verb=${1%%-*} network=data password options=() outside folder; shift
  need_engine
  have_image "catavento/$name:$(image_tag)" || build_images
  case $verb in extract | downsample | watch) network=sources ;; export | maintain) options=(-v "$(exports_parent)/$store:/exports") ;; esac
  if [ "$verb" = downsample ]; then
    folder=$(sources_folder)
    [ -z "$folder" ] || options=(-v "$folder:/sources:ro" --env "CATAVENTO_SOURCES=/sources/$(basename "$(sources_file)")")
  fi
  ( compose_environment
    password=CATAVENTO_DB_PASSWORD_${verb^^}
    export CATAVENTO_DB_URL="jdbc:postgresql://postgis:5432/catavento_$store?sslmode=${CATAVENTO_DB_SSLMODE:-prefer}"
    export CATAVENTO_DB_USER=catavento_task_$verb CATAVENTO_DB_PASSWORD=${!password}
    export CATAVENTO_EXPORT_DIR=/exports
    export CATAVENTO_LOG_FORMAT=${CATAVENTO_LOG_FORMAT:-text}
    mapfile -t outside < <(compgen -e | grep -E '^CATAVENTO_(SIGEL_|TELEMETRY_|SECRET_|HTTP_|ALERT_|EXPORT_KEEP_DAYS$|RAW_WHOLE_DAYS$)' | sed 's/^/--env=/')
    exec docker run --rm --label "dev.catavento.by-hand=$(project_name)" --read-only --tmpfs /tmp:rw,exec,nosuid,nodev,size=256m --cap-drop ALL --security-opt no-new-privileges \
      --memory 768m --pids-limit 256 --network "$(project_name)_$network" --user "$CATAVENTO_TASK_USER" "${options[@]}" \
      --env CATAVENTO_STORE --env CATAVENTO_DB_URL --env CATAVENTO_DB_USER --env CATAVENTO_DB_PASSWORD --env CATAVENTO_LOG_FORMAT --env CATAVENTO_REQUESTED_BY \
      --env CATAVENTO_EXPORT_DIR "${outside[@]}" \
      "catavento/$name:$CATAVENTO_IMAGE_TAG" "$@" )
}

# task_containers: what the gate of this installation made, or ./catavento task did, and is there still.
task_containers() {
  local label
  for label in gate by-hand; do docker ps -aq --filter "label=dev.catavento.$label=$(project_name)"; done
}

no_task_containers() { [ -z "$(task_containers)" ]; }

# stop_tasks: what starts them first, while gate and API are there to hear it; then what is left of them.
stop_tasks() {
  local service starters left
  mapfile -t starters < <(for service in scheduler worker-1 worker-2; do
    docker ps -q --filter "label=com.docker.compose.project=$(project_name)" --filter "label=com.docker.compose.service=$service"
  done)
  [ ${#starters[@]} = 0 ] || docker stop -t 60 "${starters[@]}" >/dev/null
  mapfile -t left < <(task_containers)
  # One that is being removed already is no error.
  [ ${#left[@]} = 0 ] || docker rm -f "${left[@]}" >/dev/null 2>"$log_dir/engine.log" || true
  wait_until 60 no_task_containers || die "a task's container could not be removed: $(tail -1 "$log_dir/engine.log")"
}

# remove_containers PROJECT: what compose would do, had it its .env.
remove_containers() {
  local left
  mapfile -t left < <(docker ps -aq --filter "label=com.docker.compose.project=$1")
  [ ${#left[@]} = 0 ] || { docker stop -t 60 "${left[@]}" && docker rm -f "${left[@]}"; } >/dev/null
  mapfile -t left < <(docker network ls -q --filter "label=com.docker.compose.project=$1")
  [ ${#left[@]} = 0 ] || docker network rm "${left[@]}" >/dev/null
}

take_down_containers() {
  local name
  name=$(project_name)
  [ -n "$name" ] || { recall_project; name=$(project_name); }
  [ -z "$name" ] || need_engine
  if [ -z "$name" ] || { [ -z "$(docker ps -q --filter "label=com.docker.compose.project=$name")" ] && no_task_containers; }; then
    say 'Nothing was running.'
    return
  fi
  choose_store
  step 'stopping the containers'
  stop_tasks
  if [ ! -f "$home/.env" ]; then remove_containers "$name"; step 'stopped'; return; fi
  compose down --remove-orphans >"$log_dir/compose.log" 2>&1 || { explain_compose "$log_dir/compose.log" >&2; die 'not every container stopped'; }
  step 'stopped'
}
