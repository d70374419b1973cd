# Catalogue files and pictures into the shop, through the operator's interface of a node. Sourced by scripts/store.
# shellcheck shell=bash

ready_node() {
  local node
  for node in $(node_names); do is_supervised "$node" && is_ready "$node" && echo "$node" && return; done
  fail "No node is ready. Run scripts/store up."
}
# operate METHOD PATH FILE: sends a file; prints the answer, or fails with the problem's own words.
operate() {
  local node answer status
  node=$(ready_node) || exit 1
  answer=$(curl -s --max-time 3600 -w '\n%{http_code}' -X "$1" -H @- -H 'Content-Type: application/octet-stream' --data-binary "@$3" \
    "http://127.0.0.1:$(node_port "$node")/internal/$2" <<<"Authorization: Bearer $STORE_OPERATOR_TOKEN")
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  [[ $status == 200 ]] || fail "$(json_text detail <<<"$answer" || echo "$node answered with status $status"). See $LOGS/$node.log."
  printf '%s\n' "$answer"
}
json_text() { grep -oE "\"$1\":\"([^\"\\\\]|\\\\.)*\"" | head -1 | sed -E "s/^\"$1\":\"(.*)\"$/\1/; s/\\\\\"/\"/g" | grep .; }
json_number() { grep -oE "\"$1\":[0-9]+" | head -1 | cut -d: -f2; }

import_catalogue() {
  local file='' pictures='' categories='' report
  while (($#)); do
    case $1 in
      --pictures) pictures=${2:-}; shift ;;
      --categories) categories=${2:-}; shift ;;
      -*) fail "import does not know '$1'. See scripts/store help." ;;
      *) file=$1 ;;
    esac
    shift
  done
  [[ -n $file ]] || fail "Which file? scripts/store import FILE.csv"
  [[ -r $file ]] || fail "$file cannot be read."
  [[ -z $pictures || -d $pictures ]] || fail "$pictures is no folder."
  [[ -z $categories || -r $categories ]] || fail "$categories cannot be read."
  load_secrets
  [[ -z $pictures ]] || send_pictures "$pictures" "$file" "$categories"
  if [[ -n $categories ]]; then
    report=$(operate POST import/categories "$categories") || exit 1
    print_report categories "$report"
  fi
  report=$(operate POST import "$file") || exit 1
  print_report products "$report"
}
print_report() {
  local what=$1 report=$2 faults
  faults=$(json_number issueCount <<<"$report")
  say "$what: $(json_number created <<<"$report") new, $(json_number updated <<<"$report") updated, $(json_number variants <<<"$report") variants, $faults faults."
  ((faults == 0)) || grep -oE '\{"line":[0-9]+,"reason":"([^"\\]|\\.)*"\}' <<<"$report" |
    sed -E 's/^\{"line":([0-9]+),"reason":"(.*)"\}$/  line \1: \2/; s/\\"/"/g'
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
}
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
