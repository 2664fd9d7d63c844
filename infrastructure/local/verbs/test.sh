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
  [[ $only == shell ]] || build
  # They wait more than they work, so they run side by side.
  local lanes=() lane
  [[ $only != *java* ]] || { test_java & lanes+=($!); }
  [[ $only != *dags* ]] || { test_dags stack stack & lanes+=($!); test_dags dags 'not stack' & lanes+=($!); }
  for lane in "${lanes[@]}"; do wait "$lane" || code=1; done
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

# All modules, formatting and architecture included; the reports of earlier builds are not counted. The programs stay as
# built, so that nothing changes under who runs them meanwhile.
test_java() {
  local why
  # What failed is in the reports; nothing is left out for it.
  local all=(--fail-at-end -Dmaven.test.failure.ignore=true) as_built=(-Dquarkus.build.skip=true -Dexec.skip=true -Dmdep.skip=true -Dcyclonedx.skip=true)
  step "testing the tasks (log: ${log_dir#"$home"/}/test-java.log)"
  find "$home/tasks" -path '*/target/*-reports' -prune -exec rm -rf {} +
  if ! maven verify "${all[@]}" "${as_built[@]}" >"$log_dir/test-java.log" 2>&1; then
    build_errors "$log_dir/test-java.log" >&2
    why='Maven ended with an error'
  # Of tests whose process died or took too long there may be no report, and what failed is ignored: the log alone tells.
  elif why=$(grep -Em1 'forked VM terminated|There was a timeout|error in the forked process' "$log_dir/test-java.log"); then :
  else return 0; fi
  echo "$why: ${log_dir#"$home"/}/test-java.log" >"$results/maven.failed"
  return 1
}

# test_dags NAME MARKED: in real Airflow, with the tasks as built; stack: those of the installation in containers.
test_dags() {
  local log=$log_dir/test-$1.log folder code=0
  # of its own: pytest closes the folder that all its runs share to others, among them a cluster's own user, whenever one begins
  folder=$(mktemp -d -t catavento-tests-XXXXXX)
  step "testing the DAGs and the script, $2 (log: ${log#"$home"/})"
  "$test_venv/bin/python" -m pytest -c "$home/dags/tests/pytest.ini" -m "$2" "$home/dags/tests" "$home/infrastructure/local/tests" \
    --basetemp="$folder/$1" --junitxml="$results/$1.xml" >"$log" 2>&1 || code=1
  rm -rf "$folder"
  [ "$code" = 0 ] || tail -60 "$log" >&2
  return "$code"
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
