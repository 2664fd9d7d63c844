# .env: made on first start with random secrets; afterwards it is the operator's.
# shellcheck shell=bash

# Names that .env must have for containers, and the shape of each value.
container_secrets=(CATAVENTO_POSTGRES_PASSWORD CATAVENTO_READ_PASSWORD CATAVENTO_AIRFLOW_DB_PASSWORD
  CATAVENTO_DB_PASSWORD_MIGRATE CATAVENTO_DB_PASSWORD_EXTRACT CATAVENTO_DB_PASSWORD_DOWNSAMPLE CATAVENTO_DB_PASSWORD_LOAD CATAVENTO_DB_PASSWORD_EXPORT
  CATAVENTO_DB_PASSWORD_MAINTAIN CATAVENTO_DB_PASSWORD_WATCH CATAVENTO_SIMULATOR_DB_PASSWORD CATAVENTO_AIRFLOW_FERNET_KEY CATAVENTO_AIRFLOW_SECRET_KEY CATAVENTO_AIRFLOW_JWT_SECRET
  CATAVENTO_AIRFLOW_ADMIN_PASSWORD CATAVENTO_AIRFLOW_OPERATOR_PASSWORD CATAVENTO_AIRFLOW_VIEWER_PASSWORD CATAVENTO_REDIS_PASSWORD)

random_hex() { head -c "$1" /dev/urandom | od -An -tx1 | tr -d ' \n'; }

new_secret() {
  case $1 in
    *_FERNET_KEY) head -c 32 /dev/urandom | base64 -w0 | tr '+/' '-_' ;;
    *_JWT_SECRET) random_hex 32 ;;
    *) random_hex 18 ;;
  esac
}

# What the data on the volume was made with; all others are set anew at each start.
bound_secrets=(CATAVENTO_POSTGRES_PASSWORD CATAVENTO_AIRFLOW_FERNET_KEY)

# ensure_env_file: .env with every secret. One that is missing is made up, unless data was made with it.
ensure_env_file() {
  local name missing=() file=$home/.env
  if [ ! -f "$file" ]; then
    recall_project
    ! has_volume || die "there is no .env, but data of this installation ($(volumes_of_project | paste -sd' ')).
  Put .env back from your copy or a sealed backup: its passwords open them. ./catavento down --purge removes them for good."
    step 'making .env with random passwords, readable by you only'
    (umask 077
     { echo '# Made on first start. Passwords of this installation: keep a copy where backups are; .env.example explains all names.'
     } >"$file")
    rm -f "$local_dir/project"
  fi
  grep -qE '^COMPOSE_PROJECT_NAME=.' "$file" || { recall_project; name=$(project_name); echo "COMPOSE_PROJECT_NAME=${name:-$(free_project_name)}" >>"$file"; }
  [[ $(project_name) =~ ^[a-z0-9][a-z0-9_-]{0,40}$ ]] ||
    die 'COMPOSE_PROJECT_NAME in .env is malformed: it must be lower-case letters, digits, _ and -, 41 at most'
  for name in "${container_secrets[@]}"; do
    [ -n "${!name:-}" ] || missing+=("$name")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    for name in "${missing[@]}"; do
      ! is_one_of "$name" "${bound_secrets[@]}" || ! has_volume || die ".env has no value for $name.
  The data of this installation was made with one: take the line from your copy of .env (./catavento doctor says more)."
      [ "${#missing[@]}" = "${#container_secrets[@]}" ] || step "$name was missing in .env: it has a new random value"
      sed -i "/^$name=/d" "$file"
      printf '%s=%s\n' "$name" "$(new_secret "$name")" >>"$file"
    done
    load_settings
  fi
  for name in "${container_secrets[@]}"; do check_secret "$name"; done
  project_name >"$local_dir/project"
}

# check_secret NAME: a value that would break an address or a key is refused before anything starts.
check_secret() {
  local value=${!1} shape='^[A-Za-z0-9_.~-]{12,128}$' words='12 to 128 letters, digits or _ . ~ -'
  case $1 in *_FERNET_KEY) shape='^[A-Za-z0-9_-]{43}=$' words='32 bytes in URL-safe base64 (44 characters)' ;; esac
  [[ $value =~ $shape ]] || die "$1 in .env is malformed: it must be $words"
}

# project_name: the one of .env; where that is lost, the one that this clone last had.
project_name() {
  local name=''
  [ ! -f "$home/.env" ] || name=$(sed -n 's/^COMPOSE_PROJECT_NAME=//p' "$home/.env" | tail -1)
  [ -n "$name" ] || name=$(cat "$local_dir/project" 2>/dev/null) || return 0
  echo "$name"
}

# recall_project: where neither .env nor .local tells it, containers know from which folder they were started.
recall_project() {
  local name
  [ -z "$(project_name)" ] || return 0
  name=$(docker ps -a --filter "label=com.docker.compose.project.working_dir=$home" --format '{{.Label "com.docker.compose.project"}}' 2>/dev/null | head -1) || name=
  [ -z "$name" ] || echo "$name" >"$local_dir/project"
}

volumes_of_project() { docker volume ls -q --filter "label=com.docker.compose.project=$(project_name)"; }

# free_project_name: catavento, unless another clone on this machine has taken that.
free_project_name() {
  if [ -z "$(docker ps -aq --filter label=com.docker.compose.project=catavento)$(docker volume ls -q --filter label=com.docker.compose.project=catavento)" ]; then
    echo catavento
  else
    echo "catavento-$(random_hex 3)"
  fi
}

has_volume() { [ -n "$(project_name)" ] && docker volume inspect "$(project_name)_postgis" >/dev/null 2>&1; }
