# shellcheck shell=bash
# Servers in the background: starting them in a process group of their own, and stopping exactly
# those. Sourced by scripts/playground.

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The command line of a process; nothing when there is no such process or it has ended.
command_line() {
  if [ -d /proc/self ]; then
    tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" || true
  else
    ps -o args= -p "$1" 2>/dev/null || true
  fi
}

is_alive() { [ -n "$(command_line "$1" 2>/dev/null)" ]; }

# Whether the number in a pid file still belongs to the server that works on a path. A number
# alone is no proof: after a crash or a restart of the machine it may belong to any program.
is_ours() {
  case $(command_line "$1" 2>/dev/null) in
    *"$2"*) return 0 ;;
    *) return 1 ;;
  esac
}

# is_running PID-FILE PATH: whether the server that works on PATH runs.
is_running() {
  local pid
  pid=$(head -n 1 "$1" 2>/dev/null || true)
  [[ $pid =~ ^[0-9]+$ ]] && is_ours "$pid" "$2"
}

# Closes every descriptor above the first three, for a subshell that becomes a server: whoever
# waits for one of them to be closed (a lock, a pipe, a test) must not wait for the server.
close_descriptors() {
  local path number
  for path in /dev/fd/*; do
    number=${path##*/}
    # 255 is bash's own and closes by itself.
    if [[ $number =~ ^[0-9]+$ ]] && [ "$number" -gt 2 ] && [ "$number" -ne 255 ]; then
      eval "exec $number>&-"
    fi
  done
}

# spawn PID-FILE LOG COMMAND…: starts a server that outlives this script. The new process writes
# its own number before it becomes the server, so there is no moment at which it is unknown.
spawn() {
  local pid_file=$1 log=$2
  shift 2
  rm -f "$pid_file"
  set -m
  (
    close_descriptors
    trap '' HUP
    echo "$BASHPID" >"$pid_file"
    exec "$@"
  ) </dev/null >>"$log" 2>&1 &
  set +m
  disown
}

# stop_process PID-FILE PATH SIGNAL: stops the server that works on PATH and waits for its end.
stop_process() {
  local pid
  if is_running "$1" "$2"; then
    pid=$(head -n 1 "$1")
    kill -s "$3" "$pid" 2>/dev/null || true
    for _ in {1..200}; do
      is_ours "$pid" "$2" || break
      sleep 0.1
    done
    if is_ours "$pid" "$2"; then kill -s KILL -- "-$pid" 2>/dev/null || kill -s KILL "$pid"; fi
  fi
  rm -f "$1"
}
