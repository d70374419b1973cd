# Catalogue files and pictures into the shop, through the operator's interface of a node. Sourced by scripts/store.
# shellcheck shell=bash

ready_node() {
  local node
  for node in $(node_names); do is_supervised "$node" && is_ready "$node" && echo "$node" && return; done
  fail "No node is ready. Run scripts/store up."
}
# operate METHOD PATH FILE: sends a file; prints the answer, or fails with the problem's own words.
# The file is read while it is sent, and a million products may take their time.
operate() {
  local node answer status
  node=$(ready_node) || exit 1
  answer=$(curl -sg --max-time 86400 -w '\n%{http_code}' -X "$1" -H @- -H 'Content-Type: application/octet-stream' -T "$3" \
    "http://127.0.0.1:$(node_port "$node")/internal/$2" <<<"Authorization: Bearer $STORE_OPERATOR_TOKEN")
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  [[ $status == 200 ]] || fail "$(json_text detail <<<"$answer" || echo "$node answered with status $status"). See $LOGS/$node.log."
  printf '%s\n' "$answer"
}
# fetch PATH FILE: writes what a node answers to a file, which is whole or not there at all.
fetch() {
  local node part=$2.part status
  node=$(ready_node) || exit 1
  [[ -d $(dirname "$2") && -w $(dirname "$2") ]] || fail "$(dirname "$2") is no folder that can be written."
  status=$(curl -s --max-time 86400 -o "$part" -w '%{http_code}' -H @- \
    "http://127.0.0.1:$(node_port "$node")/internal/$1" <<<"Authorization: Bearer $STORE_OPERATOR_TOKEN") || status="$status, and broke off"
  [[ $status == 200 ]] || { rm -f "$part"; fail "$node answered with status $status. See $LOGS/$node.log."; }
  mv "$part" "$2" || fail "$2 could not be written."
}
json_text() { grep -oE "\"$1\":\"([^\"\\\\]|\\\\.)*\"" | head -1 | sed -E "s/^\"$1\":\"(.*)\"$/\1/; s/\\\\\"/\"/g" | grep .; }
json_number() { grep -oE "\"$1\":[0-9]+" | head -1 | cut -d: -f2; }

import_catalogue() {
  local file='' pictures='' categories='' query='' report began
  while (($#)); do
    case $1 in
      --pictures) pictures=${2:-}; shift ;;
      --categories) categories=${2:-}; shift ;;
      --dry-run) query='?dryRun=true' ;;
      -*) fail "import does not know '$1'. See scripts/store help." ;;
      *) file=$1 ;;
    esac
    shift
  done
  [[ -n $file ]] || fail "Which file? scripts/store import FILE.csv"
  [[ -r $file ]] || fail "$file cannot be read."
  [[ -z $pictures || -d $pictures ]] || fail "$pictures is no folder."
  [[ -z $categories || -r $categories ]] || fail "$categories cannot be read."
  [[ -z $query || -z $pictures$categories ]] || fail "A dry run looks at products only: leave out --pictures and --categories."
  load_secrets
  [[ -z $pictures ]] || send_pictures "$pictures" "$file" "$categories"
  if [[ -n $categories ]]; then
    report=$(operate POST import/categories "$categories") || exit 1
    say "categories: $(json_number created <<<"$report") new, $(json_number updated <<<"$report") updated, $(json_number issueCount <<<"$report") faults."
    print_faults "$report"
  fi
  began=$(date +%s%N)
  report=$(operate POST "import$query" "$file") || exit 1
  print_report "$report" $((($(date +%s%N) - began) / 1000000)) "${query:+would be }"
}
# print_report REPORT MILLISECONDS WOULD: "would be " on a dry run.
print_report() {
  local report=$1 products
  products=$(($(json_number created <<<"$report") + $(json_number updated <<<"$report") + $(json_number unchanged <<<"$report")))
  say "products: $(json_number created <<<"$report") ${3}new, $(json_number updated <<<"$report") ${3}changed," \
    "$(json_number unchanged <<<"$report") unchanged, $(json_number variants <<<"$report") variants, $(json_number issueCount <<<"$report") faults;" \
    "$(json_number brands <<<"$report") brands and $(json_number categories <<<"$report") categories ${3}made;" \
    "$((products * 1000 / ($2 + 1))) products/s."
  grep -oE '\{"fields":\[("([^"\\]|\\.)*",?)*\],"line":[0-9]+,"slug":"[^"]*"\}' <<<"$report" |
    sed -E 's/^\{"fields":\["(.*)"\],"line":([0-9]+),"slug":"(.*)"\}$/  line \2 would change \3: \1/; s/","/, /g; s/\\"/"/g'
  print_faults "$report"
}
print_faults() {
  grep -oE '\{"line":[0-9]+,"reason":"([^"\\]|\\.)*"\}' <<<"$1" |
    sed -E 's/^\{"line":([0-9]+),"reason":"(.*)"\}$/  line \1: \2/; s/\\"/"/g'
  return 0
}

