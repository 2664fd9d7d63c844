# ./catavento metrics [--to FILE] [--store NAME]
# Durations, rows, issues and completeness of the store as OpenMetrics text, on stdout or with --to into a file.
#
# The file is replaced whole, for the textfile collector of a node exporter:
#   */5 * * * *  /opt/catavento/catavento metrics --to /var/lib/node_exporter/catavento.prom
# infrastructure/metrics/ has a Grafana dashboard that shows them; its README says more.
# shellcheck shell=bash

main() {
  local to=''
  while [ $# -gt 0 ]; do
    case $1 in
      --to) [ -n "${2:-}" ] || usage_error '--to needs a file'; to=$2; shift ;;
      --to=*) to=${1#--to=} ;;
      *) unknown option "$1" --to --store --help ;;
    esac
    shift
  done
  choose_store
  need_store
  if [ -z "$to" ]; then store_metrics; return; fi
  store_metrics >"$to.new" || { rm -f "$to.new"; die "the metrics could not be read or written; $to is as it was"; }
  chmod 644 "$to.new"
  mv "$to.new" "$to"
}

store_metrics() { store_sql -q -At <"$home/infrastructure/metrics/openmetrics.sql"; }
