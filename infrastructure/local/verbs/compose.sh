# ./catavento compose ARGS…
# The compose command on this clone's containers, with all settings that the compose file asks for.
#
#   ./catavento compose ps
#   ./catavento compose logs -f scheduler
# shellcheck shell=bash

main() {
  in_containers || die 'this clone runs as processes: CATAVENTO_RUNNER=docker uses containers'
  need_engine
  choose_store
  [ -f "$home/.env" ] || die 'there is no .env yet: ./catavento up makes it'
  compose "$@"
}
