# Which source a run reads.
# shellcheck shell=bash

# check_source: makes a replay's folder absolute, and refuses anything but demo, sigel and replay=DIR.
check_source() {
  case $source in
    demo | sigel) ;;
    replay=*)
      [ -d "${source#replay=}" ] || usage_error "there is no folder ${source#replay=}"
      source=replay=$(cd "${source#replay=}" && pwd)
      compgen -G "${source#replay=}/*.csv" >/dev/null || compgen -G "${source#replay=}/*.esri.json" >/dev/null ||
        usage_error "${source#replay=} holds no recorded fleet: neither a CSV of the whole fleet nor *.esri.json" ;;
    *) unknown source "$source" demo sigel replay=DIR ;;
  esac
}

source_in_words() {
  case $1 in
    demo) echo 'the generated demo fleet' ;;
    sigel) echo "ANEEL's SIGEL" ;;
    replay=*) echo "the recorded fleet in ${1#replay=}" ;;
  esac
}
