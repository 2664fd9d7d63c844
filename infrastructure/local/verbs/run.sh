# ./catavento run [--source demo|sigel|replay=DIR] [--day YYYY-MM-DD] [--force] [--store NAME]
# Sets up what is missing, publishes a day through Airflow and says what was published.
#
#   --source   demo: a generated fleet (default); sigel: ANEEL's service; replay=DIR: a recorded fleet
#   --day      the day to publish (default: yesterday in Brasília)
#   --force    do each step again though it is done for this day
#   --store    store to use (default: demo, production or replay, by source)
#
# The demo's telemetry follows: the three days up to that day, through telemetry_daily.
# Services stay up; ./catavento down stops them.
# shellcheck shell=bash

readonly dag=wind_fleet_daily telemetry_dag=telemetry_daily

main() {
  source=demo day=$(yesterday) force=()
  while [ $# -gt 0 ]; do
    case $1 in
      --source) [ $# -gt 1 ] || usage_error '--source needs demo, sigel or replay=DIR'; source=$2; shift ;;
      --source=*) source=${1#--source=} ;;
      --day) [ $# -gt 1 ] || usage_error '--day needs a date'; day=$2; shift ;;
      --day=*) day=${1#--day=} ;;
      --force) force=(--force) ;;
      *) unknown option "$1" --source --day --force --store --help ;;
    esac
    shift
  done
  check_past_day "$day"
  check_source
  store=${asked_store:-${CATAVENTO_STORE:-$(default_store_of "$source")}}
  check_store_name
  bring_up
  local code=0
  follow run "$dag" --day "$day" "${force[@]}" --note "store $store" || code=$?
  # Three days back from that day: what a night's run looks at.
  [ "$code" != 0 ] || [ "$source" != demo ] ||
    follow run "$telemetry_dag" --day "$(date -d "$day - 2 days" +%F)" --last-day "$day" "${force[@]}" --note "store $store" || code=$?
  [ "$code" != 75 ] || die 'the run was not followed to its end: ./catavento status tells how it stands'
  if [ "$code" != 0 ]; then
    say
    say "The run failed; nothing of it was published unless a line above says so. What was published before still stands."
    say "  ./catavento logs TASK $day     the task's whole log"
    where_to_look
    exit 1
  fi
  say
  summarize
  say
  say "Files:  $(export_dir)/wind_fleet/latest/"
  [ "$source" != demo ] || say "        $(export_dir)/telemetry/SOURCE/latest/"
  where_to_look
}
