# Passwords: does each of ours open what it is for?
# shellcheck shell=bash

# A task's login whose password is not the cluster's gets ours at the next start; the superuser's must be known.
check_logins() {
  local verb wrong=() said
  service_is_up postgres 2>/dev/null || return 0
  in_containers || find_postgres || return 0
  said=$(login_answer postgres "$(password_of POSTGRES)") || {
    finding FAIL "the password of PostgreSQL's superuser in $(secrets_name) is not the cluster's ($said)" "$(superuser_remedy)"
    return
  }
  for verb in "${task_verbs[@]}"; do
    login_answer "catavento_task_$verb" "$(password_of "DB_${verb^^}")" >/dev/null || wrong+=("catavento_task_$verb")
  done
  login_answer catavento_read "$(password_of READ)" >/dev/null || wrong+=(catavento_read)
  login_answer airflow "$(password_of AIRFLOW_DB)" airflow >/dev/null || wrong+=(airflow)
  if [ ${#wrong[@]} = 0 ]; then ok "passwords in $(secrets_name) open PostgreSQL"
  elif ! in_containers && compgen -v | grep -q '^CATAVENTO_DB_PASSWORD_'; then
    finding FAIL "PostgreSQL refuses ${wrong[*]} with the passwords that CATAVENTO_DB_PASSWORD_* sets" 'take these lines out of .env: as processes, this clone uses those of .local/secrets.env'
  else finding FAIL "passwords in $(secrets_name) that PostgreSQL refuses: ${wrong[*]}" "$(login_remedy)"; fi
}

secrets_name() { if in_containers; then echo .env; else echo .local/secrets.env; fi; }
login_remedy() { if in_containers; then echo './catavento compose up -d cluster-setup gives them those of .env'; else echo 'rm .local/cluster, then ./catavento up gives them those of the file'; fi; }
superuser_remedy() {
  if in_containers; then echo "take the line from your copy of .env, or set the one of .env: ./catavento compose exec -u postgres postgis psql -c '\\password'"
  else echo 'take the line from a copy of the file; a sealed backup has one'; fi
}

# password_of NAME: as its runner keeps it.
password_of() {
  local name
  case $1 in
    DB_*) name=CATAVENTO_DB_PASSWORD_${1#DB_} ;;
    READ) name=CATAVENTO_READ_PASSWORD ;;
    *) name=$1_PASSWORD; ! in_containers || name=CATAVENTO_$name ;;
  esac
  # A setting wins over the file, as it does for tasks.
  if in_containers || { [[ $1 == DB_* ]] && [ -n "${!name:-}" ]; }; then echo "${!name:-}"; else sed -n "s/^$name=//p" "$secrets_file" 2>/dev/null; fi
}

# login_answer ROLE PASSWORD [DATABASE]: true when PostgreSQL lets it in, else its reason.
login_answer() {
  local database=${3:-template1} said
  [ "$1" != catavento_read ] && [[ $1 != catavento_task_* ]] || database=postgres
  if in_containers; then
    # By the network's name, since inside its own container the server knows everybody.
    said=$(PGPASSWORD=$2 docker exec -e PGPASSWORD "$(container_of postgis)" psql -X -h postgis -U "$1" -d "$database" -Atc 'SELECT 1' 2>&1 </dev/null) && return
  else
    said=$(PGPASSWORD=$2 "$pg_bin/psql" -X -h 127.0.0.1 -p "$(port_of postgres)" -U "$1" -d "$database" -Atc 'SELECT 1' 2>&1 </dev/null) && return
  fi
  sed -n 's/.*FATAL: *//p' <<<"$said" | head -1
  return 1
}
