# Words to people, words nearest to a mistyped one, and secrets.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }
step() { printf '%s  %s\n' "$(date +%T)" "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() { warn "catavento: $*"; exit 1; }
usage_error() { warn "catavento: $*"; exit 2; }

# nearest WORD CANDIDATE…: the candidate with the fewest changed letters, or nothing where all are far away.
nearest() {
  local word=$1; shift
  printf '%s\n' "$@" | awk -v word="$word" '
    function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }
    function distance(s, t,   m, n, i, j, d) {
      m = length(s); n = length(t)
      for (i = 0; i <= m; i++) d[i, 0] = i
      for (j = 0; j <= n; j++) d[0, j] = j
      for (i = 1; i <= m; i++) for (j = 1; j <= n; j++)
        d[i, j] = least(d[i-1, j] + 1, d[i, j-1] + 1, d[i-1, j-1] + (substr(s, i, 1) != substr(t, j, 1)))
      return d[m, n]
    }
    { d = distance(word, $0); if (best == "" || d < least_d) { best = $0; least_d = d } }
    END { if (least_d <= 2 + length(word) / 3) print best }'
}

# is_one_of WORD CANDIDATE…
is_one_of() {
  local word=$1 candidate; shift
  for candidate in "$@"; do [ "$candidate" != "$word" ] || return 0; done
  return 1
}

# unknown KIND WORD CANDIDATE…: says what was probably meant and ends with 2.
unknown() {
  local kind=$1 word=$2 near; shift 2
  near=$(nearest "$word" "$@")
  [ -n "$near" ] || [ $# -gt 8 ] || { usage_error "unknown $kind $word; there are: $*"; }
  usage_error "unknown $kind $word${near:+; did you mean $near?}"
}

# secret NAME: the value kept under NAME, made at random on first use.
secret() {
  local name=$1 value
  value=$(sed -n "s/^$name=//p" "$secrets_file" 2>/dev/null) || true
  if [ -z "$value" ]; then
    value=$(head -c 18 /dev/urandom | od -An -tx1 | tr -d ' \n')
    (umask 077; printf '%s=%s\n' "$name" "$value" >>"$secrets_file")
  fi
  printf '%s' "$value"
}

# in_lane NAME COMMAND…: runs COMMAND in the background; all_lanes waits and fails when one failed.
declare -A lane_pids=()
in_lane() {
  local name=$1; shift
  "$@" &
  lane_pids[$name]=$!
}
all_lanes() {
  local name failed=0
  for name in "${!lane_pids[@]}"; do
    if ! wait "${lane_pids[$name]}"; then failed=1; fi
  done
  lane_pids=()
  [ "$failed" = 0 ] || die "not everything could be prepared; the lines above say what"
}
await_lane() {
  wait "${lane_pids[$1]}" || { stop_lanes; die "$1 failed; the lines above say why"; }
  unset "lane_pids[$1]"
}
refuse() { stop_lanes; die "$@"; }
stop_lanes() {
  local pid
  for pid in "${lane_pids[@]}"; do kill "$pid" 2>/dev/null || true; done
}
