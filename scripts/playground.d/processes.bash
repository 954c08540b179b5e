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

# The processes of a group, one number a line.
group_members() {
  local path fields
  if [ -d /proc/self ]; then
    for path in /proc/[0-9]*/stat; do
      # A process that ended meanwhile has no such file. The program's name, in parentheses, may
      # hold anything; state, parent and group follow it.
      { fields=$(<"$path"); } 2>/dev/null || continue
      read -ra fields <<<"${fields##*) }"
      if [ "${fields[2]}" != "$1" ]; then continue; fi
      # One that has ended and waits to be noticed holds nothing any more, unless threads of it
      # are left: field 20 of proc(5) says how many.
      if [ "${fields[0]}" = Z ] && [ "${fields[17]}" -le 1 ]; then continue; fi
      path=${path%/stat}
      echo "${path##*/}"
    done
  else
    ps -A -o pid=,pgid= | awk -v group="$1" '$2 == group { print $1 }'
  fi
}

# The environment of a process, for one of ours; nothing for anybody else's.
environment() {
  if [ -d /proc/self ]; then
    tr '\0' '\n' 2>/dev/null <"/proc/$1/environ" || true
  else
    ps eww -o command= -p "$1" 2>/dev/null || true
  fi
}

# group_is_running PID-FILE PATH: whether anything is left of the group of the server that works on
# PATH. Its processes may outlive the first, whose number is the group's, and need not name PATH in
# their command lines: they are known by a variable of their environment that holds it.
group_is_running() {
  local group member
  group=$(head -n 1 "$1" 2>/dev/null || true)
  [[ $group =~ ^[0-9]+$ ]] || return 1
  for member in $(group_members "$group"); do
    case $(environment "$member") in
      *"$2"*) return 0 ;;
    esac
  done
  return 1
}

# stop_group PID-FILE PATH: ends all processes of that group at once, and waits for their end.
stop_group() {
  local group
  if group_is_running "$1" "$2"; then
    group=$(head -n 1 "$1")
    kill -s KILL -- "-$group" 2>/dev/null || true
    for _ in {1..200}; do
      [ -n "$(group_members "$group")" ] || break
      sleep 0.1
    done
  fi
  rm -f "$1"
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
