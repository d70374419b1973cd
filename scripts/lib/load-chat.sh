# Shoppers and agents who talk: how soon, and whether nothing is lost. Sourced by scripts/store.
# shellcheck shell=bash

# Milliseconds, for 95 of 100 messages.
CHAT_GOAL=150
declare -A FORMER_CHAT_LIMIT=()

load_chat() {
  local sockets=3000 rate=300 seconds=60 warm=90 ramp=200 through=nodes agents
  while (($#)); do
    case $1 in
      --sockets) sockets=${2:-} ;;
      --rate) rate=${2:-} ;;
      --seconds) seconds=${2:-} ;;
      --warm) warm=${2:-} ;;
      --ramp) ramp=${2:-} ;;
      --through) through=${2:-} ;;
      *) fail "load chat does not know '$1'. See scripts/store help." ;;
    esac
    shift
    (($#)) && shift
  done
  [[ $sockets =~ ^[1-9][0-9]{1,4}$ ]] || fail "--sockets wants a number from 10 to 99999."
  [[ $rate =~ ^[1-9][0-9]{0,3}$ ]] || fail "--rate wants a number from 1 to 9999."
  [[ $seconds =~ ^[1-9][0-9]{0,2}$ ]] || fail "--seconds wants a number from 1 to 999."
  [[ $warm =~ ^[0-9]{1,3}$ ]] || fail "--warm wants a number from 0 to 999."
  [[ $ramp =~ ^[1-9][0-9]{0,3}$ ]] || fail "--ramp wants a number from 1 to 9999."
  [[ $through =~ ^(nodes|nginx)$ ]] || fail "--through wants nodes or nginx."
  # As many as Plan makes. Half of the messages are agents', of whom each may send ten a second; a conversation takes two.
  agents=$(((sockets + 48) / 49))
  ((rate <= 16 * agents && 2 * rate <= 3 * (sockets - agents))) ||
    fail "$sockets sockets are not enough for $rate messages a second: people may not say so much. Ask for more --sockets or a lower --rate."
  [[ ${STORE_PRODUCTION:-no} != yes ]] || fail "This is a shop in production: a load test would make people who work here of its own."
  enter_load
  trap leave_chat EXIT
  trap 'exit 130' INT TERM
  chat_limits raise
  step "live chat: $sockets sockets, $rate messages/s, $seconds s"
  talk "$sockets" "$rate" "$seconds" "$warm" "$ramp" "$through"
}

# talk SOCKETS RATE SECONDS WARM RAMP nodes|nginx: fails unless all was well. Whatever happens, it ends.
talk() {
  local limit=$((420 + 4 * $1 / $5 + $3 + 10#$4)) status=0
  timeout --foreground -k 10 "$limit" "$BUILD_JAVA/bin/java" -Xmx768m -Djdk.httpclient.keepalive.timeout=20 \
    -cp "$ROOT/load-tests/target/classes:$(<"$LOAD/classpath")" "-Dload.doors=$(chat_doors "$6")" "-Dload.run=$(date +%s)" \
    "-Dload.sockets=$1" "-Dload.rate=$2" "-Dload.seconds=$3" "-Dload.warm=$((10#$4))" "-Dload.ramp=$5" "-Dload.goal=$CHAT_GOAL" \
    "-Dload.folder=$LOAD" shop.emporium.load.chat.ChatSimulation || status=$?
  ((status != 124 && status != 137)) || fail "The simulation did not end within $limit s, and was ended."
  [[ -f $LOAD/result.md ]] || fail "The simulation came to no result."
  say
  cat "$LOAD/result.md"
  say
  [[ ! -f $LOAD/faults.txt ]] || say "What went wrong: $LOAD/faults.txt."
  ((status == 0)) || fail "Messages were not shown as they must be, or too late: $LOAD/result.md"
}
chat_doors() {
  local node doors=''
  if [[ $1 == nginx ]]; then
    echo "$SHOP"
    return
  fi
  for node in $(node_names); do doors+=,http://localhost:$(node_port "$node"); done
  echo "${doors#,}"
}

# Whatever happened: the limits are what they were, nobody of the load works here, and nothing of what was said stays.
leave_chat() {
  chat_limits back
  sql "UPDATE customer SET role = 'SHOPPER' WHERE email_key LIKE 'chat-%@load.example'"
  sql "$(sed '/^--/d' "$ROOT/scripts/lib/load/chat-removal.sql")"
}

# chat_limits raise|back: one address holds and says it all here, which it may not otherwise.
chat_limits() {
  local node name address former
  for node in $(node_names); do
    for name in store.chat.address store.chat.rate store.chat.sockets; do
      address="\"address\":[{\"system-property\":\"$name\"}]"
      if [[ $1 == raise ]]; then
        former=$(manage "$node" "{\"operation\":\"read-attribute\",$address,\"name\":\"value\"}" | json_text result)
        FORMER_CHAT_LIMIT[$node/$name]=${former:-none}
        manage "$node" "{\"operation\":\"$([[ -n $former ]] && echo write-attribute || echo add)\",$address,\"name\":\"value\",\"value\":\"999999\"}" >/dev/null ||
          fail "$node does not take orders on port $(management_port "$node"). See $LOGS/$node.log."
      elif [[ -n ${FORMER_CHAT_LIMIT[$node/$name]:-} ]]; then
        former=${FORMER_CHAT_LIMIT[$node/$name]}
        if [[ $former == none ]]; then
          manage "$node" "{\"operation\":\"remove\",$address}" >/dev/null
        else
          manage "$node" "{\"operation\":\"write-attribute\",$address,\"name\":\"value\",\"value\":\"$former\"}" >/dev/null
        fi
        unset "FORMER_CHAT_LIMIT[$node/$name]"
      fi
    done
  done
}
