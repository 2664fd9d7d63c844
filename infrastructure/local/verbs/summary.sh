# ./catavento summary [--store NAME]
# What the store holds: turbines, plants and MW by status and state, issues, and how old the source is.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --store --help
  choose_store
  need_store
  summarize
}
