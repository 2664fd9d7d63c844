# ./catavento bench [NAME]
# Measures: each benchmark prints its figures beside its target. ./catavento bench --list names them.
# shellcheck shell=bash

main() {
  [ -x "$home/infrastructure/bench/bench" ] || die 'there are no benchmarks yet'
  find_jdk
  ensure_packages
  build
  exec "$home/infrastructure/bench/bench" "$@"
}
