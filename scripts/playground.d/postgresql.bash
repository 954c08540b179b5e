# shellcheck shell=bash disable=SC2154 # who sources it sets root and state
# A PostgreSQL with the sample database, apart from any other on the machine: loopback only, a
# port of its own, no socket file, a superuser with a random password. Sourced by scripts/playground and
# scripts/sample-database.

# PostgreSQL refuses to run as root; then another user runs it, who cannot reach a folder below a
# private home, so its data lies in a folder of ours under /tmp.
if [ "$(id -u)" -eq 0 ]; then
  postgresql_user=$(id -un postgres 2>/dev/null || echo nobody)
  postgresql_folder=/tmp/mlcatalog-playground-0-$(printf '%s' "$state" | cksum | cut -d ' ' -f 1)
else
  postgresql_user=
  postgresql_folder=$state/postgresql
fi
postgresql_data=$postgresql_folder/data
postgresql_password=$postgresql_folder/password
postgresql_stamp=$postgresql_folder/stamp
postgresql_port_file=$postgresql_folder/port
postgresql_pid_file=$postgresql_data/postmaster.pid
sample_scripts=("$root"/docker/postgres/*.sql)

# Runs a command as the user who owns the data.
as_postgresql_user() {
  (
    close_descriptors
    cd /
    if [ -n "$postgresql_user" ]; then
      exec runuser -u "$postgresql_user" -- "$@"
    else
      exec "$@"
    fi
  ) </dev/null
}

# The folder of PostgreSQL's programs, the newest installed.
postgresql_programs() {
  local folder
  while read -r folder; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
      printf '%s\n' "$folder"
      return
    fi
  done < <(
    printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV
    pg_config --bindir 2>/dev/null
    dirname "$(readlink -f "$(command -v initdb)" 2>/dev/null)" 2>/dev/null
  )
  fail "no PostgreSQL server found: run 'make setup'"
}

# Changes whenever the sample database or the server's version does.
postgresql_fingerprint() {
  { "$1/postgres" --version && cat "${sample_scripts[@]}"; } | cksum
}

make_postgresql_folder() {
  if [ -z "$postgresql_user" ]; then
    mkdir -p "$postgresql_folder"
  elif ! mkdir -m 0755 "$postgresql_folder" 2>/dev/null; then
    # The name is known to all and /tmp is open to all: use only what is ours.
    if [ -L "$postgresql_folder" ] || [ ! -O "$postgresql_folder" ]; then
      fail "$postgresql_folder belongs to somebody else; remove it and try again"
    fi
    chmod 0755 "$postgresql_folder"
  fi
}

# give_to_postgresql_user PATH…
give_to_postgresql_user() {
  if [ -n "$postgresql_user" ]; then chown "$postgresql_user" "$@"; fi
}

create_cluster() {
  local programs=$1
  stop_postgresql
  rm -rf "$postgresql_data" "$postgresql_stamp"
  mkdir -m 0700 "$postgresql_data"
  openssl rand -hex 24 >"$postgresql_password"
  give_to_postgresql_user "$postgresql_data" "$postgresql_password"
  as_postgresql_user "$programs/initdb" --pgdata="$postgresql_data" --username=postgres \
    --pwfile="$postgresql_password" --auth=scram-sha-256 --encoding=UTF8 --locale=C \
    --no-sync >/dev/null
  cat >>"$postgresql_data/postgresql.conf" <<'SETTINGS'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_preload_libraries = 'pg_stat_statements'
SETTINGS
}

# Starts the server, on its last port when that is free, and leaves the port in `postgresql_port`.
start_server() {
  local programs=$1 attempt last
  stop_postgresql
  last=$(cat "$postgresql_port_file" 2>/dev/null || true)
  for attempt in {0..10}; do
    postgresql_port=$((20000 + (RANDOM + attempt) % 12000))
    if [ "$attempt" -eq 0 ] && [[ $last =~ ^[0-9]+$ ]]; then postgresql_port=$last; fi
    if port_is_taken "$postgresql_port"; then continue; fi
    if as_postgresql_user "$programs/pg_ctl" start --silent --wait --timeout=60 \
      --pgdata="$postgresql_data" --log="$postgresql_data/server.log" \
      --options="-p $postgresql_port"; then
      echo "$postgresql_port" >"$postgresql_port_file"
      return
    fi
    if ! grep -q 'Address already in use' "$postgresql_data/server.log"; then break; fi
  done
  tail -n 20 "$postgresql_data/server.log" >&2 || true
  fail "PostgreSQL does not start; its log is $postgresql_data/server.log"
}

load_samples() {
  local script
  for script in "${sample_scripts[@]}"; do
    PGPASSWORD=$(cat "$postgresql_password") "$1/psql" --no-psqlrc --quiet \
      --set=ON_ERROR_STOP=1 --host=127.0.0.1 --port="$postgresql_port" --username=postgres \
      --dbname=postgres --file="$script" </dev/null >/dev/null
  done
}

# Goes on with the server that runs, when it is of this version and these samples.
start_postgresql() {
  local programs fingerprint already=''
  programs=$(postgresql_programs)
  fingerprint=$(postgresql_fingerprint "$programs")
  make_postgresql_folder
  if [ "$(cat "$postgresql_stamp" 2>/dev/null)" != "$fingerprint" ]; then
    create_cluster "$programs"
    start_server "$programs"
    load_samples "$programs"
    echo "$fingerprint" >"$postgresql_stamp"
  elif postgresql_is_running && postgresql_port=$(cat "$postgresql_port_file" 2>/dev/null); then
    already=', already running'
  else
    start_server "$programs"
  fi
  say "$("$programs/postgres" --version), 127.0.0.1:$postgresql_port$already, data in $postgresql_data"
}

# The server's own pid file is the one to go by; INT is its fast shutdown.
postgresql_is_running() { is_running "$postgresql_pid_file" "$postgresql_data"; }
stop_postgresql() { stop_process "$postgresql_pid_file" "$postgresql_data" INT; }

remove_postgresql() {
  if [ -O "$postgresql_folder" ] && [ ! -L "$postgresql_folder" ]; then
    rm -rf "$postgresql_folder"
  fi
}
