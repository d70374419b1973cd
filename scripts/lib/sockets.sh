# What idle connections to /live cost. Sourced by scripts/store.
# shellcheck shell=bash

# bench_sockets COUNT: to each node through nginx, all at the same time; the heap of each before and after, garbage collected.
bench_sockets() {
  local count=$1 node client input before after
  declare -A heap=()
  for node in $(node_names); do
    allow_sockets "$node" add
    heap[$node]=$(used_heap "$node")
  done
  coproc CLIENT { exec "$NODE_JAVA/bin/java" -Xmx512m -cp "$RUN/bench" Sockets "ws://localhost:$STORE_HTTP_PORT/live" "$((count * STORE_NODES))"; }
  # shellcheck disable=SC2153
  client=$CLIENT_PID input=${CLIENT[1]}
  read -r -t 180 before <&"${CLIENT[0]}" || before='open 0'
  say "connections: ${before#open } of $((count * STORE_NODES)) open, through nginx"
  # Longer than anybody's patience (75 s): what the signs of life take that are asked for every 25 s counts, too.
  sleep 90
  say "node    connections  heap before  with them  more"
  for node in $(node_names); do
    after=$(used_heap "$node")
    printf '%-7s %11d %9d MB %7d MB %4d MB\n' "$node" "$(open_sockets "$node")" "$((heap[$node] / 1024))" "$((after / 1024))" "$(((after - heap[$node]) / 1024))"
  done
  exec {input}>&-
  read -r -t 20 after <&"${CLIENT[0]}" || after='lost ?'
  say "lost meanwhile: ${after#lost }"
  kill "$client" 2>/dev/null
  for node in $(node_names); do allow_sockets "$node" remove; done
}

# One address holds them all here, which it may not otherwise.
allow_sockets() {
  local value='' name
  [[ $2 == remove ]] || value=',"value":"999999"'
  for name in store.live.address store.live.sockets; do
    manage "$1" "{\"operation\":\"$2\",\"address\":[{\"system-property\":\"$name\"}]$value}" >/dev/null
  done
}
# KiB that are in use after a full collection.
used_heap() {
  local pid
  pid=$(java_of "$1")
  "$NODE_JAVA/bin/jcmd" "$pid" GC.run >/dev/null && "$NODE_JAVA/bin/jcmd" "$pid" GC.run >/dev/null
  "$NODE_JAVA/bin/jcmd" "$pid" GC.heap_info | sed -nE 's/.* total [0-9]+K, used ([0-9]+)K.*/\1/p' | awk '{sum += $1} END {print sum}'
}
# WildFly's script is the part's process, the JVM its child.
java_of() { pgrep -P "$(part_pid "$1")" java; }
open_sockets() { ss -Htn state established "( sport = :$(node_port "$1") )" | wc -l; }
