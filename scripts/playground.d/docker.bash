# shellcheck shell=bash disable=SC2154,SC2034 # scripts/playground sets what is used here and uses what is set
# The playground with OpenMetadata itself, in the containers of docker/docker-compose.yml. Sourced
# by scripts/playground.

compose_file=$root/docker/docker-compose.yml
oldest_compose=2.20
remedy="or leave PLAYGROUND=docker out: the embedded catalog needs no Docker"

compose() { docker compose --file "$compose_file" "$@" </dev/null; }

# Only an engine can start, stop and remove what it holds: without one nothing of that is a success.
require_servers() {
  local version answer
  if ! command -v docker >/dev/null; then
    fail_unavailable "no 'docker' found on PATH" \
      "install it as described at https://docs.docker.com/engine/install/," "$remedy"
  fi
  if ! version=$(docker compose version --short 2>/dev/null); then
    fail_unavailable "this 'docker' has no 'compose'" \
      "install Compose $oldest_compose or later: https://docs.docker.com/compose/install/," "$remedy"
  fi
  if [ "$(printf '%s\n' "$oldest_compose" "${version#v}" | sort -V | head -n 1)" != "$oldest_compose" ]; then
    fail_unavailable "'docker compose' is version $version, $oldest_compose or later is needed" \
      "install a newer one: https://docs.docker.com/compose/install/," "$remedy"
  fi
  if ! answer=$(docker info --format '{{.MemTotal}}' 2>&1); then
    fail_unavailable "no Docker engine answers: ${answer##*$'\n'}" "start it," "$remedy"
  fi
  if [[ $answer =~ ^[0-9]+$ ]] && [ "$answer" -lt 6000000000 ]; then
    complain "note: the engine has $((answer / 1000000)) MB of memory, OpenMetadata asks for 6 GB"
  fi
}

start_servers() {
  title "OpenMetadata and the sample database, in containers"
  say "the first time some gigabytes are fetched; until all servers are healthy it takes minutes"
  if ! compose up --detach --wait --wait-timeout 1200; then
    compose ps --all >&2 || true
    fail "the containers did not become healthy; docker compose --file $compose_file logs tells more" \
      "if a port is taken, docker/.env.example says how to choose others"
  fi
  catalog_url=http://$(published_address openmetadata-server 8585)
  sample_address=$(published_address sample-postgresql 5432)
  say "$catalog_url (OpenMetadata), $sample_address (PostgreSQL with the sample database)"
}

# Where a container's port is to be reached from this machine.
published_address() {
  local address
  address=$(compose port "$1" "$2" | head -n 1)
  if [ -z "$address" ]; then fail "the port of the container '$1' is not published"; fi
  printf '%s\n' "$address"
}

is_stopped() { [ -z "$(compose ps --quiet --status running)" ]; }

stop_servers() { compose stop; }

remove_servers() { compose --profile '*' down --volumes --remove-orphans; }
