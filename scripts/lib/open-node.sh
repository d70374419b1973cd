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

# Whether a command succeeds; where the node's process has ended, all ends.
try() { kill -0 "$process" 2>/dev/null || exit 0; "$@"; }
# insist SECONDS WHY COMMAND...: tries until it succeeds; after so long says why it does not, and tries less often.
insist() {
  local patience=$1 why=$2
  shift 2
  wait_for "$patience" try "$@" && return
  say "Requests are not let in yet: $why See the node's log."
  until sleep 5 && try "$@" >/dev/null; do :; done
}
# Three nodes that start at once on two cores need a minute and a half.
insist 120 "the management on port $port does not say that all is deployed." answers "$port"
insist 0 "all is deployed, but the management on port $port does not know admin's password, or cannot listen." manage_at "$port" "$LISTEN"
