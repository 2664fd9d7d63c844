# Services: at work, and known to their pid files.
# shellcheck shell=bash

services_here() { if in_containers; then printf '%s\n' "${compose_services[@]}"; else printf '%s\n' postgres "${airflow_services[@]}"; fi; }

check_services() {
  local name pid service state up=() down=() starting=()
  if ! in_containers; then
    while read -r name pid <&8; do
      finding FAIL "a $name of this clone runs as process $pid without its pid file" './catavento up takes it back, ./catavento down ends it'
    done 8< <(strays)
  fi
  ! in_containers || engine_answers || return 0
  for service in $(services_here); do
    if in_containers; then state=$(container_state "$service"); else state=$(is_running "$service" && echo running || echo stopped); fi
    case $state in healthy | running) up+=("$service") ;; starting) starting+=("$service") ;; *) down+=("$service ($state)") ;; esac
  done
  [ ${#starting[@]} = 0 ] || finding warn "still starting: ${starting[*]}" 'wait a minute and ask again'
  if [ ${#up[@]} = 0 ] && [ ${#starting[@]} = 0 ]; then finding warn 'nothing is running' './catavento up starts everything'
  elif [ ${#down[@]} -gt 0 ]; then finding FAIL "not at work: ${down[*]}" "./catavento up starts it again; its log: $(where_logs_are)"
  elif [ ${#starting[@]} = 0 ]; then ok "services are at work: ${up[*]}"; fi
}

where_logs_are() { if in_containers; then echo './catavento compose logs SERVICE'; else echo "${log_dir#"$home"/}/SERVICE.log"; fi; }
