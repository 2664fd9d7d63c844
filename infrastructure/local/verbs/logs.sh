# ./catavento logs TASK [DAY]
# The log of a task's last run, in whichever DAG has it, or of its last run for a day, as Airflow keeps it.
# shellcheck shell=bash

main() {
  [ $# -ge 1 ] && [ $# -le 2 ] || usage_error 'usage: ./catavento logs TASK [DAY]'
  [ $# = 1 ] || check_day "$2"
  service_is_up api-server || die 'Airflow is not running: ./catavento up starts it'
  console log "$1" ${2:+--day "$2"}
}
