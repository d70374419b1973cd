#!/usr/bin/env bash
# Lets requests into a node once all on it is deployed: open-node.sh MANAGEMENT_PORT SECRETS PROCESS
# Ends with the node's process, should that end before.
set -u
port=$1
process=$3
# shellcheck source=scripts/lib/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=/dev/null
source "$2"
LISTEN='{"operation":"write-attribute","address":["subsystem","undertow","server","default-server","http-listener","default"],"name":"enabled","value":true}'

# again NUMBER WHY: waits before another try, longer once it has said why it still tries.
again() {
  kill -0 "$process" 2>/dev/null || exit 0
  if (($1 < 0)); then
    sleep 0.3
  else
    (($1 > 0)) || say "Requests are not let in yet: $2"
    sleep 5
  fi
}
# Three nodes that start at once on two cores need a minute and a half.
tries=-400
until answers "$port"; do again $((tries++)) "the management on port $port does not say that all is deployed. See the node's log."; done
tries=0
until manage_at "$port" "$LISTEN" >/dev/null; do again $((tries++)) "all is deployed, but the management on port $port does not know admin's password, or cannot listen. See the node's log."; done