export_catalogue() {
  [[ -n ${1:-} && $1 != -* && $# == 1 ]] || fail "Which file? scripts/store export FILE.csv"
  load_secrets
  fetch export "$1"
  say "$1: $(($(wc -l <"$1") - 1)) lines, $(($(wc -c <"$1") / 1024)) KB."
}

# Without a file, prints the list.
synonyms() {
  local node report
  (($# <= 1)) || fail "synonyms takes one file. See scripts/store help."
  load_secrets
  if (($# == 0)); then
    node=$(ready_node) || exit 1
    curl -sf --max-time 60 -H @- "http://127.0.0.1:$(node_port "$node")/internal/synonyms" <<<"Authorization: Bearer $STORE_OPERATOR_TOKEN" ||
      fail "$node did not give the list. See $LOGS/$node.log."
    return
  fi
  [[ -r $1 ]] || fail "$1 cannot be read."
  report=$(operate PUT synonyms "$1") || exit 1
  say "synonyms: $(json_number created <<<"$report") terms, $(json_number issueCount <<<"$report") faults."
  print_faults "$report"
}

# Sends the pictures of a folder that the files name, each under the name that they use.
send_pictures() {
  local folder=$1 names name sent=0 missing=0
  shift
  names=$(cat "$@" 2>/dev/null | grep -oE '[A-Za-z0-9_.-]+\.(webp|png|jpe?g|gif|svg)' | sort -u)
  for name in $names; do
    if [[ -f $folder/$name ]]; then
      operate PUT "pictures/$name" "$folder/$name" >/dev/null || exit 1
      ((++sent))
    else
      ((++missing))
    fi
  done
  say "pictures: $sent sent, $missing not in $folder."
}

# The sample catalogue, into an empty shop only.
load_sample() {
  [[ $(sql 'SELECT count(*) FROM product') == 0 ]] || return 0
  [[ ${STORE_SAMPLE:-on} == on ]] || return 0
  step "loading the sample catalogue"
  fetch_pictures
  import_catalogue "$ROOT/sample-data/catalogue.csv" --pictures "$STORE_DIR/pictures" --categories "$ROOT/sample-data/categories.csv"
  synonyms "$ROOT/sample-data/synonyms.csv"
  make_demo_accounts
}
# Accounts to try the sample shop with. A shop of its own has none, and none has one where real people shop.
make_demo_accounts() {
  [[ ${STORE_PRODUCTION:-no} == no ]] || return 0
  operate PUT demo-accounts <(printf '%s' "$STORE_DEMO_PASSWORD") >/dev/null || exit 1
}
has_demo_accounts() { [[ $(sql "SELECT count(*) FROM customer WHERE email_key IN ('shopper@example.com', 'agent@example.com', 'admin@example.com')") == 3 ]]; }
# Pictures come from an npm package. Where npm is absent, each product gets the drawing of its category.
fetch_pictures() {
  local folder=$STORE_DIR/pictures
  [[ -f $folder/complete ]] && return
  rm -rf "$folder" && mkdir -p "$folder"
  if command -v npm >/dev/null; then
    cp "$ROOT/sample-data/package.json" "$folder/"
    if (cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock --omit=dev) >"$LOGS/npm.log" 2>&1; then
      mv "$folder"/node_modules/@lobehub/fluent-emoji-3d/assets/*.webp "$folder/" && rm -rf "$folder/node_modules"
      touch "$folder/complete"
      return
    fi
    say "npm could not fetch the pictures (see $LOGS/npm.log); the shop shows drawings."
  else
    say "npm is not here, so the shop shows drawings instead of pictures."
  fi
  draw_pictures "$folder"
}
# Which category a picture's product is in stands in the file; a small program reads CSV rightly, grep would not.
draw_pictures() {
  "$NODE_JAVA/bin/java" -XX:TieredStopAtLevel=1 "$ROOT/scripts/lib/Draw.java" "$ROOT/sample-data" "$1" ||
    fail "The drawings could not be laid out under $1."
}
