# Which source a run reads.
# shellcheck shell=bash

# check_source: makes a replay's folder absolute, and refuses anything but demo, sigel and replay=DIR.
check_source() {
  case $source in
    demo | sigel) ;;
    replay=*)
      [ -d "${source#replay=}" ] || usage_error "there is no folder ${source#replay=}"
      source=replay=$(cd "${source#replay=}" && pwd)
      compgen -G "${source#replay=}/*.csv" >/dev/null || compgen -G "${source#replay=}/*.esri.json" >/dev/null ||
        usage_error "${source#replay=} holds no recorded fleet: neither a CSV of the whole fleet nor *.esri.json" ;;
    *) unknown source "$source" demo sigel replay=DIR ;;
  esac
}

source_in_words() {
  case $1 in
    demo) echo 'the generated demo fleet' ;;
    sigel) echo "ANEEL's SIGEL" ;;
    replay=*) echo "the recorded fleet in ${1#replay=}" ;;
  esac
}

# sources_file: sources.yaml of telemetry: in the store demo the demo's own; elsewhere the one that is named, else
# sources/sources.yaml where it is, else the demo's own beside the demo's fleet; nothing where there is none.
sources_file() {
  local file=${CATAVENTO_SOURCES:-} of_demo=$local_dir/demo-sources/sources.yaml
  if is_made_up "$(store_source)"; then file=$of_demo; [ -f "$file" ] || return 0
  elif [ -n "$file" ]; then [[ $file == /* ]] || file=$home/$file
  elif [ -n "${CATAVENTO_TELEMETRY_URL:-}" ]; then return 0
  elif [ -f "$home/sources/sources.yaml" ]; then file=$home/sources/sources.yaml
  elif [ "$(store_source)" = demo ] && [ -f "$of_demo" ]; then file=$of_demo
  else return 0; fi
  echo "$file"
}

# is_made_up SOURCE: whether $store with that source is the demo, all of whose data are called made-up.
is_made_up() { [ "$store" = demo ] && [ "$1" = demo ]; }

# check_telemetry SOURCE: what was measured is not published as made-up: the store demo takes no telemetry but the demo's.
check_telemetry() {
  local name where
  is_made_up "$1" || return 0
  for name in CATAVENTO_SOURCES CATAVENTO_TELEMETRY_URL; do
    where='the environment'
    [ -z "${of_env_file[$name]:-}" ] || where=.env
    [ -z "${!name:-}" ] ||
      die "$name in $where names telemetry of your own, but the store demo holds what is made-up: give it a store of its own (--store NAME), or take the setting away"
  done
}

# sources_folder: the folder of sources.yaml as the engine's machine names it, for tasks in containers, who may read all of it.
sources_folder() {
  local file folder
  file=$(sources_file)
  [ -n "$file" ] || return 0
  [ -f "$file" ] || die "there is no file $file: CATAVENTO_SOURCES is the path of sources.yaml"
  folder=$(cd "$(dirname "$file")" && pwd -P)
  case $home/ in "$folder"/*) die "$file needs a folder of its own, such as $home/sources: tasks may read all that lies beside it" ;; esac
  [[ $folder =~ ^/[A-Za-z0-9_./-]+$ ]] || die "the folder of $file may have letters, digits, _, -, . and / in its name only, for tasks in containers"
  echo "$folder"
}

# write_demo_sources ADDRESS: the demo's telemetry: a hundred turbines of the simulator, a sample a minute, in two parts.
write_demo_sources() {
  local file=$local_dir/demo-sources/sources.yaml
  mkdir -p "${file%/*}"
  chmod 755 "${file%/*}"
  { cat <<YAML
# Made by ./catavento for the demo, anew at each start. Sources of your own: docs/adding-a-source.md.
sources:
  - name: demo
    kind: samples
    dialect: sensors
    address: $1
    zone: "-03:00"
    stamps: start
    cadence: 1 min
    shards: 2
    rated_power_kw: 4200
    signals:
      wind_speed: {column: wind_speed}
      power: {column: power}
      ambient_temperature: {column: ambient_temperature}
    turbine_parameter: turbine_id
    turbines:
YAML
    printf '      T-%04d:\n' $(seq 100)
  } >"$file.new"
  chmod 644 "$file.new"
  mv "$file.new" "$file"
}
