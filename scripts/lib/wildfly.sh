# WildFly: unpacked once, configured once, run from one home by every node. Sourced by scripts/store.
# shellcheck shell=bash

# Measured, see docs/OPERATIONS.md: three nodes, nginx and PostgreSQL within 3 GB.
DEFAULT_NODE_JAVA_OPTS="-Xms320m -Xmx512m -XX:MetaspaceSize=192m -XX:MaxMetaspaceSize=320m -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC -XX:CompileThresholdScaling=0.25 -Xss512k -XX:+ExitOnOutOfMemoryError"

# All binaries that the shop does not build, in one call of Maven, versions from pom.xml.
fetch_platform() {
  local wanted
  wanted="$(pom_version wildfly) $(pom_version postgresql.server) $(pom_version postgresql.driver) $(pom_version webp-imageio) $(pom_version password4j) $(pom_version stripe)"
  [[ $(cat "$DOWNLOADS/versions" 2>/dev/null) == "$wanted" ]] && return
  step "fetching WildFly $(pom_version wildfly) and PostgreSQL $(pom_version postgresql.server) from Maven Central"
  mkdir -p "$DOWNLOADS" "$LOGS"
  maven -N -Pplatform dependency:copy@platform "-Dstore.downloads=$DOWNLOADS" >"$LOGS/fetch.log" 2>&1 ||
    fail "WildFly or PostgreSQL could not be fetched: $(grep -m1 ERROR "$LOGS/fetch.log" | cut -c1-200). Check Maven's access to its repository, see $LOGS/fetch.log."
  rm -rf "$WILDFLY" "$STORE_DIR/postgresql"
  echo "$wanted" >"$DOWNLOADS/versions"
}

