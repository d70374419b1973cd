# Checks every promise of the installation, and says what to do about each that fails. Sourced by scripts/store.
# shellcheck shell=bash

doctor() {
  local node count name version
  FAILED=0
  load_secrets
  find_tools
  find_nginx
  check "a JDK of version 17 or newer runs the nodes ($NODE_JAVA)" test -x "$NODE_JAVA/bin/java" -- "Install openjdk-17-jdk-headless or set STORE_JAVA_HOME."
  check "1.5 GB are free under $STORE_DIR" has_space -- "Make room, or set STORE_DIR to another disk."
  check "secrets are readable by their owner only" secrets_are_private -- "chmod 600 $STORE_DIR/secrets.env"
  check "settings that hold a password are readable by their owner only" settings_are_private -- "chmod 600 ${STORE_ENV_FILE:-$ROOT/.env}"
  check "the configuration of WildFly is that of this checkout" config_is_current -- "Run scripts/store up."
  check "the database answers and takes the password" sql 'SELECT 1' -- "Run scripts/store up; with STORE_DB_URL, correct it in .env."
  check "the schema is that of this checkout" schema_is_current -- "Run scripts/store up; nodes migrate when they start."
  check "pg_stat_statements is on" statements_are_counted -- "Add pg_stat_statements to shared_preload_libraries."
  check "there are products to sell" has_products -- "Run scripts/store import FILE.csv."
  check "mails leave within ten minutes" mails_leave -- "scripts/store mail tells what stands in the way."
  check "no mail was given up" no_mail_given_up -- "scripts/store mail tells why; scripts/store mail --retry has them tried again."
  check "somebody takes cards" somebody_takes_cards -- "Set STORE_STRIPE_KEY and STORE_STRIPE_WEBHOOK_SECRET in .env, or STORE_DEMO_PAY=yes where no real money is wanted, then run scripts/store up."
  check "no payment needs a person" no_payment_in_trouble -- "SELECT order_number, provider, trouble FROM payment WHERE trouble IS NOT NULL; look at the provider what is so, then UPDATE payment SET trouble = NULL for that order."
  check "mails reach those to whom they are, and nobody else" mails_are_private -- "Set STORE_SMTP_URL in .env (and STORE_PRODUCTION=yes where real people shop), then run scripts/store up."
  for node in $(node_names); do
    check "$node runs" is_running "$node" -- "Run scripts/store node $node start."
    check "$node is ready" is_ready "$node" -- "See $LOGS/$node.log."
    check "$node is reached on the loopback address only" only_loopback "$(node_port "$node")" -- "Something else publishes port $(node_port "$node"). Stop it."
  done
  check "all $STORE_NODES nodes see each other" cluster_is_whole -- "See $LOGS/node1.log for JGroups."
  check "nginx answers at $SHOP" nginx_answers -- "Run scripts/store up."
  check "all nodes answer in turn" nodes_take_turns -- "A node may be drained or down: scripts/store status."
  check "public pages set no cookie" home_sets_no_cookie -- "This is a fault of the shop; please report it."
  check "pages hear of changes, and no other site's do" sockets_open -- "nginx runs with another configuration, or what stands before it knows no WebSocket: scripts/store up."
  check "the operator's interface is closed to the outside" internal_is_closed -- "nginx runs with another configuration: scripts/store up."
  check "pages come compressed" pages_are_compressed -- "nginx runs with another configuration: scripts/store up."
  check "clocks agree within two seconds" clocks_agree -- "Set up time synchronisation (systemd-timesyncd or chrony)."
  for name in $(node_names); do
    count=$(errors_since_start "$name")
    check "$name logged no error since it started ($count)" test "$count" -eq 0 -- "scripts/store logs $name | grep ERROR"
  done
  version=$(memory_total)
  check "all parts together stay within 3 GB ($version MB)" test "$version" -le 3072 -- "Lower STORE_NODE_JAVA_OPTS or STORE_NODES."
  ((FAILED == 0)) || fail "$FAILED promises are not kept."
  say "Every promise is kept."
}
# check PROMISE COMMAND... -- ADVICE
check() {
  local promise=$1 command=()
  shift
  while [[ $1 != -- ]]; do command+=("$1"); shift; done
  if "${command[@]}" >/dev/null 2>&1; then
    printf '  \033[32mok\033[0m    %s\n' "$promise"
  else
    printf '  \033[31mfails\033[0m %s\n        %s\n' "$promise" "$2"
    ((++FAILED))
  fi
}
has_space() { (($(df -Pm "$STORE_DIR" | awk 'NR == 2 {print $4}') >= 1500)); }
secrets_are_private() { [[ $(stat -c %a "$STORE_DIR/secrets.env") == 600 ]]; }
settings_are_private() {
  local file=${STORE_ENV_FILE:-$ROOT/.env}
  ! grep -qsE '^(STORE_SMTP_URL=.*@|STORE_DB_PASSWORD=.|STORE_STRIPE_KEY=.|STORE_DEMO_PAY_SECRET=.)' "$file" || [[ $(stat -c %a "$file") == [46]00 ]]
}
config_is_current() { [[ $(cat "$TEMPLATE/stamp") == "$(checksum_of wildfly-config)-$(pom_version wildfly)" ]]; }
schema_is_current() {
  local newest
  newest=$(find "$ROOT/domain/src/main/resources/db/migration" -name 'V*.sql' | sed 's:.*/V\([0-9]*\)__.*:\1:' | sort -n | tail -1)
  [[ $(sql "SELECT max(version::int) FROM flyway_schema_history WHERE success") == "$newest" ]]
}
statements_are_counted() { [[ $(sql "SHOW shared_preload_libraries") == *pg_stat_statements* ]]; }
has_products() { (($(sql "SELECT count(*) FROM product WHERE status = 'ACTIVE'") > 0)); }
mails_leave() { [[ $(sql "SELECT count(*) FROM mail WHERE sent_at IS NULL AND given_up_at IS NULL AND created_at < now() - interval '10 minutes'") == 0 ]]; }
no_mail_given_up() { [[ $(sql "SELECT count(*) FROM mail WHERE given_up_at IS NOT NULL") == 0 ]]; }
no_payment_in_trouble() { [[ $(sql "SELECT count(*) FROM payment WHERE trouble IS NOT NULL") == 0 ]]; }
somebody_takes_cards() { [[ -n ${STORE_STRIPE_KEY:-} || ${STORE_DEMO_PAY:-} == yes || (-z ${STORE_DEMO_PAY:-} && ${STORE_PRODUCTION:-} != yes) ]]; }
# Without a mail server they are at /dev/mail, for whoever reaches the shop; in production they would reach nobody.
mails_are_private() { [[ -n ${STORE_SMTP_URL:-} ]] || [[ ${STORE_PRODUCTION:-} != yes && $STORE_BIND == 127.* ]]; }
only_loopback() { ! ss -ltnH "sport = :$1" 2>/dev/null | awk '{print $4}' | grep -qvE '^(127\.|\[::1\]|\[::ffff:127\.)'; }
cluster_is_whole() {
  local view
  view=$(manage node1 '{"operation":"read-attribute","address":[{"subsystem":"jgroups"},{"channel":"ee"}],"name":"view","include-runtime":true}')
  [[ $(grep -oE 'node[0-9]' <<<"${view#*]}" | sort -u | wc -l) -ge $STORE_NODES || $(grep -oE 'node[0-9]' <<<"$view" | sort -u | wc -l) -ge $STORE_NODES ]]
}
nodes_take_turns() {
  local seen
  seen=$(for _ in $(seq 12); do curl -s -o /dev/null -D - "$SHOP/api/v1/me" | tr -d '\r' | sed -n 's/^X-Served-By: //Ip'; done | sort -u | wc -l)
  ((seen == STORE_NODES))
}
home_sets_no_cookie() { ! curl -s -o /dev/null -D - "$SHOP/" | grep -qi '^set-cookie'; }
# A connection that opens stays open, until the time given here is over.
handshake() {
  curl -s -o /dev/null --max-time 2 --http1.1 -w '%{http_code}' -H "Origin: $1" -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' \
    -H 'Sec-WebSocket-Key: ZW1wb3JpdW0tZG9jdG9yIQ==' "$SHOP/live"
}
sockets_open() { [[ $(handshake "$SHOP") == 101 && $(handshake https://elsewhere.example) == 403 ]]; }
internal_is_closed() { [[ $(curl -s -o /dev/null -w '%{http_code}' "$SHOP/internal/import") == 404 ]]; }
pages_are_compressed() { curl -s -o /dev/null -D - -H 'Accept-Encoding: gzip' "$SHOP/" | grep -qi '^content-encoding: gzip'; }
clocks_agree() {
  local database
  database=$(sql "SELECT extract(epoch FROM now())::bigint")
  ((database - $(date +%s) <= 2 && $(date +%s) - database <= 2))
}
# A node that goes down with all others leaves errors behind: what counts is its life of now.
errors_since_start() {
  local born
  born=$(date -u -d "@$(stat -c %Y "/proc/$(part_pid "$1")" 2>/dev/null || echo 0)" +%Y-%m-%dT%H:%M:%S)
  grep -hE '"level":"(ERROR|FATAL)"' "$LOGS/$1.log" 2>/dev/null | awk -F'"' -v born="$born" '$4 >= born' | wc -l
}
memory_total() {
  local part sum=0 mb
  for part in nginx postgresql $(node_names); do mb=$(memory_of "$part"); [[ $mb == - ]] || sum=$((sum + mb)); done
  echo "$sum"
}
