# ./catavento test [--only java|dags|shell]
# Runs everything that is tested, and says what ran, failed and was skipped, with the reasons.
#
# Tests start what they need on ports of their own and stop it again; services of this clone are left alone.
# shellcheck shell=bash

readonly test_venv=$home/.local/venv-test results=$home/.local/test-results

main() {
  local only='java dags shell' code=0
  while [ $# -gt 0 ]; do
    case $1 in
      --only) [ $# -gt 1 ] || usage_error '--only needs java, dags or shell'; only=$(part_of_tests "$2"); shift ;;
      --only=*) only=$(part_of_tests "${1#--only=}") ;;
      *) unknown option "$1" --only --help ;;
    esac
    shift
  done
  prepare_tests
  if [[ $only == *java*dags* ]]; then
    rm -f "$log_dir/test-java.log"
    test_java &
    local java=$!
    await_programs "$java"
    test_dags || code=1
    wait "$java" || code=1
  else
    [[ $only != *java* ]] || test_java || code=1
    [[ $only != *dags* ]] || test_dags || code=1
  fi
  [[ $only != *shell* ]] || test_shell || code=1
  tally "$only" || code=1
  exit "$code"
}

part_of_tests() { is_one_of "$1" java dags shell || unknown 'part of the tests' "$1" java dags shell; echo "$1"; }

prepare_tests() {
  find_jdk
  ensure_packages
  ensure_shellcheck
  ensure_browser
  find_postgres || die 'no PostgreSQL with PostGIS found'
  if [ -z "${CATAVENTO_SHARED_DATA:-}" ] && [ -d "$home/../shared/data" ]; then
    CATAVENTO_SHARED_DATA=$(cd "$home/../shared/data" && pwd)
    export CATAVENTO_SHARED_DATA
  fi
  install_python "$venv" "$airflow_set_up/requirements.lock"
  install_python "$test_venv" "$airflow_set_up/requirements.lock" "$airflow_set_up/test-requirements.lock"
  rm -rf "$results"
  mkdir -p "$results"
}

# All modules, formatting and architecture included; the reports of earlier builds are not counted.
test_java() {
  step "testing the tasks (log: ${log_dir#"$home"/}/test-java.log)"
  find "$home/tasks" -path '*/target/*-reports' -prune -exec rm -rf {} +
  local fingerprint
  fingerprint=$(sources_fingerprint)
  if maven verify --fail-at-end >"$log_dir/test-java.log" 2>&1; then
    printf '%s' "$fingerprint" >"$local_dir/built"
  else
    build_errors "$log_dir/test-java.log" >&2
    echo "Maven ended with an error: ${log_dir#"$home"/}/test-java.log" >"$results/maven.failed"
    return 1
  fi
}

# await_programs PID: until Maven has built and tested every program and is at the tests of the whole, or has ended. Those
# wait more than they work, and the DAGs' too, so both run side by side.
await_programs() {
  local fingerprint
  fingerprint=$(sources_fingerprint)
  while kill -0 "$1" 2>/dev/null; do
    if grep -q 'Building Catavento :: system-tests' "$log_dir/test-java.log" 2>/dev/null; then
      printf '%s' "$fingerprint" >"$local_dir/built"
      return
    fi
    sleep 1
  done
}

# In real Airflow, with the tasks as built.
test_dags() {
  step "testing the DAGs and the script (log: ${log_dir#"$home"/}/test-dags.log)"
  build
  "$test_venv/bin/python" -m pytest -c "$home/dags/tests/pytest.ini" "$home/dags/tests" "$home/infrastructure/local/tests" \
    --junitxml="$results/dags.xml" >"$log_dir/test-dags.log" 2>&1 && return
  tail -60 "$log_dir/test-dags.log" >&2
  return 1
}

shell_files() { printf '%s\n' "$home"/{catavento,.ci/run} "$home"/infrastructure/local/{task,train-aot-cache,lib/*.sh,verbs/*.sh,doctor/*.sh} "$home"/infrastructure/airflow/lock "$home"/infrastructure/docker/{stage,airflow/*} "$home"/infrastructure/postgis/{set-up-cluster,dump-databases,restore-databases}; }

test_shell() {
  command -v shellcheck >/dev/null || { echo 'shellcheck is not installed' >"$results/shellcheck.skipped"; return 0; }
  step 'checking the shell scripts'
  # The parts share variables across files, which shellcheck sees one at a time.
  shell_files | xargs shellcheck -x -e SC1090,SC1091,SC2015,SC2034,SC2154 >&2 && echo >"$results/shellcheck.passed" && return
  echo >"$results/shellcheck.failed"
  return 1
}

ensure_shellcheck() {
  command -v shellcheck >/dev/null || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null ||
    install_packages shellcheck >>"$log_dir/packages.log" 2>&1 || true
}

# The UI is tested in containers only.
ensure_browser() {
  command -v chromium >/dev/null || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || ! engine_answers ||
    install_packages chromium >>"$log_dir/packages.log" 2>&1 || true
}

tally() {
  local reports=()
  [[ $1 != *java* ]] || mapfile -t reports < <(find "$home/tasks" -path '*/target/*-reports/TEST-*.xml')
  say
  python3 "$home/infrastructure/local/tally" "$results" "${reports[@]}"
}
