# Settings: the environment, then .env, then defaults. .env.example is the list of all names.
# shellcheck shell=bash

# Settings that .env gave, the environment having none.
declare -A of_env_file=()

known_settings() { sed -nE 's/^#? ?(CATAVENTO_[A-Z0-9_]+)=.*/\1/p' "$home/.env.example"; }

# bad_setting WORDS [NAME]: the end, except for the doctor, who tells it and goes on without NAME.
bad_setting() { die "$1"; }

load_settings() {
  local line key value names number=0
  local -A stands_at=()
  mapfile -t names < <(known_settings)
  if [ -f "$home/.env" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      number=$((number + 1)) line=${line%$'\r'}
      [[ ! $line =~ ^[[:space:]]*(#|$) ]] || continue
      [[ $line =~ ^([A-Za-z_][A-Za-z_0-9]*)=(.*)$ ]] || {
        bad_setting "line $number of .env is not NAME=VALUE: $(cut -c1-60 <<<"${line%%=*}") (no blanks around =, no export)"
        continue
      }
      key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
      [ -z "${stands_at[$key]:-}" ] || { bad_setting "line $number of .env: $key stands twice (line ${stands_at[$key]}); take one away"; continue; }
      stands_at[$key]=$number
      [[ $key =~ ^(CATAVENTO_|COMPOSE_|AIRFLOW__) ]] || [[ ${key^^} =~ ^(HTTP_PROXY|HTTPS_PROXY|NO_PROXY)$ ]] || { unknown_setting "$key" "${names[@]}"; continue; }
      if [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]]; then value=${BASH_REMATCH[1]}
      elif [[ $value =~ ^[\"\'] ]]; then bad_setting "line $number of .env: the quote before the value of $key is not closed"; continue; fi
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
    [ -z "${!key:-}" ] || is_number "${!key}" 1 65535 || bad_setting "$key=${!key}: a port is a number from 1 to 65535" "$key"
  done
  for key in CATAVENTO_EXPORT_KEEP_DAYS CATAVENTO_RAW_WHOLE_DAYS; do check_number "$key" 1 36500; done
  for key in CATAVENTO_{SIGEL,TELEMETRY}_TIMEOUT_SECONDS; do check_number "$key" 1 3600; done
  for key in CATAVENTO_{SIGEL,TELEMETRY}_TOTAL_SECONDS; do check_number "$key" 1 86400; done
  check_number CATAVENTO_SIGEL_PARALLEL 1 4
  check_number CATAVENTO_TELEMETRY_PARALLEL 1 64
  check_number CATAVENTO_PARALLELISM 1 999
  check_shape CATAVENTO_EXECUTOR '(Local|Celery)Executor' 'it is LocalExecutor or CeleryExecutor'
  check_shape CATAVENTO_DB_TLS 'on|off' 'it is on or off'
  check_shape CATAVENTO_LOG_FORMAT 'text|json' 'it is text or json'
  check_shape CATAVENTO_ALERT_DEADLINE '([01][0-9]|2[0-3]):[0-5][0-9]' 'it is a time of day from 00:00 to 23:59 (HH:MM)'
  # The address of a mail server or a webhook may hold a password: it is not shown.
  [[ ${CATAVENTO_ALERT_SMTP_URL:-smtp://host} =~ ^smtps?://[^/[:space:]] ]] ||
    bad_setting 'CATAVENTO_ALERT_SMTP_URL must begin with smtp:// or smtps:// (smtp://HOST:PORT)' CATAVENTO_ALERT_SMTP_URL
  [[ ${CATAVENTO_ALERT_WEBHOOK_URL:-https://host} =~ ^https?://[^/[:space:]] ]] ||
    bad_setting 'CATAVENTO_ALERT_WEBHOOK_URL must begin with https:// or http://' CATAVENTO_ALERT_WEBHOOK_URL
  [[ ${CATAVENTO_DB_URL:-jdbc:postgresql://} == jdbc:postgresql://* ]] ||
    bad_setting "CATAVENTO_DB_URL must begin with jdbc:postgresql:// (jdbc:postgresql://HOST:PORT/DATABASE)" CATAVENTO_DB_URL
  [ -z "${CATAVENTO_SCHEDULE_FROM:-}" ] || is_day "$CATAVENTO_SCHEDULE_FROM" ||
    bad_setting "CATAVENTO_SCHEDULE_FROM=$CATAVENTO_SCHEDULE_FROM: not a day (YYYY-MM-DD)" CATAVENTO_SCHEDULE_FROM
  check_shape COMPOSE_PROJECT_NAME '[a-z0-9][a-z0-9_-]{0,40}' 'it must be lower-case letters, digits, _ and -, 41 at most'
}

# is_number TEXT LEAST MOST
is_number() { [[ $1 =~ ^(0|[1-9][0-9]{0,8})$ ]] && [ "$1" -ge "$2" ] && [ "$1" -le "$3" ]; }

check_number() { [ -z "${!1:-}" ] || is_number "${!1}" "$2" "$3" || bad_setting "$1=${!1}: it is a number from $2 to $3" "$1"; }

check_shape() { [[ -z ${!1:-} || ${!1} =~ ^($2)$ ]] || bad_setting "$1=${!1}: $3" "$1"; }

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
  bad_setting "unknown setting $key${near:+; did you mean $near?} (.env.example lists all)" "$key"
}
