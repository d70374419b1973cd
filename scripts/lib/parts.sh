# Starting and stopping of supervised parts. Sourced by scripts/store.
# shellcheck shell=bash

# A number in a file may be another process by now (after a reboot): what counts is that it is this part's runner.
is_supervised() { [[ -f $RUN/$1.supervisor ]] && grep -qsz "lib/supervise.sh" "/proc/$(<"$RUN/$1.supervisor")/cmdline" && grep -qsxz "$1" "/proc/$(<"$RUN/$1.supervisor")/cmdline"; }
is_running() { [[ -f $RUN/$1.pid ]] && kill -0 "$(<"$RUN/$1.pid")" 2>/dev/null; }
part_pid() { cat "$RUN/$1.pid" 2>/dev/null; }

# start_part NAME COMMAND...: in the background, in a session of its own, restarted when it dies.
start_part() {
  local name=$1
  shift
  is_supervised "$name" && return
  touch "$RUN/$name.wanted"
  rotate_output "$name"
  STORE_RUN=$RUN STORE_LOG=$LOGS setsid "$ROOT/scripts/lib/supervise.sh" "$name" "$@" </dev/null >/dev/null 2>&1 9>&- &
  disown
  wait_for 5 test -s "$RUN/$name.pid" || fail "$name did not start. See $LOGS/$name.out."
}
# stop_part NAME SECONDS: asks it to end, and ends it when it has not after so long.
stop_part() {
  local name=$1 seconds=$2 pid
  rm -f "$RUN/$name.wanted"
  is_supervised "$name" || { rm -f "$RUN/$name.pid" "$RUN/$name.supervisor"; return 0; }
  pid=$(<"$RUN/$name.supervisor")
  kill -TERM "$pid" 2>/dev/null
  wait_for "$seconds" is_gone "$pid" || kill_part "$name"
  rm -f "$RUN/$name.pid" "$RUN/$name.supervisor"
}
is_gone() { ! kill -0 "$1" 2>/dev/null; }
# Ends a part at once, with all its processes, and leaves it down.
kill_part() {
  local name=$1 pid
  rm -f "$RUN/$name.wanted"
  is_supervised "$name" || { rm -f "$RUN/$name.pid" "$RUN/$name.supervisor"; return 0; }
  pid=$(<"$RUN/$name.supervisor")
  # The part is a process group of its own: only what was started here.
  kill -KILL -- "-$pid" 2>/dev/null
  wait_for 10 is_gone "$pid"
  rm -f "$RUN/$name.pid" "$RUN/$name.supervisor"
}
rotate_output() {
  local file=$LOGS/$1.out
  [[ -f $file ]] && (($(stat -c %s "$file") > 10485760)) && mv "$file" "$file.1"
  return 0
}
# A port that somebody else holds is named before anything is started.
require_port() {
  local port=$1 what=$2 setting=$3
  port_is_open "$port" || return 0
  fail "Port $port, wanted for $what, is taken by another program. Stop that program or set $setting."
}
