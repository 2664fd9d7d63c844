# Clocks: this machine's, PostgreSQL's, a container's, the source's.
# shellcheck shell=bash

check_clocks() {
  local here said=()
  if service_is_up postgres 2>/dev/null; then
    compare_clock PostgreSQL "$(as_superuser postgres 'SELECT extract(epoch FROM clock_timestamp())::bigint' 2>/dev/null)" 5
  fi
  if in_containers && service_is_up scheduler; then
    compare_clock "the scheduler's container" "$(docker exec "$(container_of scheduler)" date +%s 2>/dev/null)" 5
  fi
  [ "$(store_source)" != sigel ] || compare_clock 'the source' "$(clock_of_source)" 120
}

# compare_clock WHOSE SECONDS LIMIT: nothing to say where it did not answer.
compare_clock() {
  local off
  [[ $2 =~ ^[0-9]+$ ]] || return 0
  off=$(($2 - $(date +%s)))
  if [ "${off#-}" -gt "$3" ]; then finding FAIL "the clock of $1 is $off s off this machine's" 'set the clocks right (timedatectl set-ntp true): schedules and tokens go by them'
  else ok "the clock of $1 agrees with this machine's"; fi
}

# clock_of_source: from the Date of whatever it answers.
clock_of_source() {
  python3 - "${CATAVENTO_SIGEL_URL:-$aneel_url}" <<'PY' 2>/dev/null || true
import sys, urllib.error, urllib.request
from email.utils import parsedate_to_datetime
try:
    answer = urllib.request.urlopen(urllib.request.Request(sys.argv[1].partition("{")[0], method="HEAD"), timeout=5)
except urllib.error.HTTPError as refused:
    answer = refused
print(int(parsedate_to_datetime(answer.headers["Date"]).timestamp()))
PY
}
