# shellcheck shell=bash disable=SC2154,SC2034 # scripts/playground sets what is used here and uses what is set
# The playground that needs no container: a PostgreSQL of this machine, the embedded catalog, and
# MLflow where it is installed. Sourced by scripts/playground.

# shellcheck source=scripts/playground.d/postgresql.bash
. "$root/scripts/playground.d/postgresql.bash"
# shellcheck source=scripts/playground.d/mlflow.bash
. "$root/scripts/playground.d/mlflow.bash"

catalog_data=$state/catalog.db
catalog_url_file=$state/catalog.url
catalog_pid_file=$state/catalog.pid
catalog_port_file=$state/catalog.port
catalog_log=$state/catalog.log

# Before anything is stopped or moved to another port.
require_servers() {
  local name port
  for name in MLCATALOG_PLAYGROUND_PORT MLCATALOG_PLAYGROUND_MLFLOW_PORT; do
    port=${!name:-8585}
    if ! [[ $port =~ ^[1-9][0-9]{0,4}$ ]] || [ "$port" -gt 65535 ]; then
      complain "$name='$port' is no port; give a number from 1 to 65535"
      exit 64
    fi
  done
}

start_servers() {
  title "Sample database"
  start_postgresql
  sample_address=127.0.0.1:$postgresql_port
  title "Catalog"
  start_catalog
  title "Model registry"
  start_mlflow
  if has_mlflow; then train_model; fi
}

stop_servers() {
  stop_mlflow
  stop_catalog
  stop_postgresql
}

remove_servers() {
  stop_servers
  remove_postgresql
}

is_stopped() {
  ! is_running "$catalog_pid_file" "$catalog_data" && ! postgresql_is_running &&
    ! mlflow_is_running
}

# --- The catalog --------------------------------------------------------------------------------

# The port the caller wants, else the last one, else OpenMetadata's own.
preferred_port() {
  local last
  last=$(cat "$catalog_port_file" 2>/dev/null || true)
  echo "${MLCATALOG_PLAYGROUND_PORT:-${last:-8585}}"
}

# Whether the catalog runs on that port and no newer program has been built since it started.
catalog_serves() {
  is_running "$catalog_pid_file" "$catalog_data" && [ -s "$catalog_url_file" ] &&
    [ "$(cat "$catalog_port_file" 2>/dev/null)" = "$1" ] &&
    [ ! "$programs/mlcatalog-playground" -nt "$catalog_pid_file" ]
}

# Starts the catalog on a port (0: any free one); false when it ended before it listened.
start_catalog_on() {
  local pid
  rm -f "$catalog_url_file"
  spawn "$catalog_pid_file" "$catalog_log" "$programs/mlcatalog-playground" serve \
    --port "$1" --data "$catalog_data" --ready-file "$catalog_url_file"
  for _ in {1..300}; do
    if [ -s "$catalog_url_file" ]; then return 0; fi
    pid=$(cat "$catalog_pid_file" 2>/dev/null || true)
    if [ -n "$pid" ] && ! is_alive "$pid"; then return 1; fi
    sleep 0.1
  done
  return 1
}

start_catalog() {
  local port already=''
  port=$(preferred_port)
  if catalog_serves "$port"; then
    already='already running, '
  else
    if is_running "$catalog_pid_file" "$catalog_data"; then
      say "stopping the one that runs: its program or its port is no longer the one wanted"
    fi
    stop_catalog
    : >"$catalog_log"
    if port_is_taken "$port"; then
      say "port $port is taken, the catalog takes a free one;" \
        "MLCATALOG_PLAYGROUND_PORT=NUMBER before 'make run' chooses another"
      start_catalog_on 0 || catalog_failed
    elif ! start_catalog_on "$port"; then
      stop_catalog
      say "the catalog did not start on port $port: trying a free one"
      start_catalog_on 0 || catalog_failed
    fi
  fi
  catalog_url=$(cat "$catalog_url_file")
  echo "${catalog_url##*:}" >"$catalog_port_file"
  say "$catalog_url (${already}process $(cat "$catalog_pid_file"), log .playground/catalog.log)"
}

catalog_failed() {
  tail -n 20 "$catalog_log" >&2
  fail "the catalog does not start; its log is $catalog_log" \
    "if its data is of another version, 'make clean-playground' starts from nothing"
}

stop_catalog() {
  stop_process "$catalog_pid_file" "$catalog_data" TERM
  rm -f "$catalog_url_file"
}
