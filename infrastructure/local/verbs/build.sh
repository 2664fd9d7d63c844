# ./catavento build
# Builds the tasks when a source changed; with a container engine, their images too.
#
# Of images, this revision's and the one's before stay; older ones that this clone built and no container uses go.
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
