# shellcheck shell=bash disable=SC2154,SC2034 # scripts/playground sets what is used here and uses what is set
# A real MLflow server with a model trained on the sample data. It is left out where `make setup`
# could not install MLflow. It listens on the port MLCATALOG_PLAYGROUND_MLFLOW_PORT; without it on
# that of its last run, or 5000. Sourced by scripts/playground.d/embedded.bash.

mlflow_python=${MLCATALOG_CACHE:-$root/.cache}/venv-mlflow-3/bin/python
mlflow_data=$state/mlflow
mlflow_pid_file=$state/mlflow.pid
mlflow_port_file=$state/mlflow.port
mlflow_log=$state/mlflow.log
registered_model=delivery-times
registered_alias=champion
mlflow_url=

has_mlflow() { [ -x "$mlflow_python" ]; }

# Starts the server on a port (0: any free one); false when it ended before it listened.
start_mlflow_on() {
  local port pid
  mkdir -p "$mlflow_data"
  : >"$mlflow_log"
  # What runs jobs would be seven processes more. The command `mlflow server` starts another that
  # does the work and says nothing of the data; the variable with our name marks both.
  spawn "$mlflow_pid_file" "$mlflow_log" env MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false \
    MLCATALOG_PLAYGROUND_DATA="$mlflow_data" \
    "$mlflow_python" -m mlflow server --host 127.0.0.1 --port "$1" --workers 1 \
    --backend-store-uri "sqlite:///$mlflow_data/registry.db" \
    --artifacts-destination "$mlflow_data/artifacts"
  for _ in {1..1200}; do
    port=$(sed -nE 's/.*Uvicorn running on http:..127\.0\.0\.1:([0-9]+).*/\1/p' "$mlflow_log" | tail -n 1)
    if [ -n "$port" ]; then
      echo "$port" >"$mlflow_port_file"
      return 0
    fi
    pid=$(cat "$mlflow_pid_file" 2>/dev/null || true)
    if [ -n "$pid" ] && ! is_alive "$pid"; then return 1; fi
    sleep 0.1
  done
  return 1
}

# The port the caller wants, else the last one, else MLflow's own.
preferred_mlflow_port() {
  local last
  last=$(cat "$mlflow_port_file" 2>/dev/null || true)
  echo "${MLCATALOG_PLAYGROUND_MLFLOW_PORT:-${last:-5000}}"
}

start_mlflow() {
  local port already=''
  if ! has_mlflow; then
    say "left out: MLflow is not installed ('make setup' says why)"
    return
  fi
  port=$(preferred_mlflow_port)
  if mlflow_serves "$port"; then
    already='already running, '
  else
    if mlflow_is_running; then
      say "stopping the one that runs: it has ended in part, or its port is no longer the one wanted"
    fi
    stop_mlflow
    if port_is_taken "$port"; then
      say "port $port is taken, MLflow takes a free one;" \
        "MLCATALOG_PLAYGROUND_MLFLOW_PORT=NUMBER before 'make run' chooses another"
      start_mlflow_on 0 || mlflow_failed
    elif ! start_mlflow_on "$port"; then
      stop_mlflow
      say "MLflow did not start on port $port: trying a free one"
      start_mlflow_on 0 || mlflow_failed
    fi
  fi
  mlflow_url=http://127.0.0.1:$(cat "$mlflow_port_file")
  say "$mlflow_url (${already}process $(cat "$mlflow_pid_file"), log ${mlflow_log#"$root/"})"
}

mlflow_failed() {
  tail -n 20 "$mlflow_log" >&2
  fail "MLflow does not start; its log is $mlflow_log"
}

# Trains on the rows of the sample database, unless the model is registered already.
train_model() {
  local rows=$state/orders.csv
  "$(postgresql_programs)/psql" -q -v ON_ERROR_STOP=1 \
    "postgresql://openmetadata_user:password@$sample_address/postgres" -c "
      COPY (
        SELECT created_at, last_update, rating, average_price, premium FROM orders
        JOIN restaurants USING (restaurant_id) JOIN users USING (user_id) ORDER BY order_id
      ) TO STDOUT WITH (FORMAT csv, HEADER)" >"$rows" </dev/null
  say "$(env HOME="$mlflow_data" NO_PROXY=127.0.0.1 no_proxy=127.0.0.1 \
    "$mlflow_python" -B -W ignore "$root/scripts/playground.d/train-model.py" "$mlflow_url" \
    "$registered_model" "$registered_alias" <"$rows" 2>>"$mlflow_log")"
}

# Whether the server runs and listens on that port.
mlflow_serves() {
  is_running "$mlflow_pid_file" "$mlflow_data" &&
    [ "$(cat "$mlflow_port_file" 2>/dev/null)" = "$1" ] && port_is_taken "$1"
}

mlflow_is_running() { group_is_running "$mlflow_pid_file" "$mlflow_data"; }

# The first process does not take those that it started with it, and may have ended before them.
stop_mlflow() { stop_group "$mlflow_pid_file" "$mlflow_data"; }
