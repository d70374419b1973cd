#!/usr/bin/env bash
# Lets requests into a node once all on it is deployed, and ends it when it hangs or could not start, to be started again:
# watch-node.sh NAME BASE MANAGEMENT_PORT SECRETS PROCESS
# Ends with the node's process, should that end before.
set -u
name=$1
base=$2
port=$3
process=$5
# shellcheck source=scripts/lib/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=scripts/lib/runner-log.sh
source "$(dirname "${BASH_SOURCE[0]}")/runner-log.sh"
# shellcheck source=/dev/null
source "$4"
LISTEN='{"operation":"write-attribute","address":["subsystem","undertow","server","default-server","http-listener","default"],"name":"enabled","value":true}'
VIEW='{"operation":"read-attribute","address":["subsystem","jgroups","channel","ee"],"name":"view","include-runtime":true}'
FAILED_SECONDS=180
start_seconds=${STORE_START_SECONDS:-600}
hang_tries=${STORE_HANG_TRIES:-3}
misses=0 stalls=0

# Whether a command succeeds; where the node's process has ended, all ends.
try() { kill -0 "$process" 2>/dev/null || exit 0; "$@"; }
# insist SECONDS WHY MEANWHILE COMMAND...: tries until it succeeds; after so long says why it does not, and tries less often.
insist() {
  local patience=$1 why=$2 meanwhile=$3
  shift 3
  wait_for "$patience" try "$@" && return
  say "Requests are not let in yet: $why See the node's log."
  until sleep 5 && try "$@" >/dev/null; do "$meanwhile"; done
}
# A node that does not come to the end of its start may have joined the others and keep them waiting. One whose deployment
# failed has no shop: what it wanted may be there the next time. Who looks into it has until then, or sets STORE_START_SECONDS=0.
end_late_start() {
  ((start_seconds)) || return 0
  if [[ -e $base/deployments/emporium.ear.failed ]]; then
    ((SECONDS < FAILED_SECONDS)) || end_node "has no shop, since its deployment failed"
  else
    ((SECONDS < start_seconds)) || end_node "is not ready $SECONDS s after its start"
  fi
}
server() { pgrep -P "$process" -x java; }
# What each thread is at goes into the node's .out, if the process is still able to.
show_threads() { kill -QUIT "$(server)" 2>/dev/null; }
end_node() {
  log_runner "$name" "$name $1, and is ended"
  show_threads
  sleep 0.5
  kill -KILL "$(server)" 2>/dev/null
  exit 0
}

# The managements at these ports, asked at once: "replies" is what curl says of each. 0: it answers; 28: it takes a connection
# and says nothing, it hangs; else it is not there yet, or no longer, and its process then does something.
ask() {
  local one asked=() pid
  for one in "$@"; do
    curl -s --max-time 3 -o /dev/null "http://127.0.0.1:$one/health/live" &
    asked+=($!)
  done
  replies=()
  for pid in "${asked[@]}"; do
    wait "$pid"
    replies+=($?)
  done
}
# The other nodes that run here, by number.
others() {
  local i
  for i in 1 2 3 4 5 6 7 8 9; do
    [[ node$i == "$name" || ! -e $STORE_RUN/node$i.pid ]] || echo "$i"
  done
}
port_of() { echo $((port + ($1 - ${name#node}) * 100)); }
# Of the others' replies: whether one of them hangs, and none answers. One that refuses tells nothing: also a machine that
# stands still does that.
nobody_answers() { [[ " $* " == *" 28 "* && " $* " != *" 0 "* ]]; }
# The others wait for a node that hangs, up to 15 s a request, wherever it keeps a visitor's session, and then give up; one that
# is gone they know at once. No answer three times in a row is 9 to 14 s. Where none of them answers either, it is the machine
# that stands still: to end all nodes would end all sessions, so that does not count, the first twenty times.
end_hanging() {
  local ports=() i own
  ((hang_tries)) || return 0
  for i in $(others); do ports+=("$(port_of "$i")"); done
  if ((misses + stalls)); then
    ask "$port" "${ports[@]}"
    own=${replies[0]}
    replies=("${replies[@]:1}")
  else
    ask "$port"
    own=${replies[0]}
    ((own == 28)) && ask "${ports[@]}"
  fi
  if ((own != 28)); then
    misses=0 stalls=0
    return
  fi
  if nobody_answers "${replies[@]}" && ((stalls < 20)); then
    misses=0 stalls=$((stalls + 1))
    return
  fi
  misses=$((misses + 1))
  ((misses < hang_tries)) || end_node "does not answer"
}
# Has the management carry something out, unless it hangs.
order() {
  end_hanging
  ((misses + stalls == 0)) && manage_at "$port" "$1" 10
}
# Whether this node is in one cluster with all that let requests in already. A node that did not find them knows none of the
# visitors who are signed in; the cluster finds together by itself, within a minute.
is_together() {
  local view i
  end_hanging
  ((misses + stalls == 0)) || return 1
  view=$(manage_at "$port" "$VIEW" 10) || return 1
  for i in $(others); do
    # The shop's port beside the management's.
    ! answers $(($(port_of "$i") - 9990 + 8080)) || [[ $view == *"node$i("* ]] || return 1
  done
}

# Three nodes that start at once on two cores need a minute and a half.
insist 120 "the management on port $port does not say that all is deployed." end_late_start answers "$port"
insist 0 "all is deployed, but the management on port $port does not know admin's password." : order "$VIEW"
wait_for 90 try is_together || log_runner "$name" "$name lets requests in although it is not in one cluster with the others"
insist 0 "all is deployed, but the node cannot listen." : order "$LISTEN"

while try true; do
  ((misses + stalls)) || sleep 2
  end_hanging
done
