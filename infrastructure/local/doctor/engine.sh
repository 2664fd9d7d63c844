# What the runner needs: an engine with images, or programs of this machine.
# shellcheck shell=bash

check_runner() { if in_containers; then check_engine; else check_programs; fi; }

check_engine() {
  local image missing
  if ! command -v docker >/dev/null; then finding FAIL 'there is no docker command' 'install a container engine, or use CATAVENTO_RUNNER=process'; return; fi
  if ! engine_answers; then
    finding FAIL "the container engine does not answer ($(docker version --format '{{.Server.Version}}' 2>&1 | tail -1))" \
      'sudo systemctl start docker, or ask for the right to use its socket (group docker)'
    return
  fi
  ok "the container engine answers: $(docker version --format '{{.Server.Version}}')"
  have_compose || finding FAIL 'neither "docker compose" nor docker-compose is installed' 'install one of them'
  for image in "$(jre_image)" "$(postgis_image)" "$(airflow_image)"; do
    have_image "$image" || finding FAIL "the base image $image is missing" "docker pull $image"
  done
  missing=$(missing_images | paste -sd' ')
  if [ -n "$missing" ]; then finding warn "no image of the present code ($(image_tag)) for: $missing" './catavento build makes them, and so does the next up'
  else ok "images of $(image_tag) are there"; fi
  check_age_of_containers
}

# check_age_of_containers: each image says of which sources it was made.
check_age_of_containers() {
  local service id sources present old=()
  [ -n "$(project_name)" ] || return 0
  present=$(images_fingerprint)
  for service in engine-gate api-server scheduler dag-processor triggerer; do
    id=$(container_of "$service")
    [ -n "$id" ] || continue
    sources=$(docker inspect "$id" --format '{{index .Config.Labels "dev.catavento.sources"}}')
    [ "$sources" = "$present" ] || old+=("$service")
  done
  [ ${#old[@]} = 0 ] || finding warn "containers of other code than this: ${old[*]}" './catavento up starts them anew'
}

check_programs() {
  local missing fingerprint
  missing=$(missing_packages | paste -sd' ')
  [ -z "$missing" ] || finding FAIL "programs are missing: $missing" "sudo apt-get install --no-install-recommends $missing"
  if ! (find_jdk 2>/dev/null); then finding FAIL 'no JDK 25 was found' 'install Eclipse Temurin 25, or point JAVA_HOME to one'; return; fi
  find_jdk
  fingerprint=$(sources_fingerprint)
  if is_built "$fingerprint"; then ok 'the tasks are built from the present code'
  else finding warn 'the tasks are not built, or older than the code' './catavento build'; fi
}
