#!/usr/bin/env bash
# One WildFly node in the foreground: run-node.sh HOME BASE NAME PORT_OFFSET JAVA_OPTIONS MAIL_FOLDER SECRETS
set -eu
major=$("$JAVA_HOME/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')
# The server waits for its start as long as the runner does. Orders to its management have as long, too, unless the node's options
# say otherwise.
start_seconds=${STORE_START_SECONDS:-600}
((start_seconds)) || start_seconds=86400
options="-Djboss.as.management.blocking.timeout=$start_seconds -Dstore.start.seconds=$start_seconds"
options+=" $5 -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Djboss.modules.system.pkgs=org.jboss.byteman"
# The WebP codec unpacks its native library here: /tmp may forbid to run it, and would collect one from each killed node.
options+=" -Dcom.luciad.imageio.webp.tmpdir=$2/tmp"
# One for all nodes: where mails land when there is no mail server.
options+=" -Dstore.mail.folder=$6"
if ((major >= 24)); then
  # Object headers of 8 instead of 12 bytes. WildFly's libraries still use what later JDKs will take away: allowed by
  # name, so that the JDK does not warn of it at every start.
  options+=" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  ((major >= 25)) && options+=" -XX:+UseCompactObjectHeaders"
fi
export JAVA_OPTS=$options LAUNCH_JBOSS_IN_BACKGROUND=true
# It listens once all on it is deployed. WildFly would listen long before, and keep each request waiting until then,
# while nginx takes a node that listens for one that answers. (The supervisor of an earlier release names no secrets.)
if [[ -n ${7:-} ]]; then
  # Of the start before: it says that this one failed.
  rm -f "$2/deployments/emporium.ear.failed"
  sed -i -E '/<http-listener name="default"/ {s/ enabled="[^"]*"//; s/ name="default"/& enabled="false"/}' "$2/configuration/standalone-ha.xml"
  "$(dirname "$0")/watch-node.sh" "$3" "$2" "$((9990 + $4))" "$7" $$ &
fi
# A thread that reads sockets must not push aside the worker whose answer it then waits for, spinning (Undertow's
# HttpReadListener, state 2): on a busy machine that cost a fifth of all answers. Batch threads wait for their turn.
batch=()
if chrt --batch 0 true 2>/dev/null; then batch=(chrt --batch 0); fi
# WildFly's script passes TERM on to the JVM, which then lets running requests end.
exec "${batch[@]}" "$1/bin/standalone.sh" -c standalone-ha.xml "-Djboss.server.base.dir=$2" "-Djboss.node.name=$3" \
  "-Djboss.socket.binding.port-offset=$4" -Djboss.bind.address=127.0.0.1
