#!/usr/bin/env bash
# Keeps one part running: supervise.sh NAME COMMAND...
# While RUN/NAME.wanted exists, the command is started again when it ends, sooner after a long life than after a short one.
set -u
name=$1
shift
run=$STORE_RUN
log=$STORE_LOG
child=
# shellcheck source=scripts/lib/runner-log.sh
source "$(dirname "${BASH_SOURCE[0]}")/runner-log.sh"
# PostgreSQL ends at once by INT; by TERM it would wait for its clients.
stop() { [[ -n $child ]] && kill "-${STORE_STOP_SIGNAL:-TERM}" "$child" 2>/dev/null; }
trap stop TERM INT
echo $$ >"$run/$name.supervisor"
pause=1
while [[ -e $run/$name.wanted ]]; do
  born=$SECONDS
  # The lock of scripts/store must not live on in its children.
  "$@" >>"$log/$name.out" 2>&1 9>&- &
  child=$!
  echo "$child" >"$run/$name.pid"
  wait "$child"
  code=$?
  # A trapped signal ends the first wait early.
  while kill -0 "$child" 2>/dev/null; do wait "$child"; code=$?; done
  child=
  rm -f "$run/$name.pid"
  [[ -e $run/$name.wanted ]] || break
  ((SECONDS - born > 60)) && pause=1
  log_runner "$name" "$name ended with status $code and is started again in $pause s"
  sleep "$pause" &
  wait $!
  pause=$((pause < 16 ? pause * 2 : 30))
done
rm -f "$run/$name.supervisor"
