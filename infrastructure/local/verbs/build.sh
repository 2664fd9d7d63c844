# ./catavento build
# Builds the tasks when a source changed; with a container engine, their images too.
# shellcheck shell=bash

main() {
  [ $# = 0 ] || unknown option "$1" --help
  if in_containers; then
    need_engine
    build_images
    say "Images of $(image_tag) are there."
    return
  fi
  find_jdk
  ensure_maven
  build
}
