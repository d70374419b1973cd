# How fast, accessible and findable pages are on a phone, judged by Lighthouse. Sourced by scripts/store.
# shellcheck shell=bash

# The last version that runs on Node.js 20, and what every category has to reach.
LIGHTHOUSE_VERSION=12.8.2
LIGHTHOUSE_LEAST=95

# lighthouse [URL...]: without one, a home page, a listing and a product of the running shop.
lighthouse() {
  local urls=("$@") url category row bad=0 report=$STORE_DIR/lighthouse tool=$STORE_DIR/tools/node_modules/lighthouse
  mkdir -p "$report" "$LOGS"
  require_command curl curl
  require_command "$(chromium_name)" chromium
  install_tool lighthouse "$LIGHTHOUSE_VERSION"
  if ((${#urls[@]} == 0)); then
    mapfile -t urls < <(lighthouse_pages)
    ((${#urls[@]} == 3)) || fail "The shop at $SHOP does not answer. Run scripts/store up, or name addresses."
  fi
  printf '%-12s%14s%16s%6s  %s\n' performance accessibility best-practices seo address
  for url in "${urls[@]}"; do
    row=$(lighthouse_scores "$url" "$report/$(page_name "$url")") || fail "Lighthouse could not read $url. See $LOGS/lighthouse.log."
    # shellcheck disable=SC2086
    printf '%-12s%14s%16s%6s  %s\n' $row "$url"
    for category in $row; do ((category >= LIGHTHOUSE_LEAST)) || bad=1; done
  done
  say "What costs points: $report/*.report.html"
  ((bad == 0)) || fail "A score is below $LIGHTHOUSE_LEAST. Open the report of that page."
}

lighthouse_pages() {
  local product category
  product=$(curl -sf "$SHOP/api/v1/products?size=1" | first_slug) && category=$(curl -sf "$SHOP/api/v1/categories" | first_slug) || return 1
  printf '%s\n' "$SHOP/" "$SHOP/category/$category" "$SHOP/product/$product"
}
# The slug of the first item of a list of products, or of a list itself.
first_slug() { command node -pe 'const answer = JSON.parse(require("fs").readFileSync(0, "utf8")); (answer.items ?? answer)[0].slug'; }
page_name() { sed -E 's|^https?://||; s|[^A-Za-z0-9.-]+|_|g' <<<"$1" | cut -c1-100; }

# lighthouse_scores URL FILE: four scores from 0 to 100. A page is read again when Chromium lost the thread of it.
lighthouse_scores() {
  local url=$1 file=$2 i
  for i in 1 2 3; do
    rm -f "$file".report.*
    CHROME_PATH=$(command -v "$(chromium_name)") command node "$tool/cli/index.js" "$url" --quiet --output=json --output=html "--output-path=$file" \
      --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking" >>"$LOGS/lighthouse.log" 2>&1
    scores_of "$file.report.json" 2>>"$LOGS/lighthouse.log" && return
    echo "run $i on $url gave no scores" >>"$LOGS/lighthouse.log"
  done
  return 1
}
scores_of() {
  command node -e 'const {categories, runtimeError} = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const scores = ["performance", "accessibility", "best-practices", "seo"].map(name => categories[name].score);
    if (runtimeError || scores.includes(null)) throw new Error(runtimeError?.message ?? "a category has no score");
    console.log(scores.map(score => Math.round(score * 100)).join(" "));' "$1"
}

# install_tool PACKAGE VERSION: a program of npm's, under the shop's own folder.
install_tool() {
  local folder=$STORE_DIR/tools installed
  # `node` is also a function here: the one that acts on the shop's nodes.
  [[ -n $(type -P node) ]] || { can_install && install_packages nodejs; } || fail "Node.js is missing and cannot be installed without root. Ask for the package nodejs."
  require_command npm npm
  installed=$(command node -p "require('$folder/node_modules/$1/package.json').version" 2>/dev/null)
  [[ $installed != "$2" ]] || return 0
  step "fetching $1 $2 (npm)"
  mkdir -p "$folder" "$LOGS"
  (cd "$folder" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock --prefix "$folder" "$1@$2") >"$LOGS/npm.log" 2>&1 ||
    fail "$1 could not be fetched: $(tail -1 "$LOGS/npm.log"). See $LOGS/npm.log."
}
