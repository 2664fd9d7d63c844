# ./catavento build
# Builds the tasks when a source changed.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --help
  find_jdk
  ensure_packages
  build
}
