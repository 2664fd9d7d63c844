# The private PostgreSQL cluster: loopback only, run by an unprivileged user.
# shellcheck shell=bash

# find_postgres: the newest installed PostgreSQL that has PostGIS; sets pg_bin.
find_postgres() {
  local bin share
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(pg_config --bindir 2>/dev/null)"; do
    [ -x "$bin/postgres" ] || continue
    share=$("$bin/pg_config" --sharedir 2>/dev/null) || share=${bin/lib\/postgresql/share\/postgresql}; share=${share%/bin}
    if [ -f "$share/extension/postgis.control" ]; then pg_bin=$bin; return 0; fi
  done
  return 1
}

# PostgreSQL refuses to run as root: then it is the system's user postgres.
unprivileged() {
  if [ "$(id -u)" = 0 ]; then (cd / && exec setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi
}

# The cluster lies in .local, or in /var/lib where that user cannot reach into the project's folder.
postgres_data() {
  local outside
  outside=/var/lib/catavento/$({ printf '%s' "$home"; secret CLONE; } | fingerprint_of)
  if [ -f "$local_dir/postgres/PG_VERSION" ]; then echo "$local_dir/postgres"
  elif [ "$(id -u)" != 0 ] || unprivileged test -x "$local_dir"; then echo "$local_dir/postgres"
  else echo "$outside"; fi
}

start_postgres() {
  local data port
  data=$(postgres_data)
  if [ ! -f "$data/PG_VERSION" ]; then init_cluster "$data"; fi
  choose_port postgres 15432 CATAVENTO_POSTGRES_PORT
  port=$(port_of postgres)
  if ! is_running postgres; then
    step "starting PostgreSQL on port $port"
    if [ "$(id -u)" = 0 ]; then
      start_process postgres "$port" env -C / setpriv --reuid=postgres --regid=postgres --init-groups \
        "$pg_bin/postgres" -D "$data" -p "$port"
    else
      start_process postgres "$port" "$pg_bin/postgres" -D "$data" -p "$port"
    fi
    wait_until 180 "$pg_bin/pg_isready" -q -h 127.0.0.1 -p "$port" ||
      { tail -5 "$log_dir/postgres.log" >&2; die "PostgreSQL did not start; see ${log_dir#"$home"/}/postgres.log"; }
  fi
  set_up_cluster
}

# init_cluster FOLDER: made beside it and moved there when whole, so that one broken off is made anew.
init_cluster() {
  local data=$1 new=$1.new pwfile code=0
  step "making a PostgreSQL cluster in ${data#"$home"/}"
  rm -rf "$new"
  mkdir -p "$new"
  [ "$(id -u)" != 0 ] || { chown postgres:postgres "$new"; chmod 700 "$new"; [ "$data" = "$local_dir/postgres" ] || chmod 755 "$(dirname "$data")"; }
  pwfile=$(unprivileged mktemp)
  secret POSTGRES_PASSWORD | unprivileged tee "$pwfile" >/dev/null
  unprivileged "$pg_bin/initdb" -D "$new" --username=postgres --pwfile="$pwfile" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --data-checksums --no-sync >>"$log_dir/postgres.log" 2>&1 || code=$?
  unprivileged rm -f "$pwfile"
  [ "$code" = 0 ] || { tail -5 "$log_dir/postgres.log" >&2; die "initdb failed; see ${log_dir#"$home"/}/postgres.log"; }
  unprivileged tee -a "$new/postgresql.conf" >/dev/null <<'CONF'

# Catavento
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 120
shared_buffers = 256MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
timezone = 'UTC'
log_timezone = 'UTC'
CONF
  mv -T "$new" "$data" || die "the new cluster could not be moved to ${data#"$home"/}: something that is no cluster lies there"
}

# sql DATABASE [ARGS…]: psql as superuser, quiet, stopping at the first error.
sql() {
  local database=$1; shift
  PGPASSWORD=$(secret POSTGRES_PASSWORD) PGOPTIONS='-c client_min_messages=warning' "$pg_bin/psql" -X -q -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$(port_of postgres)" -U postgres -d "$database" "$@"
}

# What every store of this cluster shares, and Airflow's own database; done again when its scripts or a password change.
set_up_cluster() {
  local stamp name password
  stamp=$({ cat "$home"/infrastructure/postgis/*; cluster_passwords; sql postgres -Atc 'SELECT system_identifier FROM pg_control_system()'; } | fingerprint_of)
  [ "$(cat "$local_dir/cluster" 2>/dev/null)" != "$stamp" ] || return 0
  step "setting up the cluster"
  ( while IFS='=' read -r name password; do export "$name=$password"; done < <(cluster_passwords)
    unset CATAVENTO_STORE
    PATH=$pg_bin:$PATH PGHOST=127.0.0.1 PGPORT=$(port_of postgres) PGUSER=postgres PGPASSWORD=$(secret POSTGRES_PASSWORD) \
      "$home/infrastructure/postgis/set-up-cluster" )
  printf '%s' "$stamp" >"$local_dir/cluster"
}

task_verbs=(migrate extract downsample load export maintain watch)

# Those that .env gives, which tasks use too, else our own.
cluster_passwords() {
  local verb name
  for verb in "${task_verbs[@]}"; do
    name=CATAVENTO_DB_PASSWORD_${verb^^}
    printf '%s=%s\n' "$name" "${!name:-$(secret "$name")}"
  done
  printf 'CATAVENTO_READ_PASSWORD=%s\n' "$(read_password)"
  printf 'CATAVENTO_AIRFLOW_DB_PASSWORD=%s\n' "$(secret AIRFLOW_DB_PASSWORD)"
  printf 'CATAVENTO_SIMULATOR_DB_PASSWORD=%s\n' "$(simulator_password)"
}
