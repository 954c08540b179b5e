# shellcheck shell=bash disable=SC2154,SC2034 # scripts/playground sets what is used here and uses what is set
# A real MLflow server with a model trained on the sample data. It is left out where `make setup`
# could not install MLflow. Sourced by scripts/playground.d/embedded.bash.

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
  # What runs jobs would be seven processes more.
  spawn "$mlflow_pid_file" "$mlflow_log" env MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false \
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

start_mlflow() {
  local port already=''
  if ! has_mlflow; then
    say "left out: MLflow is not installed ('make setup' says why)"
    return
  fi
  port=$(cat "$mlflow_port_file" 2>/dev/null || echo 5000)
  if mlflow_is_running; then
    already='already running, '
  else
    stop_mlflow
    if port_is_taken "$port"; then port=0; fi
    start_mlflow_on "$port" || start_mlflow_on 0 || mlflow_failed
  fi
  mlflow_url=http://127.0.0.1:$(cat "$mlflow_port_file")
  say "$mlflow_url (${already}process $(cat "$mlflow_pid_file"), log ${mlflow_log#"$root/"})"
}

mlflow_failed() {
  tail -n 20 "$mlflow_log" >&2
  fail "MLflow does not start; its log is $mlflow_log"
}

# Trains on the rows of the sample database; the same rows are not trained on twice.
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

mlflow_is_running() { is_running "$mlflow_pid_file" "$mlflow_data" && [ -s "$mlflow_port_file" ]; }

# The server's workers are of its process group; they do not end with it by themselves.
stop_mlflow() {
  local pid
  if is_running "$mlflow_pid_file" "$mlflow_data"; then
    pid=$(head -n 1 "$mlflow_pid_file")
    kill -s KILL -- "-$pid" 2>/dev/null || true
  fi
  stop_process "$mlflow_pid_file" "$mlflow_data" KILL
}
