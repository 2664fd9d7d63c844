# Programs of the system: installed when we may, named when we may not.
# shellcheck shell=bash

# missing_packages: what Debian calls the programs that are not there.
missing_packages() {
  command -v mvn >/dev/null || echo maven
  find_postgres 2>/dev/null || echo postgresql postgresql-postgis
  command -v python3 >/dev/null || echo python3
  python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
}

# ensure_maven: all that a build needs beside a JDK.
ensure_maven() {
  command -v mvn >/dev/null || ensure_packages
}

ensure_packages() {
  local missing
  mapfile -t missing < <(missing_packages | tr ' ' '\n')
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    die "these programs are missing: ${missing[*]}.
  On Debian or Ubuntu: sudo apt-get install --no-install-recommends maven postgresql postgresql-postgis python3-venv
  (PostgreSQL 15 to 17 with PostGIS 3.3 or newer; Catavento runs its own cluster and needs no other)"
  fi
  step "installing ${missing[*]} (log: ${log_dir#"$home"/}/packages.log)"
  install_packages "${missing[@]}" >"$log_dir/packages.log" 2>&1 || {
    tail -5 "$log_dir/packages.log" >&2
    die "apt-get could not install them; the whole log is ${log_dir#"$home"/}/packages.log"
  }
}

# Debian would start a cluster of its own on installation: this file tells it not to.
install_packages() {
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
}
