# Orders per second, as a share of what the same PostgreSQL does of pgbench's transactions in the same run; and what all
# simulations need. Sourced by scripts/store.
# shellcheck shell=bash

LOAD_BUYERS=16
# As many lines as the goal for a large cart speaks of.
LOAD_LINES=200
PGBENCH_SCALE=10

load() {
  local simulation=${1:-}
  (($#)) && shift
  case $simulation in
    orders | chat) "load_$simulation" "$@" ;;
    *) fail "There is no simulation '$simulation'. There are: orders, chat." ;;
  esac
}

load_orders() {
  local check=''
  LOAD_SECONDS=30
  LOAD_WARM=240
  while (($#)); do
    case $1 in
      --seconds) LOAD_SECONDS=${2:-}; shift ;;
      --warm) LOAD_WARM=${2:-}; shift ;;
      --check) check=yes ;;
      *) fail "load orders does not know '$1'. See scripts/store help." ;;
    esac
    (($#)) && shift
  done
  [[ $LOAD_SECONDS =~ ^[1-9][0-9]{0,2}$ ]] || fail "--seconds wants a number from 1 to 999."
  [[ $LOAD_WARM =~ ^[1-9][0-9]{0,2}$ ]] || fail "--warm wants a number from 1 to 999."
  [[ ${STORE_PRODUCTION:-no} != yes ]] || fail "This is a shop in production: a load test would leave thousands of orders in it."
  enter_load
  enter_orders
  pgbench_rate before
  measure_orders distinct "$LOAD_BUYERS" 1 false 400
  measure_orders hot "$LOAD_BUYERS" 1 true 400
  measure_orders large 1 "$LOAD_LINES" true 12
  pgbench_rate after
  load_report
  [[ -z $check ]] || ! grep -qF '**below**' "$LOAD/result.md" || fail "Some figures are below their goals: $LOAD/result.md"
}

# What every simulation wants: the shop, a folder for its results, and itself.
enter_load() {
  local node
  load_secrets
  find_tools
  find_nginx
  take_lock
  [[ $STORE_DB_EMBEDDED == yes ]] || fail "A load test changes the shop's database in ways of its own; it does so on the embedded PostgreSQL only."
  nginx_answers || fail "The shop does not answer at $SHOP. Run scripts/store up."
  for node in $(node_names); do is_ready "$node" || fail "$node is not ready. Run scripts/store up."; done
  LOAD=$STORE_DIR/load/$(date -u +%Y%m%dT%H%M%SZ)
  mkdir -p "$LOAD"
  step "building the simulation"
  maven -q compile dependency:build-classpath -pl load-tests "-Dmdep.outputFile=$LOAD/classpath" >"$LOAD/build.log" 2>&1 ||
    fail "The simulation could not be built: $(grep -m1 ERROR "$LOAD/build.log"). See $LOAD/build.log."
}
enter_orders() {
  find_pgbench
  sql "$(sed "s/GOODS/$((LOAD_BUYERS + LOAD_LINES))/" "$ROOT/scripts/lib/load/goods.sql")" || exit 1
  trap leave_orders EXIT
  trap 'exit 130' INT TERM
}
# Its goods are sold no more; its orders stay.
leave_orders() {
  sql "UPDATE product SET status = 'ARCHIVED' WHERE slug LIKE 'load-%'"
  sql 'DROP DATABASE IF EXISTS pgbench'
}

# Debian's, of whichever version: a client measures a newer server as well. Unpacked, not installed, since Debian would start a
# server of its own.
find_pgbench() {
  local folder=$STORE_DIR/pgbench package deb
  PGBENCH=$(find /usr/lib/postgresql "$folder" -path '*/bin/pgbench' 2>/dev/null | sort -V | tail -1)
  [[ -z $PGBENCH ]] || return 0
  package=$(apt-cache search --names-only '^postgresql-[0-9]+$' 2>/dev/null | awk '{print $1}' | sort -V | tail -1)
  [[ -n $package ]] || fail "pgbench is missing, and there is no Debian package that has it. Install PostgreSQL's and try again."
  step "unpacking pgbench of $package under $folder"
  ldconfig -p | grep -q 'libpq\.so\.5' || install_packages libpq5
  mkdir -p "$folder" "$DOWNLOADS/pgbench"
  (cd "$DOWNLOADS/pgbench" && apt-get download "$package") >"$LOGS/apt.log" 2>&1 || fail "$package could not be downloaded: $(tail -1 "$LOGS/apt.log")."
  for deb in "$DOWNLOADS"/pgbench/*.deb; do dpkg -x "$deb" "$folder"; done
  PGBENCH=$(find "$folder" -path '*/bin/pgbench' | head -1)
  [[ -n $PGBENCH ]] || fail "$package has no pgbench."
}
run_pgbench() { PGPASSWORD=$STORE_DB_PASSWORD "$PGBENCH" -h 127.0.0.1 -p "$STORE_DB_PORT" -U "$STORE_DB_USER" "$@" pgbench >>"$LOAD/pgbench.log" 2>&1; }
# pgbench_rate WHEN: transactions per second of pgbench's own kind (tpcb-like), with as many clients as there are buyers.
pgbench_rate() {
  if [[ $1 == before ]]; then
    sql 'DROP DATABASE IF EXISTS pgbench' && sql 'CREATE DATABASE pgbench' || exit 1
    run_pgbench -i -q -s "$PGBENCH_SCALE" || fail "pgbench could not fill its tables: $(tail -1 "$LOAD/pgbench.log")"
  fi
  step "pgbench, tpcb-like, $LOAD_BUYERS clients"
  run_pgbench -c "$LOAD_BUYERS" -j 2 -T "$LOAD_SECONDS" || fail "pgbench failed: $(tail -1 "$LOAD/pgbench.log")"
  printf 'pgbench-%s\t%s\n' "$1" "$(sed -n 's/^tps = \([0-9.]*\).*/\1/p' "$LOAD/pgbench.log" | tail -1)" | tee -a "$LOAD/rates.tsv"
}

# measure_orders NAME BUYERS LINES HOT CARTS: a round to warm up, and one that counts; CARTS a second, more than can be ordered.
# The first warms up for long: three young JVMs compile for minutes, and would be measured doing that.
measure_orders() {
  local name=$1 round seconds
  for round in warm "$name"; do
    seconds=$LOAD_SECONDS
    [[ $name-$round != distinct-warm ]] || seconds=$LOAD_WARM
    step "orders, $name: $round, $seconds s"
    sql "$(sed "s/BUYERS/$2/; s/LINES/$3/; s/HOT/$4/; s/CARTS/$(($5 * seconds))/; /^--/d" "$ROOT/scripts/lib/load/carts.sql")" >"$LOAD/carts.tsv" || exit 1
    sql 'ANALYZE cart, cart_line, product_variant' || exit 1
    simulate "$name-$round" "$2" "$seconds"
  done
  # Orders of the round that counts, between the first and the last of them.
  sql "SELECT '$name', round(count(*) / extract(epoch FROM max(paid_at) - min(paid_at)), 1), count(*)
         FROM shop_order WHERE email LIKE '$name-$name-%@load.example' AND paid_at >= to_timestamp($SIMULATED_AT)" | tee -a "$LOAD/rates.tsv"
  report_times "$name"
  # Times of refusals say nothing.
  grep -qE "^$name	[0-9]" "$LOAD/rates.tsv" || fail "No order was placed; see $LOAD/$name-$name.log."
  # The mails of its orders are of nobody, and would be written while the next is measured.
  sql "DELETE FROM mail WHERE to_address LIKE '%@load.example'"
}
# simulate NAME BUYERS SECONDS
simulate() {
  SIMULATED_AT=$(date +%s)
  "$BUILD_JAVA/bin/java" -Xmx512m --add-opens=java.base/java.lang=ALL-UNNAMED -cp "$ROOT/load-tests/target/classes:$(<"$LOAD/classpath")" \
    "-Dload.shop=$SHOP" "-Dload.carts=$LOAD/carts.tsv" "-Dload.name=$1" "-Dload.buyers=$2" "-Dload.seconds=$3" \
    io.gatling.app.Gatling -s shop.emporium.load.OrdersSimulation -rf "$LOAD/$1" >"$LOAD/$1.log" 2>&1 ||
    fail "The simulation failed: $(grep -m1 -iE 'error|exception' "$LOAD/$1.log"). See $LOAD/$1.log."
}
# The times of Gatling's summary: the 50th, 95th and 99th percentile, the longest, and how many were not answered with an order.
report_times() {
  local log=$LOAD/$1-$1.log
  grep -q 'request count' "$log" || fail "Gatling came to no result. See $log."
  printf '%s-times\t%s\t%s\t%s\t%s\t%s\n' "$1" "$(summary 'response time 50th percentile' 2 "$log")" "$(summary 'response time 95th percentile' 2 "$log")" \
    "$(summary 'response time 99th percentile' 2 "$log")" "$(summary 'max response time' 2 "$log")" "$(summary 'request count' 4 "$log")" | tee -a "$LOAD/rates.tsv"
}
# summary NAME COLUMN FILE: a number of the last summary; none is 0.
summary() { awk -F'|' -v name="> $1" -v column="$2" 'index($0, name) == 1 {value = $column} END {gsub(/[ ,]/, "", value); print value == "-" || value == "" ? 0 : value}' "$3"; }

load_report() {
  awk -f "$ROOT/scripts/lib/load/report.awk" -v about="$(nproc) cores, $STORE_NODES nodes, nginx, PostgreSQL and the buyers on one machine; $LOAD_SECONDS s a figure" \
    "$LOAD/rates.tsv" >"$LOAD/result.md"
  say
  cat "$LOAD/result.md"
  say
  say "Kept in $LOAD: result.md, and Gatling's reports as HTML."
}
