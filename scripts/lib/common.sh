# Settings, messages and small tools that every part uses. Sourced by scripts/store.
# shellcheck shell=bash

say()  { printf '%s\n' "$*"; }
step() { printf '\033[1m%s\033[0m\n' "· $*" >&2; }
fail() { printf '\033[31mstore: %s\033[0m\n' "$*" >&2; exit 1; }

# Settings: .env beside this repository, then the environment, then the defaults of contract and .env.example.
load_settings() {
  local file=${STORE_ENV_FILE:-$ROOT/.env} line
  if [[ -f $file ]]; then
    while IFS= read -r line || [[ -n $line ]]; do
      [[ $line =~ ^[[:space:]]*(#|$) ]] && continue
      [[ $line =~ ^(STORE_[A-Z_0-9]+)=(.*)$ ]] || fail "$file: not a setting: $line. Write NAME=value."
      # What the environment says wins over the file.
      [[ -n ${!BASH_REMATCH[1]+set} ]] || export "${BASH_REMATCH[1]}=${BASH_REMATCH[2]}"
    done <"$file"
  fi
  STORE_DIR=${STORE_DIR:-.store}
  [[ $STORE_DIR == /* ]] || STORE_DIR=$ROOT/$STORE_DIR
  STORE_DIR=$(realpath -m "$STORE_DIR")
  [[ $STORE_DIR =~ ^[A-Za-z0-9_./+-]+$ ]] ||
    fail "WildFly and nginx cannot work in '$STORE_DIR'. Use a path of letters, digits and _ . / + - only, or set STORE_DIR."
  STORE_PORT_OFFSET=${STORE_PORT_OFFSET:-0}
  STORE_HTTP_PORT=${STORE_HTTP_PORT:-$((8000 + STORE_PORT_OFFSET))}
  STORE_HTTPS_PORT=${STORE_HTTPS_PORT:-$((8443 + STORE_PORT_OFFSET))}
  STORE_DB_PORT=${STORE_DB_PORT:-$((5433 + STORE_PORT_OFFSET))}
  STORE_BIND=${STORE_BIND:-127.0.0.1}
  STORE_NODES=${STORE_NODES:-$(cat "$STORE_DIR/nodes.count" 2>/dev/null || echo 3)}
  STORE_PAGE_CACHE=${STORE_PAGE_CACHE:-on}
  STORE_PAGE_THREADS=${STORE_PAGE_THREADS:-$(($(nproc) > 2 ? 2 * $(nproc) : 4))}
  STORE_NODE_JAVA_OPTS=${STORE_NODE_JAVA_OPTS:-$DEFAULT_NODE_JAVA_OPTS}
  STORE_DEMO_PASSWORD=${STORE_DEMO_PASSWORD:-Demo-store-2026!}
  [[ $STORE_NODES =~ ^[1-9]$ ]] || fail "STORE_NODES must be a number from 1 to 9, not '$STORE_NODES'."
  [[ $STORE_PAGE_THREADS =~ ^[1-9][0-9]{0,2}$ ]] || fail "STORE_PAGE_THREADS must be a number from 1 to 999, not '$STORE_PAGE_THREADS'."
  [[ -z ${STORE_URL:-} || $STORE_URL =~ ^https?://[A-Za-z0-9.:-]+/?$ ]] || fail "STORE_URL must be like https://shop.example, not '$STORE_URL'."
  [[ -z ${STORE_CATALOGUE_LANGUAGE:-} || $STORE_CATALOGUE_LANGUAGE =~ ^[a-z]{2}$ ]] || fail "STORE_CATALOGUE_LANGUAGE must be two letters such as de, not '$STORE_CATALOGUE_LANGUAGE'."
  [[ -z ${STORE_ADMIN_SECOND_FACTOR:-} || $STORE_ADMIN_SECOND_FACTOR =~ ^(yes|no)$ ]] || fail "STORE_ADMIN_SECOND_FACTOR must be yes or no, not '$STORE_ADMIN_SECOND_FACTOR'."
  [[ -z ${STORE_FACTOR_KEY:-} || ${#STORE_FACTOR_KEY} -ge 32 ]] || fail "STORE_FACTOR_KEY must have 32 random characters or more; openssl rand -hex 32 makes some."
  [[ -z ${STORE_PRODUCTION:-} || $STORE_PRODUCTION =~ ^(yes|no)$ ]] || fail "STORE_PRODUCTION must be yes or no, not '$STORE_PRODUCTION'."
  check_mail_settings
  check_payment_settings
  [[ ${STORE_PASSWORD_MEMORY:-19456} =~ ^[1-9][0-9]{4,6}$ ]] || fail "STORE_PASSWORD_MEMORY must be a number of KiB from 19456 to 9999999, not '$STORE_PASSWORD_MEMORY'."
  [[ ${STORE_PASSWORD_PASSES:-2} =~ ^[1-9][0-9]?$ ]] || fail "STORE_PASSWORD_PASSES must be a number from 2 to 99, not '$STORE_PASSWORD_PASSES'."
  [[ ${STORE_START_SECONDS:-600} =~ ^(0|1[2-9][0-9]|[2-9][0-9]{2}|[1-9][0-9]{3,4})$ ]] || fail "STORE_START_SECONDS must be a number of seconds from 120 to 99999, or 0 for no end, not '$STORE_START_SECONDS'."
  [[ ${STORE_HANG_TRIES:-3} =~ ^(0|[1-9][0-9]{0,2})$ ]] || fail "STORE_HANG_TRIES must be a number from 1 to 999, or 0 to let it hang, not '$STORE_HANG_TRIES'."
  [[ ${STORE_LIVE_SOCKETS:-5000} =~ ^[0-9]{1,6}$ ]] || fail "STORE_LIVE_SOCKETS must be a number from 0 to 999999, not '$STORE_LIVE_SOCKETS'."
  [[ ${STORE_CHAT_SOCKETS:-5000} =~ ^[0-9]{1,6}$ ]] || fail "STORE_CHAT_SOCKETS must be a number from 0 to 999999, not '$STORE_CHAT_SOCKETS'."
  [[ ${STORE_CHAT_ADDRESS:-200} =~ ^[0-9]{1,6}$ ]] || fail "STORE_CHAT_ADDRESS must be a number from 0 to 999999, not '$STORE_CHAT_ADDRESS'."
  [[ ${STORE_CHAT_RATE:-20} =~ ^[0-9]{1,6}$ ]] || fail "STORE_CHAT_RATE must be a number from 0 to 999999, not '$STORE_CHAT_RATE'."
  [[ ${STORE_CHAT_LOAD:-4} =~ ^[0-9]{1,3}$ ]] || fail "STORE_CHAT_LOAD must be a number from 0 to 999, not '$STORE_CHAT_LOAD'."
  [[ ${STORE_LIVE_ADDRESS:-200} =~ ^[0-9]{1,6}$ ]] || fail "STORE_LIVE_ADDRESS must be a number from 0 to 999999, not '$STORE_LIVE_ADDRESS'."
  RUN=$STORE_DIR/run LOGS=$STORE_DIR/logs DOWNLOADS=$STORE_DIR/downloads
  WILDFLY=$STORE_DIR/wildfly TEMPLATE=$STORE_DIR/wildfly-template WWW=$STORE_DIR/www
  SHOP=http://localhost:$STORE_HTTP_PORT
  # Where links in mails lead while STORE_URL says nothing.
  export STORE_LOCAL_URL=$SHOP
}

# What is wrong with the mail server's address is said without it, since it holds a password.
check_mail_settings() {
  local login='([^][@/?#:[:space:]]+(:[^][@/?#:[:space:]]*)?@)?' host='([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?'
  [[ -z ${STORE_MAIL_FROM:-} || $STORE_MAIL_FROM =~ ^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$ ]] ||
    fail "STORE_MAIL_FROM must be an address such as hello@shop.example, not '$STORE_MAIL_FROM'."
  [[ -n ${STORE_SMTP_URL:-} ]] || return 0
  [[ $STORE_SMTP_URL =~ ^(smtp|smtps|smtp\+plain)://$login$host/?$ ]] ||
    fail "STORE_SMTP_URL must be like smtp://user:password@mail.example:587. In user and password write %40 for @, %3A for :, %2F for /, %25 for %."
  [[ -n ${STORE_MAIL_FROM:-} ]] || fail "STORE_SMTP_URL wants STORE_MAIL_FROM too, the address from which the shop writes."
}

# What is wrong with a key is said without it.
check_payment_settings() {
  [[ -z ${STORE_DEMO_PAY:-} || $STORE_DEMO_PAY =~ ^(yes|no)$ ]] || fail "STORE_DEMO_PAY must be yes or no, not '$STORE_DEMO_PAY'."
  [[ -z ${STORE_DEMO_PAY_SECRET:-} || ${#STORE_DEMO_PAY_SECRET} -ge 32 ]] || fail "STORE_DEMO_PAY_SECRET must have 32 random characters or more; openssl rand -hex 32 makes some."
  [[ -z ${STORE_STRIPE_KEY:-} || $STORE_STRIPE_KEY =~ ^(sk|rk)_(test|live)_[A-Za-z0-9]+$ ]] || fail "STORE_STRIPE_KEY must be a secret key of Stripe, such as sk_live_…"
  [[ -z ${STORE_STRIPE_KEY:-} || -n ${STORE_STRIPE_WEBHOOK_SECRET:-} ]] ||
    fail "STORE_STRIPE_KEY wants STORE_STRIPE_WEBHOOK_SECRET too: make a webhook to /api/v1/payments/stripe/notices at Stripe, it has one."
  [[ -z ${STORE_STRIPE_WEBHOOK_SECRET:-} || $STORE_STRIPE_WEBHOOK_SECRET =~ ^whsec_[A-Za-z0-9+/=]+$ ]] || fail "STORE_STRIPE_WEBHOOK_SECRET must be the signing secret of a webhook of Stripe, such as whsec_…"
  [[ -z ${STORE_STRIPE_URL:-} || $STORE_STRIPE_URL =~ ^https?://[A-Za-z0-9.:-]+$ ]] || fail "STORE_STRIPE_URL must be like https://api.stripe.com, not '$STORE_STRIPE_URL'."
}

# Secrets are made once and kept where only their owner reads them.
load_secrets() {
  local file=$STORE_DIR/secrets.env
  if [[ ! -f $file ]]; then
    mkdir -p "$STORE_DIR"
    (umask 077
      printf 'STORE_EMBEDDED_DB_PASSWORD=%s\nSTORE_OPERATOR_TOKEN=%s\nSTORE_ADMIN_PASSWORD=%s\n' \
        "$(secret)" "$(secret)" "$(secret)" >"$file")
  fi
  # An installation of before these keys, or keys of the operator's own.
  grep -q '^STORE_FACTOR_KEY=' "$file" || echo "STORE_FACTOR_KEY=$(secret)" >>"$file"
  grep -q '^STORE_DEMO_PAY_SECRET=' "$file" || echo "STORE_DEMO_PAY_SECRET=$(secret)" >>"$file"
  local factor_key=${STORE_FACTOR_KEY:-} demo_pay_secret=${STORE_DEMO_PAY_SECRET:-}
  # shellcheck source=/dev/null
  source "$file"
  STORE_FACTOR_KEY=${factor_key:-$STORE_FACTOR_KEY}
  STORE_DEMO_PAY_SECRET=${demo_pay_secret:-$STORE_DEMO_PAY_SECRET}
  if [[ -z ${STORE_DB_URL:-} ]]; then
    STORE_DB_EMBEDDED=yes
    STORE_DB_URL=jdbc:postgresql://127.0.0.1:$STORE_DB_PORT/emporium
    STORE_DB_USER=emporium
    STORE_DB_PASSWORD=$STORE_EMBEDDED_DB_PASSWORD
  else
    STORE_DB_EMBEDDED=no
    STORE_DB_USER=${STORE_DB_USER:-emporium}
    STORE_DB_PASSWORD=${STORE_DB_PASSWORD:-}
  fi
  export STORE_DB_URL STORE_DB_USER STORE_DB_PASSWORD STORE_OPERATOR_TOKEN STORE_FACTOR_KEY STORE_DEMO_PAY_SECRET STORE_PAGE_THREADS
}
secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

node_names() { local i; for ((i = 1; i <= STORE_NODES; i++)); do echo "node$i"; done; }
node_offset() { echo $((STORE_PORT_OFFSET + (${1#node} - 1) * 100)); }
node_port() { echo $((8080 + $(node_offset "$1"))); }
management_port() { echo $((9990 + $(node_offset "$1"))); }
require_node() {
  [[ ${1:-} =~ ^node[1-9]$ && ${1#node} -le $STORE_NODES ]] || fail "There is no node '${1:-}'. Nodes: $(node_names | xargs)."
}

# Waits until a command succeeds: wait_for SECONDS COMMAND...
wait_for() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || return 1
    sleep 0.3
  done
}

port_is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
# Asks a node's management interface; prints the JSON that it answers. manage_at PORT JSON [SECONDS]
manage() { manage_at "$(management_port "$1")" "$2"; }
manage_at() {
  local port=$1 json=$2
  curl -sf --max-time "${3:-30}" --digest -K <(printf 'user = "admin:%s"\n' "$STORE_ADMIN_PASSWORD") -H 'Content-Type: application/json' \
    -d "$json" "http://127.0.0.1:$port/management"
}
# The server says whether it is up, the shop on it whether it has its database.
is_ready() { answers "$(management_port "$1")" && answers "$(node_port "$1")"; }
answers() { curl -sf --max-time 3 -o /dev/null "http://127.0.0.1:$1/health/ready"; }

pom_version() { sed -n "s:.*<version\.$1>\(.*\)</version\.$1>.*:\1:p" "$ROOT/pom.xml" | head -1; }
# One checksum over the content of files and folders that are part of the project.
checksum_of() { (cd "$ROOT" && find "$@" -type f -not -path '*/target/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16); }

require_space() {
  local free
  mkdir -p "$STORE_DIR" || fail "$STORE_DIR cannot be made. Set STORE_DIR to a folder that you may write."
  free=$(df -Pm "$STORE_DIR" | awk 'NR == 2 {print $4}')
  ((free >= 1500)) || fail "Only $free MB are free under $STORE_DIR; the shop needs 1500. Make room or set STORE_DIR to another disk."
}

# One `up` or `down` at a time.
take_lock() {
  [[ -z ${LOCKED:-} ]] || return 0
  LOCKED=yes
  mkdir -p "$RUN" "$LOGS"
  exec 9>"$RUN/lock"
  flock -w 5 9 || fail "Another scripts/store is at work on $STORE_DIR. Wait for it to end."
}