prepare_wildfly() {
  local stamp
  if [[ ! -f $WILDFLY/jboss-modules.jar ]]; then
    step "unpacking WildFly $(pom_version wildfly)"
    rm -rf "$WILDFLY.new" && mkdir -p "$WILDFLY.new"
    (cd "$WILDFLY.new" && "$BUILD_JAVA/bin/jar" xf "$DOWNLOADS/wildfly.zip") || fail "WildFly could not be unpacked. Delete $DOWNLOADS and try again."
    rm -rf "$WILDFLY" "$TEMPLATE"
    mv "$WILDFLY.new"/wildfly-* "$WILDFLY" && rmdir "$WILDFLY.new"
    chmod +x "$WILDFLY"/bin/*.sh
  fi
  stamp=$(checksum_of wildfly-config)-$(pom_version wildfly)
  [[ $(cat "$TEMPLATE/stamp" 2>/dev/null) == "$stamp" ]] && return
  step "configuring WildFly"
  cp -r "$ROOT/wildfly-config/modules" "$WILDFLY/"
  cp "$DOWNLOADS/postgresql-driver.jar" "$WILDFLY/modules/org/postgresql/main/postgresql.jar"
  cp "$DOWNLOADS"/{webp-imageio,kotlin-stdlib}.jar "$WILDFLY/modules/com/luciad/imageio/webp/main/"
  cp "$DOWNLOADS/password4j.jar" "$WILDFLY/modules/com/password4j/main/"
  cp "$DOWNLOADS/stripe-java.jar" "$WILDFLY/modules/com/stripe/main/"
  rm -rf "$TEMPLATE" && mkdir -p "$TEMPLATE" && cp -r "$WILDFLY"/standalone/. "$TEMPLATE/"
  {
    echo 'embed-server --server-config=standalone-ha.xml --std-out=echo'
    cat "$ROOT"/wildfly-config/[0-9]*.cli
    echo 'stop-embedded-server'
  } >"$RUN/configure.cli"
  env -u STORE_DB_PASSWORD -u STORE_SMTP_URL -u STORE_STRIPE_KEY JAVA_HOME="$NODE_JAVA" JAVA_OPTS="-Djboss.server.base.dir=$TEMPLATE" \
    "$WILDFLY/bin/jboss-cli.sh" --file="$RUN/configure.cli" >"$LOGS/configure.log" 2>&1 ||
    fail "WildFly could not be configured: $(grep -m1 failure-description "$LOGS/configure.log"). See $LOGS/configure.log."
  rm -rf "$TEMPLATE"/configuration/standalone_xml_history "$TEMPLATE"/{log,tmp,data}
  echo "$stamp" >"$TEMPLATE/stamp"
}

# Builds the EAR when sources changed since the last time.
build_shop() {
  local stamp
  stamp=$(checksum_of pom.xml domain ejb web ear)
  if [[ $(cat "$STORE_DIR/build.stamp" 2>/dev/null) != "$stamp" || ! -f $STORE_DIR/emporium.ear ]]; then
    step "building the shop"
    maven clean package -pl ear -am -DskipTests >"$LOGS/build.log" 2>&1 ||
      fail "The shop could not be built: $(grep -m1 ERROR "$LOGS/build.log" | cut -c1-200). See $LOGS/build.log."
    cp "$ROOT/ear/target/emporium.ear" "$STORE_DIR/emporium.ear"
    echo "$stamp" >"$STORE_DIR/build.stamp"
  fi
  # Tests bring an EAR of their own.
  EAR=${STORE_EAR:-$STORE_DIR/emporium.ear}
}

# What a node runs on, as checksums: its configuration, its EAR, its JDK, and the settings that it reads when it starts.
node_stamp() { printf '%s %s %s\n' "$(cat "$TEMPLATE/stamp")" "$(sha256sum <"$EAR" | cut -c1-16)" "$(sha256sum <<<"$NODE_JAVA $STORE_NODE_JAVA_OPTS $STORE_DB_URL $STORE_DB_USER $STORE_DB_PASSWORD ${STORE_DB_POOL:-} ${STORE_DB_LEAK_DETECTION:-} $STORE_PAGE_THREADS $STORE_ADMIN_PASSWORD ${STORE_URL:-} ${STORE_CATALOGUE_LANGUAGE:-} ${STORE_PICTURE_HOSTS:-} $STORE_LOCAL_URL ${STORE_PASSWORD_MEMORY:-} ${STORE_PASSWORD_PASSES:-} ${STORE_SMTP_URL:-} ${STORE_MAIL_FROM:-} ${STORE_PRODUCTION:-} $STORE_FACTOR_KEY ${STORE_ADMIN_SECOND_FACTOR:-} ${STORE_DEMO_PAY:-} $STORE_DEMO_PAY_SECRET ${STORE_STRIPE_KEY:-} ${STORE_STRIPE_WEBHOOK_SECRET:-} ${STORE_STRIPE_URL:-} ${STORE_LIVE_SOCKETS:-} ${STORE_LIVE_ADDRESS:-} ${STORE_CHAT_SOCKETS:-} ${STORE_CHAT_ADDRESS:-} ${STORE_CHAT_RATE:-} ${STORE_CHAT_LOAD:-} ${STORE_SUPPORT_HOURS:-} ${STORE_SUPPORT_ZONE:-} ${STORE_HANG_TRIES:-} ${STORE_START_SECONDS:-}" | cut -c1-8)"; }
node_is_current() { [[ $(cat "$STORE_DIR/nodes/$1/stamp" 2>/dev/null) == "$(node_stamp)" ]]; }
prepare_node() {
  local base=$STORE_DIR/nodes/$1
  node_is_current "$1" && return
  rm -rf "$base" && mkdir -p "$base/deployments"
  cp -r "$TEMPLATE/configuration" "$base/"
  cp "$EAR" "$base/deployments/emporium.ear"
  # The management user, in the form that WildFly's add-user writes: the digest of user, realm and password.
  printf 'admin=%s\n' "$(printf 'admin:ManagementRealm:%s' "$STORE_ADMIN_PASSWORD" | md5sum | cut -d' ' -f1)" >>"$base/configuration/mgmt-users.properties"
  chmod 600 "$base/configuration/mgmt-users.properties"
  node_stamp >"$base/stamp"
}

launch_node() {
  local node=$1
  is_supervised "$node" && return
  prepare_node "$node"
  require_port "$(node_port "$node")" "$node" STORE_PORT_OFFSET
  require_port "$(management_port "$node")" "the management of $node" STORE_PORT_OFFSET
  # A failed boot leaves a marker that keeps WildFly from trying again.
  rm -f "$STORE_DIR/nodes/$node/deployments"/*.{failed,deployed,undeployed,pending,isdeploying} 2>/dev/null
  start_part "$node" env JAVA_HOME="$NODE_JAVA" STORE_LOG_DIR="$LOGS" \
    "$ROOT/scripts/lib/run-node.sh" "$WILDFLY" "$STORE_DIR/nodes/$node" "$node" "$(node_offset "$node")" "$STORE_NODE_JAVA_OPTS" "$STORE_DIR/mail" \
    "$STORE_DIR/secrets.env"
}
await_node() {
  wait_for "${2:-300}" node_is_settled "$1"
  is_ready "$1" && return
  fail "$1 did not become ready: $(node_complaint "$1"). See $LOGS/$1.log and $LOGS/$1.out."
}
node_is_settled() { is_ready "$1" || [[ -e $STORE_DIR/nodes/$1/deployments/emporium.ear.failed ]] || ! is_supervised "$1"; }
node_complaint() {
  grep -hoE '"level":"(ERROR|FATAL)".*' "$LOGS/$1.log" 2>/dev/null | grep -oE '"message":"[^"]{0,200}' | tail -1 | cut -c12- |
    grep . || tail -1 "$LOGS/$1.out"
}
# The console's origins: every node's management address.
export_origins() {
  local i
  for i in 1 2 3; do export "STORE_CONSOLE_ORIGIN_$i=http://127.0.0.1:$((9990 + STORE_PORT_OFFSET + (i - 1) * 100))"; done
}
