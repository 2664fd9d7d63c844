# The JDK, and the build of the tasks.
# shellcheck shell=bash

# find_jdk: sets JAVA_HOME to the first JDK 25 or newer.
find_jdk() {
  local candidate version
  for candidate in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || true)")")")" \
    /usr/lib/jvm/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ -f "$candidate/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
    if [ "${version:-0}" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  die "no JDK 25 found (looked in JAVA_HOME, on the path, in /usr/lib/jvm, /opt and ~/.sdkman).
  Install one, for example Eclipse Temurin 25 (adoptium.net) or 'sdk install java 25-tem', or point JAVA_HOME to it."
}

sources_fingerprint() {
  { cat "$JAVA_HOME/release"
    cd "$home" && find -H pom.xml .mvn tasks infrastructure/local/java-options infrastructure/local/train-aot-cache \
      \( -name target -o -path '*/src/test' \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum
  } | fingerprint_of
}

is_built() {
  local module
  [ "$(cat "$local_dir/built" 2>/dev/null)" = "$1" ] || return 1
  for module in "${apps[@]}"; do
    [ -f "$home/tasks/$module/target/quarkus-app/quarkus-run.jar" ] || return 1
  done
}

# build [OPTION…]: builds all tasks when a source changed.
build() {
  local fingerprint
  fingerprint=$(sources_fingerprint)
  is_built "$fingerprint" && return 0
  step "building the tasks (log: ${log_dir#"$home"/}/build.log)"
  maven package -Dmaven.test.skip=true -Dspotless.check.skip=true >"$log_dir/build.log" 2>&1 &
  local maven_pid=$! shown=0 line
  while kill -0 "$maven_pid" 2>/dev/null; do
    sleep 1
    while IFS= read -r line; do
      shown=$((shown + 1)); step "building $line"
    done < <(built_modules | tail -n +$((shown + 1)))
  done
  if ! wait "$maven_pid"; then
    build_errors "$log_dir/build.log" >&2 || tail -15 "$log_dir/build.log" >&2
    die "the build failed; the whole log is ${log_dir#"$home"/}/build.log"
  fi
  printf '%s' "$fingerprint" >"$local_dir/built"
}

# build_errors LOG: what Maven says went wrong, without its advice.
build_errors() {
  grep -E '^(\[ERROR\] .|training )' "$1" | grep -vE 'full stack trace|Re-run Maven|For more information|\[Help 1\] http|After correcting|mvn <args>' | head -25
}

built_modules() { sed -nE 's/^\[INFO\] Building (.+) [^ ]+ +(\[[0-9]+\/[0-9]+\])$/\1 \2/p' "$log_dir/build.log"; }

maven() {
  (cd "$home" && MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn -B -ntp -T 2 "$@")
}
