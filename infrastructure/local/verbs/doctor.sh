# ./catavento doctor [--store NAME]
# Looks for what is wrong here and says what to do about it; ends with 1 when something was found.
#
# A line each: ok, warn (works, but will not for long or not as meant) or FAIL (does not work). It changes nothing.
# shellcheck shell=bash

found=0

ok() { printf 'ok    %s\n' "$1"; }
# finding warn|FAIL WHAT WHAT_TO_DO
finding() { found=1; printf '%-5s %s — %s\n' "$1" "$2" "$3"; }

main() {
  [ $# = 0 ] || unknown option "$1" --store --help
  local part
  for part in settings engine services ports secrets airflow store clock disk; do
    # shellcheck source=/dev/null
    . "$home/infrastructure/local/doctor/$part.sh"
  done
  check_env_file
  choose_store
  check_runner
  check_services
  check_ports
  check_logins
  check_airflow
  check_store
  check_clocks
  check_disks
  check_exports_owner
  exit "$found"
}
