# Settings: the environment, then .env, then defaults. .env.example is the list of all names.
# shellcheck shell=bash

# Settings that .env gave, the environment having none.
declare -A of_env_file=()

known_settings() { sed -nE 's/^#? ?(CATAVENTO_[A-Z0-9_]+)=.*/\1/p' "$home/.env.example"; }

load_settings() {
  local line key value names number=0
  mapfile -t names < <(known_settings)
  if [ -f "$home/.env" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      number=$((number + 1)) line=${line%$'\r'}
      [[ ! $line =~ ^[[:space:]]*(#|$) ]] || continue
      [[ $line =~ ^([A-Za-z_][A-Za-z_0-9]*)=(.*)$ ]] ||
        die "line $number of .env is not NAME=VALUE: $(cut -c1-60 <<<"${line%%=*}") (no blanks around =, no export)"
      key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
      [[ $key =~ ^(CATAVENTO_|COMPOSE_|AIRFLOW__) ]] || [[ ${key^^} =~ ^(HTTP_PROXY|HTTPS_PROXY|NO_PROXY)$ ]] || unknown_setting "$key" "${names[@]}"
      if [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]]; then value=${BASH_REMATCH[1]}; fi
      [ -n "${!key+given}" ] || { export "$key=$value"; of_env_file[$key]=$value; }
    done <"$home/.env"
  fi
  while IFS= read -r key; do
    [[ $key == CATAVENTO_SECRET_* ]] && continue
    is_one_of "$key" "${names[@]}" || unknown_setting "$key" "${names[@]}"
  done < <(compgen -e | grep '^CATAVENTO_' || true)
  check_settings
}

# check_settings: what would break something far away later is refused here.
check_settings() {
  local key
  for key in CATAVENTO_{POSTGRES,AIRFLOW,SIMULATOR}_PORT; do
    [ -z "${!key:-}" ] || { [[ ${!key} =~ ^[0-9]{1,5}$ ]] && [ "${!key}" -ge 1 ] && [ "${!key}" -le 65535 ]; } ||
      die "$key=${!key}: a port is a number from 1 to 65535"
  done
  [[ ${CATAVENTO_EXECUTOR:-LocalExecutor} =~ ^(Local|Celery)Executor$ ]] || die "CATAVENTO_EXECUTOR=$CATAVENTO_EXECUTOR: it is LocalExecutor or CeleryExecutor"
  [[ ${CATAVENTO_PARALLELISM:-4} =~ ^[1-9][0-9]{0,2}$ ]] || die "CATAVENTO_PARALLELISM=$CATAVENTO_PARALLELISM: it is a number from 1 to 999"
  [[ ${CATAVENTO_DB_TLS:-off} =~ ^(on|off)$ ]] || die "CATAVENTO_DB_TLS=$CATAVENTO_DB_TLS: it is on or off"
  [[ ${CATAVENTO_DB_URL:-jdbc:postgresql://} == jdbc:postgresql://* ]] ||
    die "CATAVENTO_DB_URL must begin with jdbc:postgresql:// (jdbc:postgresql://HOST:PORT/DATABASE)"
  [ -z "${CATAVENTO_SCHEDULE_FROM:-}" ] || is_day "$CATAVENTO_SCHEDULE_FROM" || die "CATAVENTO_SCHEDULE_FROM=$CATAVENTO_SCHEDULE_FROM: not a day (YYYY-MM-DD)"
}

# check_settings_of_containers: what containers would not be told is refused, not left out in silence.
check_settings_of_containers() {
  local key
  for key in CATAVENTO_DB_URL CATAVENTO_DB_PASSWORD CATAVENTO_HTTP_CA_FILE $(compgen -e CATAVENTO_DB_USER || true); do
    [ -z "${!key:-}" ] || die "$key is for CATAVENTO_RUNNER=process: containers use the store of their own installation and the images' certificates. Take it away, or use that runner"
  done
}

unknown_setting() {
  local key=$1 near; shift
  near=$(nearest "$key" "$@")
  die "unknown setting $key${near:+; did you mean $near?} (.env.example lists all)"
}
