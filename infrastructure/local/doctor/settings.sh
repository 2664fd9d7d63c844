# Settings and .env: everything else rests on them.
# shellcheck shell=bash

# check_env_file: what other verbs would end at is told, and the rest is looked at all the same.
check_env_file() {
  local said name mode
  # shellcheck disable=SC2317  # load_settings calls it
  bad_setting() {
    finding FAIL "$(one_line "$1")" 'put it right: every verb ends there, and what follows does without it'
    [ -z "${2:-}" ] || unset "$2"
  }
  load_settings
  if said=$(choose_runner 2>&1); then choose_runner; else
    finding FAIL "$(one_line "$said")" 'put it right, or take the setting away'
    runner=$(cat "$local_dir/runner" 2>/dev/null || echo process)
  fi
  if [ ! -f "$home/.env" ]; then
    if ! in_containers; then ok 'settings: no .env, and none is needed for processes'
    elif engine_answers && recall_project && has_volume; then
      finding FAIL "there is no .env, but data of this installation ($(volumes_of_project | paste -sd' '))" 'put it back from your copy or a sealed backup'
    fi
    return 0
  fi
  mode=$(stat -c %a "$home/.env")
  [ "${mode: -2}" = 00 ] || finding warn ".env can be read by others (mode $mode) and holds passwords" 'chmod 600 .env'
  in_containers || return 0
  for name in "${container_secrets[@]}"; do
    if [ -z "${!name:-}" ]; then
      ! engine_answers || ! has_volume || finding FAIL "$name is missing in .env, and there is data that was made with one" \
        'take the line from your copy of .env or a sealed backup'
    elif ! said=$(check_secret "$name" 2>&1); then finding FAIL "$(one_line "$said")" 'take the line from your copy of .env'; fi
  done
}

one_line() { local text=${1#catavento: }; echo "${text//$'\n'/ }" | tr -s ' '; }
