# Settings: the environment, then .env, then defaults. .env.example is the list of all names.
# shellcheck shell=bash

# Settings that .env gave, the environment having none.
declare -A of_env_file=()

known_settings() { sed -nE 's/^#? ?(CATAVENTO_[A-Z_]+)=.*/\1/p' "$home/.env.example"; }

load_settings() {
  local line key value names
  mapfile -t names < <(known_settings)
  if [ -f "$home/.env" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      [[ $line =~ ^[[:space:]]*([A-Za-z_][A-Za-z_0-9]*)=(.*)$ ]] || continue
      key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
      value=${value%$'\r'}
      if [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]]; then value=${BASH_REMATCH[1]}; fi
      [ -n "${!key+given}" ] || { export "$key=$value"; of_env_file[$key]=$value; }
    done <"$home/.env"
  fi
  while IFS= read -r key; do
    [[ $key == CATAVENTO_SECRET_* ]] && continue
    is_one_of "$key" "${names[@]}" || unknown_setting "$key" "${names[@]}"
  done < <(compgen -e | grep '^CATAVENTO_' || true)
}

unknown_setting() {
  local key=$1 near; shift
  near=$(nearest "$key" "$@")
  die "unknown setting $key${near:+; did you mean $near?} (.env.example lists all)"
}
