# The store: there, and of this version's schema.
# shellcheck shell=bash

check_store() {
  local newest has said
  service_is_up postgres 2>/dev/null || return 0
  newest=$(printf '%s\n' "$home"/tasks/store/src/main/resources/db/migration/V*.sql | sed 's:.*/V0*\([0-9]*\)__.*:\1:' | sort -n | tail -1)
  said=$(as_superuser "catavento_$store" "SELECT coalesce(max(version::numeric), 0) FROM ops.flyway_schema_history WHERE success" 2>&1) || {
    if [[ $said == *'does not exist'* ]]; then finding warn "there is no store $store yet" "./catavento run --store $store makes it"; fi
    return 0
  }
  has=${said%%.*}
  if [ "$has" -lt "$newest" ]; then finding FAIL "the store $store has schema $has, this version has $newest" './catavento up migrates it'
  elif [ "$has" -gt "$newest" ]; then finding FAIL "the store $store has schema $has, which is newer than this version's $newest" 'use the version that made it, or restore a backup of before'
  else ok "the store $store has this version's schema ($newest)"; fi
}
