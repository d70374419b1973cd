# A benchmark that anyone can repeat: ratios within one run on one machine. Sourced by scripts/store.
# shellcheck shell=bash

# What is asked, in the order of the report; the addresses of each are in a file of that name.
BENCH_PAGES=(home category facets search product rest-list rest-product)

bench() {
  local quick='' sizes='' check='' sockets='' size
  BENCH_SECONDS=10
  while (($#)); do
    case $1 in
      --quick) quick=yes ;;
      --seconds) BENCH_SECONDS=${2:-}; shift ;;
      --sizes) sizes=${2:-}; shift ;;
      --check) check=yes ;;
      --sockets) sockets=${2:-}; shift ;;
      *) fail "bench does not know '$1'. See scripts/store help." ;;
    esac
    (($#)) && shift
  done
  [[ $BENCH_SECONDS =~ ^[1-9][0-9]{0,2}$ ]] || fail "--seconds wants a number from 1 to 999."
  [[ -z $sizes || $sizes =~ ^[0-9]+(,[0-9]+)*$ ]] || fail "--sizes wants numbers of products, such as 1000,100000,1000000."
  [[ -z $sockets || $sockets =~ ^[1-9][0-9]{0,3}$ ]] || fail "--sockets wants a number from 1 to 9999."
  for size in ${sizes//,/ }; do require_count "$size"; done
  # The first rounds of a page are the JVM's own: it compiles what it runs often.
  BENCH_WARM=3 BENCH_FIRST_WARM=60
  [[ -z $quick ]] || BENCH_SECONDS=3 BENCH_WARM=1 BENCH_FIRST_WARM=5
  enter_bench
  if [[ -n $sockets ]]; then
    bench_sockets "$sockets"
    return
  fi
  if [[ -n $sizes ]]; then
    for size in ${sizes//,/ }; do bench_size "$size"; done
  else
    bench_pages
  fi
  leave_bench
  trap - EXIT INT TERM
  bench_report "$([[ -n $sizes ]] && echo sizes || echo pages)"
  [[ -z $check ]] || ! grep -qF '**below**' "$BENCH/result.md" || fail "Some figures are below their goals: $BENCH/result.md"
}

enter_bench() {
  local node
  load_secrets
  find_tools
  require_command wrk wrk
  find_nginx
  take_lock
  EAR=${STORE_EAR:-$STORE_DIR/emporium.ear}
  nginx_answers || fail "The shop does not answer at $SHOP. Run scripts/store up."
  for node in $(node_names); do is_ready "$node" || fail "$node is not ready. Run scripts/store up."; done
  BENCH=$STORE_DIR/bench/$(date -u +%Y%m%dT%H%M%SZ)
  mkdir -p "$BENCH"
  "$BUILD_JAVA/bin/javac" -d "$RUN/bench" "$ROOT"/scripts/lib/bench/*.java || fail "The parts of the benchmark could not be compiled."
  declare -gA FORMER_NODE_CACHE=()
  PAGE_CACHE_CHANGED='' BENCH_FILE=''
  trap leave_bench EXIT
  trap 'exit 130' INT TERM
}
# However the run ends, the shop is as it was before.
leave_bench() {
  [[ -z $BENCH_FILE ]] || rm -f "$BENCH_FILE"
  node_caches back
  [[ -z $PAGE_CACHE_CHANGED ]] || page_cache "$STORE_PAGE_CACHE"
}

# page_cache on|off: nginx's, from now on.
page_cache() {
  local old_workers
  old_workers=$(pgrep -P "$(part_pid nginx)")
  PAGE_CACHE_CHANGED=yes
  STORE_PAGE_CACHE=$1 configure_nginx
  reload_nginx || fail "nginx does not run any more. Run scripts/store up."
  # shellcheck disable=SC2086
  wait_for 15 are_gone $old_workers || fail "nginx does not take its new configuration. See $LOGS/nginx-error.log."
}
# node_caches off|back: what nodes keep of ready answers, switched while they run.
node_caches() {
  local node address='"address":[{"system-property":"store.node.cache"}]' former
  for node in $(node_names); do
    if [[ $1 == off ]]; then
      former=$(manage "$node" "{\"operation\":\"read-attribute\",$address,\"name\":\"value\"}" | json_text result)
      FORMER_NODE_CACHE[$node]=${former:-none}
      manage "$node" "{\"operation\":\"$([[ -n $former ]] && echo write-attribute || echo add)\",$address,\"name\":\"value\",\"value\":\"off\"}" >/dev/null ||
        fail "$node does not take orders on port $(management_port "$node"). See $LOGS/$node.log."
    elif [[ -n ${FORMER_NODE_CACHE[$node]:-} ]]; then
      former=${FORMER_NODE_CACHE[$node]}
      if [[ $former == none ]]; then
        manage "$node" "{\"operation\":\"remove\",$address}" >/dev/null
      else
        manage "$node" "{\"operation\":\"write-attribute\",$address,\"name\":\"value\",\"value\":\"$former\"}" >/dev/null
      fi
      unset "FORMER_NODE_CACHE[$node]"
    fi
  done
}

# Everything at the catalogue's present size. Without the page cache first: that is what warms the nodes.
bench_pages() {
  local page
  BENCH_SIZE=$(shown_products)
  gather_addresses
  static_file
  measure static static "$BENCH_WARM"
  step "without the page cache"
  page_cache off
  warm_up "${BENCH_PAGES[@]}"
  for page in "${BENCH_PAGES[@]}"; do measure page-cache-off "$page" "$BENCH_WARM"; done
  step "without the page cache and the nodes' own"
  node_caches off
  for page in "${BENCH_PAGES[@]}"; do measure both-off "$page" "$BENCH_WARM"; done
  node_caches back
  measure_latency
  step "as shoppers meet it, with all caches"
  page_cache on
  for page in "${BENCH_PAGES[@]}"; do measure cached "$page" "$BENCH_WARM"; done
  for page in "${BENCH_PAGES[@]}"; do measure cached-one-address "$page" "$BENCH_WARM"; done
  measure static static "$BENCH_WARM"
}
# What depends on the number of products, with so many.
bench_size() {
  local page
  (seed_catalogue "$1" 1 replace) || exit 1
  BENCH_SIZE=$(shown_products)
  step "waiting until every node knows $BENCH_SIZE products"
  wait_for 600 nodes_know "$BENCH_SIZE" || fail "The nodes do not show $BENCH_SIZE products. See $LOGS/node1.log."
  gather_addresses
  page_cache off
  warm_up category search product
  for page in category search product; do measure page-cache-off "$page" "$BENCH_WARM"; done
  node_caches off
  for page in category search product; do measure both-off "$page" "$BENCH_WARM"; done
  node_caches back
  measure_latency
}
shown_products() { sql "SELECT count(*) FROM product WHERE visible"; }
nodes_know() {
  local node
  for node in $(node_names); do
    [[ $(curl -sf --max-time 60 "http://127.0.0.1:$(node_port "$node")/api/v1/products?size=1" | json_number total) == "$1" ]] || return 1
  done
}

# What to ask, out of what the shop has; only what answers with 200 is measured.
gather_addresses() {
  local folder=$BENCH/addresses-$BENCH_SIZE page
  mkdir -p "$folder"
  "$NODE_JAVA/bin/java" -cp "$RUN/bench" Addresses "$SHOP" "$folder" || fail "The shop's addresses could not be read from its REST interface."
  for page in "${BENCH_PAGES[@]}"; do
    sed "s|.*|url = \"$SHOP&\"\noutput = /dev/null|" "$folder/$page.txt" | curl -s --max-time 600 -w '%{http_code}\n' -K - |
      paste - "$folder/$page.txt" | awk -F'\t' -v bad="$folder/left-out.txt" '$1 == 200 {print $2; next} {print >>bad}' >"$folder/$page.new"
    [[ -s $folder/$page.new ]] || fail "Nothing of kind $page answers with 200. See $folder/left-out.txt."
    mv "$folder/$page.new" "$folder/$page.txt"
    head -1 "$folder/$page.txt" >"$folder/$page.one.txt"
  done
  ADDRESSES=$folder
}
# The measure of all: how fast this nginx serves a file as large as a product's page.
static_file() {
  local bytes hash
  bytes=$(curl -s "$SHOP$(head -1 "$ADDRESSES/product.txt")" | wc -c)
  ((bytes > 0)) || fail "The page of a product is empty."
  head -c "$bytes" /dev/urandom | base64 -w 120 | head -c "$bytes" >"$BENCH/static.html"
  hash=$(sha256sum <"$BENCH/static.html" | cut -c1-12)
  BENCH_FILE=$WWW/assets/bench.$hash.html
  mv "$BENCH/static.html" "$BENCH_FILE" && chmod 644 "$BENCH_FILE"
  echo "/assets/bench.$hash.html" >"$ADDRESSES/static.txt"
  echo "$bytes" >"$BENCH/static.bytes"
}

# measure CACHES PAGE WARM_SECONDS: a line of figures, size, caches, page, requests/s, p50, p99 (ms), not answered well.
measure() {
  local caches=$1 page=$2 file=$ADDRESSES/$2.txt figures
  [[ $caches != cached-one-address ]] || file=$ADDRESSES/$page.one.txt
  ask "$3" "$file" >/dev/null
  figures=$(ask "$BENCH_SECONDS" "$file" | sed -n 's/^FIGURES\t//p')
  [[ -n $figures ]] || fail "wrk measured nothing for $page."
  printf '%s\t%s\t%s\t%s\n' "$BENCH_SIZE" "$caches" "$page" "$figures" | tee -a "$BENCH/figures.tsv" |
    awk -F'\t' '{printf "  %-20s %-14s %10.1f/s  p50 %8.2f ms  p99 %8.2f ms  %d not 2xx\n", $2, $3, $4, $5, $6, $7}'
}
# Pages share code: all of them before the first figure, or the last to be measured would look best.
warm_up() {
  local page
  for page in "$@"; do ask "$BENCH_FIRST_WARM" "$ADDRESSES/$page.txt" >/dev/null; done
}
ask() { wrk -t2 -c32 --latency --timeout 10s "-d${1}s" -s "$ROOT/scripts/lib/bench/cycle.lua" "$SHOP" -- "$2"; }
# One client and 500 addresses that nobody has asked for, on a node's own port, its caches as always.
measure_latency() {
  step "one client on node1"
  "$NODE_JAVA/bin/java" -cp "$RUN/bench" Latency "http://127.0.0.1:$(node_port node1)" "$ADDRESSES/latency.txt" |
    sed "s/^/$BENCH_SIZE\t/" | tee -a "$BENCH/latencies.tsv" | awk -F'\t' '{printf "  %-20s median %8.1f ms  p99 %8.1f ms  %d not 200\n", $2, $4, $5, $6}'
}

bench_report() {
  local about
  about="$(nproc) cores, $STORE_NODES nodes, nginx and PostgreSQL on one machine; wrk -t2 -c32 beside them, $BENCH_SECONDS s a figure"
  touch "$BENCH/latencies.tsv"
  awk -f "$ROOT/scripts/lib/bench/goals.awk" -f "$ROOT/scripts/lib/bench/$1.awk" -v about="$about" -v bytes="$(cat "$BENCH/static.bytes" 2>/dev/null)" "$BENCH/figures.tsv" "$BENCH/latencies.tsv" >"$BENCH/result.md"
  awk -f "$ROOT/scripts/lib/bench/json.awk" -v about="$about" "$BENCH/figures.tsv" "$BENCH/latencies.tsv" >"$BENCH/result.json"
  say
  cat "$BENCH/result.md"
  say
  say "Kept in $BENCH: result.md, result.json, what was asked."
}
