# ./catavento backfill DAG FROM TO
# Runs a DAG for each day from FROM to TO, both included, one after the other, and prints what became of each.
#
# Days that have run are run again: each step knows what is done. SIGEL serves no history, so a day without a capture
# ends with "nothing to do" unless the source is an archive by day (the demo's is).
# shellcheck shell=bash

main() {
  [ $# = 3 ] || usage_error 'usage: ./catavento backfill DAG FROM TO'
  local dags
  mapfile -t dags < <(dag_names)
  is_one_of "$1" "${dags[@]}" || unknown DAG "$1" "${dags[@]}"
  check_past_day "$2"
  check_past_day "$3"
  [[ ! $2 > $3 ]] || usage_error "FROM ($2) lies after TO ($3)"
  choose_store
  source=$(store_source)
  bring_up
  follow backfill "$1" "$2" "$3"
}
