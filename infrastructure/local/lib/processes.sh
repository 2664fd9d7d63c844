# Long-running programs of this clone: each in a process group of its own, known by a file .local/run/NAME.pid that
# holds its id and its start time, so that no other program is ever taken for it.
# shellcheck shell=bash

# started_at PID: in clock ticks since the machine's start, the 20th word after the program's name.
started_at() { sed -n 's/.*) //p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20 | grep .; }

# one_at_a_time: waits until no other call of the script starts or stops services of this clone.
one_at_a_time() {
  exec 9>"$run_dir/lock"
  flock -n 9 || { step 'another ./catavento is starting or stopping services here: waiting for it'; flock 9; }
  in_containers || adopt_strays
}
let_others() { exec 9>&-; }

# pid_of NAME: its process id while it runs.
pid_of() {
  local pid start
  read -r pid start 2>/dev/null <"$run_dir/$1.pid" || return 1
  [ "$(started_at "$pid")" = "$start" ] && echo "$pid"
}

is_running() { pid_of "$1" >/dev/null; }

# strays: services of this clone whose pid file does not know them, "NAME PID" a line, the oldest first. What start_process
# started leads a session and writes NAME.log, and both stay so whatever becomes of the pid file. Its children write there
# too, and PostgreSQL's lead sessions of their own: whose parent writes the same log is no service.
strays() {
  local link target pid name logs
  local -A writers=()
  logs=$(realpath "$log_dir")
  while read -r link target; do
    target=${target% (deleted)} name=${target#"$logs"/} name=${name%.log}
    [ "$target" = "$logs/$name.log" ] && is_one_of "$name" postgres simulator cleaner "${airflow_services[@]}" || continue
    pid=${link#/proc/}
    writers[${pid%/fd/1}]=$name
  done < <(find /proc/[0-9]*/fd/1 -maxdepth 0 -printf '%p %l\n' 2>/dev/null || true)
  for pid in "${!writers[@]}"; do
    name=${writers[$pid]}
    [ "$(pid_of "$name" || true)" != "$pid" ] && [ "$(session_of "$pid")" = "$pid" ] || continue
    [ "${writers[$(parent_of "$pid")]:-}" != "$name" ] && [ "/proc/$pid/ns/mnt" -ef /proc/self/ns/mnt ] || continue
    echo "$(started_at "$pid") $name $pid"
  done | sort -n | cut -d' ' -f2-
}

session_of() { sed -n 's/.*) //p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f4; }
parent_of() { sed -n 's/.*) //p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f2 | grep . || echo 0; }

# adopt_strays: a service whose pid file was lost gets it back; a double, or one whose port nobody knows, is ended.
adopt_strays() {
  local name pid port signal
  while read -r name pid <&8; do
    port=$name signal=TERM
    case $name in api-server) port=airflow ;; scheduler | dag-processor | triggerer | cleaner) port='' ;; postgres) signal=INT ;; esac
    if ! is_running "$name" && { [ -z "$port" ] || port_of "$port" >/dev/null; }; then
      printf '%s %s\n' "$pid" "$(started_at "$pid")" >"$run_dir/$name.pid"
      step "$name (process $pid) runs without its pid file: it has one again"
    else
      step "ending a $name of this clone that nothing knows any more (process $pid)"
      printf '%s %s\n' "$pid" "$(started_at "$pid")" >"$run_dir/$name.stray.pid"
      stop_process "$name.stray" "$signal"
    fi
  done 8< <(strays)
}

# start_process NAME FINGERPRINT COMMAND…: leaves it alone when it runs with the same fingerprint, else (re)starts it.
start_process() {
  local name=$1 fingerprint=$2 pid; shift 2
  if is_running "$name"; then
    [ "$(cat "$run_dir/$name.fingerprint" 2>/dev/null)" = "$fingerprint" ] && return 0
    stop_process "$name"
  fi
  (cd "$home" && exec setsid "$@") >>"$log_dir/$name.log" 2>&1 </dev/null 9>&- &
  pid=$!
  disown "$pid"
  printf '%s %s\n' "$pid" "$(started_at "$pid")" >"$run_dir/$name.pid"
  printf '%s' "$fingerprint" >"$run_dir/$name.fingerprint"
}

# stop_process NAME [SIGNAL]: asks it first, then the tasks it waits for, and after 40 s kills what is left of its session.
stop_process() {
  local name=$1 signal=${2:-TERM} pid tenths
  pid=$(pid_of "$name") || { rm -f "$run_dir/$name.pid"; return 0; }
  kill -s "$signal" -- "$pid" 2>/dev/null || true
  for tenths in $(seq 400); do
    is_running "$name" || break
    [ "$tenths" != 30 ] || signal_session "$pid" TERM tasks
    sleep 0.1
  done
  signal_session "$pid" KILL all
  rm -f "$run_dir/$name.pid" "$run_dir/$name.fingerprint"
}

# signal_session SESSION SIGNAL all|tasks: every process of a session, or only those in a group of their own: Airflow's
# running tasks, which end their program and report that, while the worker above them goes on listening.
signal_session() {
  local session=$1 signal=$2 whom=$3 stat pid
  for stat in /proc/[0-9]*/stat; do
    pid=${stat#/proc/} pid=${pid%/stat}
    read -r stat 2>/dev/null <"$stat" || continue
    # shellcheck disable=SC2086  # the words after the program's name: state, parent, group, session
    set -- ${stat##*) }
    [ "$4" = "$session" ] || continue
    [ "$whom" = all ] || [ "$3" != "$session" ] || continue
    kill -s "$signal" "$pid" 2>/dev/null || true
  done
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# port_of NAME: the port of a service as chosen at its last start.
port_of() { grep -xE '[0-9]{1,5}' "$run_dir/$1.port" 2>/dev/null; }

# choose_port NAME DEFAULT VARIABLE [PROCESS]: keeps the port of a running service; else the setting, the last one, the default,
# or, when somebody else sits there, the next free one.
choose_port() {
  local name=$1 default=$2 variable=$3 process=${4:-$1} port
  port=$(port_of "$name") || port=
  if is_running "$process" && [ "${!variable:-$port}" = "$port" ]; then return 0; fi
  if is_running "$process"; then stop_process "$process"; fi
  if [ -n "${!variable:-}" ]; then
    port=${!variable}
    port_taken "$port" && die "$variable=$port: another program listens on that port"
  else
    local wanted=${port:-$default}
    port=$wanted
    while port_taken "$port"; do port=$((port + 1)); done
    [ "$port" = "$wanted" ] || step "port $wanted is taken by another program: $name uses $port ($variable sets another)"
  fi
  echo "$port" >"$run_dir/$name.port"
}

# wait_until SECONDS COMMAND…: true as soon as COMMAND is.
wait_until() {
  local until=$((SECONDS + $1)); shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 0.2
  done
}

fingerprint_of() { sha256sum | cut -c1-16; }
