# Ports: who sits where ours would be.
# shellcheck shell=bash

check_ports() {
  check_port postgres 15432 CATAVENTO_POSTGRES_PORT postgres
  check_port airflow 18088 CATAVENTO_AIRFLOW_PORT api-server
  [ "$(store_source)" = sigel ] || check_port simulator 18080 CATAVENTO_SIMULATOR_PORT "$(in_containers && echo demo-source || echo simulator)"
}

# check_port NAME DEFAULT VARIABLE SERVICE
check_port() {
  local name=$1 port file=$run_dir/$1.port variable=$3 holder
  if [ -e "$file" ] && ! port_of "$name" >/dev/null; then
    finding warn "${file#"$home"/} holds no port: $(head -c 40 "$file" | tr -d '\n')" "rm ${file#"$home"/}"
  fi
  port=$(port_of "$name") || port=$2
  port=${!variable:-$port}
  if service_is_up "$4" 2>/dev/null || ! [[ $port =~ ^[0-9]+$ ]] || ! port_taken "$port"; then return 0; fi
  holder=$(holder_of_port "$port")
  [[ $holder != "the container $(project_name)"[_-]* ]] || return 0
  if [ -n "${!variable:-}" ]; then finding FAIL "port $port ($variable) is taken by $holder" "end that, or set another $variable"
  else finding warn "port $port, which $name would use, is taken by $holder" "nothing: the next start takes a free one ($variable sets one)"; fi
}

# holder_of_port PORT: who listens there, as far as this user may know.
holder_of_port() {
  local container inode link pid
  container=$(docker ps --filter "publish=$1" --format 'the container {{.Names}}' 2>/dev/null | head -1) || container=
  [ -z "$container" ] || { echo "$container"; return; }
  while read -r inode; do
    link=$({ find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$inode\]" 2>/dev/null || true; } | head -1)
    pid=${link#/proc/} pid=${pid%%/*}
    [ -z "$pid" ] || { echo "process $pid ($(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c1-60 | sed 's/ *$//'))"; return; }
  done < <(awk -v port=":$(printf '%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { print $10 }' /proc/net/tcp /proc/net/tcp6 2>/dev/null)
  echo 'a program of another user'
}
