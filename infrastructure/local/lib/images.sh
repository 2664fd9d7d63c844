# Container images: all programs' and Airflow's, tagged by version and revision.
# shellcheck shell=bash

# What images are made from and services run; a setting names another, or the very one: NAME@sha256:DIGEST.
jre_image() { echo "${CATAVENTO_JRE_IMAGE:-eclipse-temurin:25-jre}"; }
airflow_image() { echo "${CATAVENTO_AIRFLOW_IMAGE:-apache/airflow:3.3.2}"; }
postgis_image() { echo "${CATAVENTO_POSTGIS_IMAGE:-postgis/postgis:17-3.5}"; }

# Each program is an image; the simulator and the gate are programs, but no tasks.
program_names() {
  local pom
  for pom in "$home"/tasks/*/pom.xml; do
    grep -qF quarkus-maven-plugin "$pom" || continue
    pom=${pom%/pom.xml}
    echo "${pom##*/}"
  done
}

# of_pom MODULE PROPERTY: a property's value in the module's pom, else in the parent's.
of_pom() {
  local value
  value=$(sed -n "s:.*<$2>\(.*\)</$2>.*:\1:p" "$home/tasks/$1/pom.xml")
  printf '%s' "${value:-$(sed -n "s:.*<$2>\(.*\)</$2>.*:\1:p" "$home/pom.xml")}"
}

version() { sed -n 's:^  <version>\(.*\)</version>:\1:p' "$home/pom.xml" | head -1; }

# What an image is made of; a commit that changes none of it makes no other image.
images_fingerprint() {
  { jre_image; airflow_image; cd "$home" && find -H pom.xml .mvn tasks dags infrastructure/docker infrastructure/airflow infrastructure/local/{java-options,train-aot-cache} \
      \( -name target -o -path '*/src/test' -o -path dags/tests -o -name __pycache__ \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum
  } | fingerprint_of
}

# image_tag: the version and the revision, or what changed since it; the one that was begun with, once it was.
image_tag() {
  local revision
  if [ -n "${CATAVENTO_IMAGE_TAG:-}" ]; then echo "$CATAVENTO_IMAGE_TAG"; return; fi
  revision=$(git -C "$home" rev-parse --short=12 HEAD 2>/dev/null) || revision=
  if [ -n "$revision" ] && [ -z "${CATAVENTO_JRE_IMAGE:-}${CATAVENTO_AIRFLOW_IMAGE:-}" ] && [ -z "$(git -C "$home" status --porcelain -- pom.xml tasks dags infrastructure 2>/dev/null)" ]; then
    echo "$(version)-$revision"
  else
    echo "$(version)-$(images_fingerprint)"
  fi
}

have_image() { docker image inspect "$1" >/dev/null 2>&1; }

# missing_images: those of the present code that are not there.
missing_images() {
  local tag name
  tag=$(image_tag)
  for name in $(program_names) airflow; do have_image "catavento/$name:$tag" || echo "$name"; done
}

# reuse_images: what another commit made of the same files needs a tag only.
reuse_images() {
  local name tag sources known
  tag=$(image_tag)
  sources=$(images_fingerprint)
  for name in $(missing_images); do
    known=$(docker images -q --filter "label=dev.catavento.sources=$sources" --filter "reference=catavento/$name" | head -1)
    [ -z "$known" ] || docker tag "$known" "catavento/$name:$tag"
  done
}

# build_images: all that are missing, from the built programs; those of long ago go.
build_images() {
  local missing
  reuse_images
  mapfile -t missing < <(missing_images)
  [ ${#missing[@]} = 0 ] || build_missing_images "${missing[@]}"
  remember_images "$(image_tag)"
}

build_missing_images() {
  local missing=("$@") names tag name log=$log_dir/images.log
  tag=$(image_tag)
  find_jdk
  ensure_maven
  build
  step "building ${#missing[@]} images $tag (log: ${log#"$home"/})"
  : >"$log"
  mapfile -t names < <(program_names)
  "$home/infrastructure/docker/stage" "$local_dir/images" "${names[@]}" >>"$log" 2>&1 ||
    { tail -3 "$log" >&2; die "the images' context could not be made; see ${log#"$home"/}"; }
  for name in "${missing[@]}"; do build_image "$name" "$tag" >>"$log" 2>&1 ||
    { tail -8 "$log" >&2; die "the image catavento/$name could not be built; the whole log is ${log#"$home"/}"; }
  done
}

# digest_of IMAGE: as the registry names it that it came from; nothing for one that came from none.
digest_of() { docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$1" 2>/dev/null | sed -n 's/.*@//p' | head -1; }

build_image() {
  local name=$1 tag=$2 recipe=task context=$local_dir/images base options=()
  if [ "$name" = airflow ]; then base=$(airflow_image); else base=$(jre_image); fi
  case $name in
    airflow) recipe=airflow context=$home ;;
    *) options=(--build-arg "TASK=$name" --build-arg "AOT_TRAINING_CODE=$(of_pom "$name" aot.training.code)"
      --build-arg "AOT_TRAINING_OPTIONS=$(of_pom "$name" aot.training.options)") ;;
  esac
  docker build --network=host -f "$home/infrastructure/docker/$recipe.Dockerfile" "${options[@]}" \
    --build-arg "BASE=$base" --build-arg "BASE_DIGEST=$(digest_of "$base")" --build-arg "VERSION=$(version)" --build-arg "REVISION=$(git -C "$home" rev-parse HEAD 2>/dev/null)" \
    --build-arg "SOURCES=$(images_fingerprint)" --build-arg "INSTALLATION=$(installation)" --build-arg "SOURCE_URL=$(git -C "$home" remote get-url origin 2>/dev/null | grep -E '^https?://' | sed 's://[^@/]*@://:')" \
    -t "catavento/$name:$tag" -t "catavento/$name:$(version)" "$context"
}

# installation: this clone's own name in the images that it builds; a copy of its folder has another.
installation() {
  local kept=$local_dir/installation
  [ -s "$kept" ] || head -c 9 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$kept"
  { cat "$kept"; printf '%s' "$home"; } | fingerprint_of
}

# remember_images TAG: the revisions this clone had images of, the newest last. A new one makes an old one too many.
remember_images() {
  local record=$local_dir/image-tags before
  [ "$(tail -n 1 "$record" 2>/dev/null)" != "$1" ] || return 0
  before=$({ grep -vxF "$1" "$record" || true; } 2>/dev/null)
  printf '%s\n' ${before:+"$before"} "$1" >"$record"
  remove_old_images "$record"
}

# remove_old_images RECORD: those that this clone built, whose revision is neither its present one nor the one before, and
# that no container was made of. What another clone built stays, and so does every revision that some container is of.
remove_old_images() {
  local record=$1 known kept image tag removed=0
  kept=$( (tail -n 2 "$record"; tags_of_containers) | with_versions)
  known=$(with_versions <"$record")
  while read -r image; do
    tag=${image##*:}
    grep -qxF -e "$tag" <<<"$known" && ! grep -qxF -e "$tag" <<<"$kept" || continue
    ! docker rmi "$image" >/dev/null 2>&1 || removed=$((removed + 1))
  done < <(docker images --filter "label=dev.catavento.installation=$(installation)" --format '{{.Repository}}:{{.Tag}}')
  [ "$removed" = 0 ] || step "removed $removed images of earlier revisions"
}

# with_versions: each tag, and the version in it, which is a tag too.
with_versions() { sed 'p; s/-[^-]*$//' | sort -u; }

tags_of_containers() { docker ps -a --format '{{.Image}}' | sed -n 's#^catavento/[^:]*:##p' | sort -u; }
