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
complained=
until answers "$port" && manage_at "$port" "$LISTEN" >/dev/null; do
  kill -0 "$process" 2>/dev/null || exit 0
  # Its deployment failed, or somebody changed the password of its management.
  if ((SECONDS > 180)) && [[ -z $complained ]]; then
    complained=yes
    say "Requests are not let in yet: the management on port $port does not say that all is deployed, or does not know admin."
  fi
  sleep 0.3
done
