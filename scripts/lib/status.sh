# What runs, and what it says. Sourced by scripts/store.
# shellcheck shell=bash

status() {
  local json='' rows
  [[ ${1:-} == --json ]] && json=yes
  load_secrets
  rows=$(status_rows)
  if [[ -n $json ]]; then
    awk -F'\t' 'BEGIN {printf "["} {printf "%s{\"part\":\"%s\",\"state\":\"%s\",\"address\":\"%s\",\"version\":\"%s\",\"uptimeSeconds\":%s,\"sessions\":%s,\"memoryMB\":%s}",
      (NR > 1 ? "," : ""), $1, $2, $3, $4, ($5 == "-" ? "null" : $5), ($6 == "-" ? "null" : $6), ($7 == "-" ? "null" : $7)} END {print "]"}' <<<"$rows"
  else
    awk -F'\t' 'BEGIN {f = "%-12s%-12s%-28s%-16s%10s%10s%10s\n"; printf f, "part", "state", "address", "version", "uptime s", "sessions", "MB"}
      {printf f, $1, $2, $3, $4, $5, $6, $7}' <<<"$rows"
  fi
  # A part that is wanted and not up is worth an exit status.
  ! grep -qE $'\t(starting|dead)\t' <<<"$rows"
}
status_rows() {
  local node
  status_row nginx "$SHOP" "$(nginx_version)" - "$(nginx_state)"
  for node in $(node_names); do
    status_row "$node" "http://127.0.0.1:$(node_port "$node")" "$(pom_version wildfly)" "$(node_sessions "$node")" "$(node_state "$node")"
  done
  if [[ $STORE_DB_EMBEDDED == yes ]]; then
    status_row postgresql "127.0.0.1:$STORE_DB_PORT" "$(pom_version postgresql.server)" - "$(part_state postgresql postgres_is_ready)"
  else
    printf 'postgresql\texternal\t%s\t-\t-\t-\t-\n' "$(cut -d? -f1 <<<"${STORE_DB_URL#jdbc:}")"
  fi
}
# status_row PART ADDRESS VERSION SESSIONS STATE
status_row() {
  local pid
  pid=$(part_pid "$1")
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$5" "$2" "$3" "$(uptime_of "$pid")" "$4" "$(memory_of "$1")"
}
part_state() {
  local part=$1
  shift
  if is_running "$part"; then "$@" 2>/dev/null && echo up || echo starting; elif [[ -e $RUN/$part.wanted ]]; then echo dead; else echo down; fi
}
nginx_answers() { curl -sf --max-time 3 -o /dev/null "$SHOP/healthz"; }
nginx_state() { part_state nginx nginx_answers; }
node_state() {
  # A drained node is suspended on purpose, and so says that it is not ready.
  if is_running "$1" && [[ -e $RUN/$1.drained ]]; then echo drained; else part_state "$1" is_ready "$1"; fi
}
nginx_version() {
  local binary=/usr/sbin/nginx
  [[ -x $binary ]] || binary=$STORE_DIR/nginx-root$binary
  "$binary" -v 2>&1 | sed -n 's:.*nginx/\([0-9.]*\).*:\1:p'
}
node_sessions() {
  is_running "$1" || { echo -; return; }
  manage "$1" '{"operation":"read-attribute","address":[{"deployment":"emporium.ear"},{"subdeployment":"emporium-web.war"},{"subsystem":"undertow"}],"name":"active-sessions","include-runtime":true}' 2>/dev/null |
    grep -oE '"result" ?: ?[0-9]+' | grep -oE '[0-9]+$' || echo -
}
uptime_of() { [[ -n ${1:-} ]] && ps -o etimes= -p "$1" 2>/dev/null | tr -d ' ' | grep . || echo -; }
# Resident memory in MB of all processes of a part; what PostgreSQL's processes share is counted once (Pss).
memory_of() {
  local pid total=0 kb group
  group=$(cat "$RUN/$1.supervisor" 2>/dev/null) || { echo -; return; }
  for pid in $(ps -e -o pid=,sess= | awk -v group="$group" '$2 == group {print $1}'); do
    kb=$(awk '/^Pss:/ {print $2}' "/proc/$pid/smaps_rollup" 2>/dev/null) && total=$((total + ${kb:-0}))
  done
  echo $((total / 1024))
}

# One merged log, oldest first; every line begins with its time.
logs() {
  local part='' follow='' files=() file name
  for name in "$@"; do if [[ $name == -f ]]; then follow=yes; else part=$name; fi; done
  for file in "$LOGS"/node*.log "$LOGS/nginx.log" "$LOGS/nginx-error.log" "$LOGS/postgresql.out" "$LOGS/runner.log"; do
    name=${file##*/}
    [[ -f $file && (-z $part || ${name%%.*} == "$part" || ${name%%-*} == "$part") ]] && files+=("$file")
  done
  ((${#files[@]})) || fail "There is no such log (${part:-any part}) yet. Parts: node1…, nginx, postgresql, runner."
  # PostgreSQL and nginx write the date their own way; sorting wants one.
  cat "${files[@]}" | sed -E 's/^(\{"timestamp":"[0-9-]+) ([0-9:.]+) UTC/\1T\2Z/; s/(\+00:00)"/Z"/; s/^([0-9]{4})\/([0-9]{2})\/([0-9]{2}) ([0-9:]{8})/{"timestamp":"\1-\2-\3T\4Z","part":"nginx"} /' |
    sort -s -t'"' -k4,4
  if [[ -n $follow ]]; then tail -q -n 0 -F "${files[@]}"; fi
}
