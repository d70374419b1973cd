# All tests, or one kind. They bring servers of their own, beside a running shop. Sourced by scripts/store.
# shellcheck shell=bash

# The tests' own installation: another folder, other ports, its own secrets and database. Inside it, the node of the
# integration tests is on ports of its own again.
TEST_OFFSET=2000
TEST_NODE_OFFSET=500
VNU_VERSION=26.9.27

run_tests() {
  local kind=${1:-all} began=$SECONDS
  (($#)) && shift
  # What follows the kind goes to Maven, such as -Dit.test=FailoverClusterIT.
  TEST_OPTIONS=("$@")
  case $kind in
    all | unit | integration | cluster | browser) ;;
    *) fail "There is no kind of test '$kind'. Kinds: unit, integration, cluster, browser; without one, all." ;;
  esac
  require_space
  # Downloads are shared with the shop; everything else is the tests' own.
  mkdir -p "$DOWNLOADS" "$LOGS"
  find_tools
  TESTS_BEGAN=$STORE_DIR/tests.began
  touch "$TESTS_BEGAN"
  if [[ $kind == all || $kind == unit ]]; then test_unit || fail "Unit tests failed."; fi
  [[ $kind == unit ]] && { count_tests; say "Unit tests passed ($((SECONDS - began)) s)."; return; }
  fetch_platform
  SHARED_DOWNLOADS=$DOWNLOADS
  enter_test_installation test "$TEST_OFFSET"
  trap leave_test_installation EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  leave_test_installation
  # What tests look for in them was said in this run.
  rm -f "$LOGS"/*.log*
  load_secrets
  export_origins
  find_nginx
  build_for_tests
  prepare_postgres
  prepare_wildfly
  start_postgres
  # A kind that fails does not hide what the next ones have to say.
  local failed=()
  if [[ $kind == all || $kind == integration ]]; then test_integration || failed+=(integration); fi
  if [[ $kind != integration ]]; then
    if [[ $kind == all || $kind == browser ]]; then require_command "$(chromium_name)" chromium; fi
    unset STORE_DB_URL STORE_DB_USER STORE_DB_PASSWORD # `up` finds its own server, as for an operator.
    "$ROOT/scripts/store" up || tell_of_failures "${failed[@]}" start
    if [[ $kind == all || $kind == browser ]]; then test_kind browser || failed+=(browser); fi
    if [[ $kind == all || $kind == cluster ]]; then test_kind cluster || failed+=(cluster); fi
  fi
  ((${#failed[@]} == 0)) || tell_of_failures "${failed[@]}"
  leave_test_installation
  trap - EXIT INT TERM
  [[ $kind != all ]] || report_coverage
  count_tests
  say "Tests of kind $kind passed ($((SECONDS - began)) s)."
}

# enter_test_installation FOLDER OFFSET
enter_test_installation() {
  export STORE_ENV_FILE=/dev/null STORE_DIR=$STORE_DIR/$1 STORE_PORT_OFFSET=$((STORE_PORT_OFFSET + $2)) STORE_NODES=3
  unset STORE_DB_URL STORE_DB_USER STORE_DB_PASSWORD STORE_HTTP_PORT STORE_HTTPS_PORT STORE_DB_PORT
  # No test writes to anybody.
  unset STORE_SMTP_URL STORE_MAIL_FROM STORE_PRODUCTION STORE_FACTOR_KEY STORE_ADMIN_SECOND_FACTOR
  # … nor takes anybody's money.
  unset STORE_STRIPE_KEY STORE_STRIPE_WEBHOOK_SECRET STORE_STRIPE_URL STORE_DEMO_PAY STORE_DEMO_PAY_SECRET
  unset STORE_DEMO_PASSWORD STORE_PASSWORD_MEMORY STORE_PASSWORD_PASSES STORE_URL
  export STORE_DB_LEAK_DETECTION=true
  mkdir -p "$STORE_DIR"
  [[ -e $STORE_DIR/downloads ]] || ln -s "$SHARED_DOWNLOADS" "$STORE_DIR/downloads"
  load_settings
  mkdir -p "$RUN" "$LOGS"
  export STORE_EAR=$STORE_DIR/emporium-under-test.ear
}
# Ends what an earlier run left, and starts every run from an empty database.
leave_test_installation() {
  stop_all >/dev/null 2>&1
  rm -rf "$STORE_DIR"/{data,nodes,cache,mail,secrets.env,arquillian}
}

test_unit() {
  step "unit tests, style, boundaries"
  if command -v shellcheck >/dev/null; then
    shellcheck -x "$ROOT/scripts/store" "$ROOT"/scripts/lib/*.sh || return 1
  fi
  # Installed locally, so that the tests of the whole find the modules.
  maven clean install -pl ear -am && checksum_of pom.xml domain ejb web ear >"$ROOT/ear/target/sources.checksum"
}

# The EAR under test is the real one plus one servlet that shows what a session holds, and a defect that a test may turn on.
build_for_tests() {
  local work=$RUN/ear stamp
  stamp=$(checksum_of pom.xml domain ejb web ear)
  if [[ $(cat "$ROOT/ear/target/sources.checksum" 2>/dev/null) != "$stamp" ]]; then
    maven clean install -pl ear -am -DskipTests || fail "The shop could not be built."
    echo "$stamp" >"$ROOT/ear/target/sources.checksum"
  fi
  maven test-compile -pl integration-tests || fail "The tests could not be built."
  rm -rf "$work" && mkdir -p "$work/WEB-INF/classes"
  cp -r "$ROOT/integration-tests/target/classes/shop" "$work/WEB-INF/classes/"
  rm -r "$work/WEB-INF/classes/shop/emporium/tests/defect"
  cp "$ROOT/ear/target/emporium.ear" "$STORE_EAR"
  (cd "$work" && "$BUILD_JAVA/bin/jar" xf "$STORE_EAR" emporium-web.war &&
    "$BUILD_JAVA/bin/jar" uf emporium-web.war WEB-INF &&
    "$BUILD_JAVA/bin/jar" uf "$STORE_EAR" emporium-web.war) || fail "The EAR under test could not be made."
  rm -rf "$work"
  plant_defect "$work" || fail "The defect could not be planted into the EAR under test."
}
# What takes the locks out of statements while its switch is on, named in the persistence unit of this EAR only. It is off.
plant_defect() {
  local work=$1 defect=shop/emporium/tests/defect
  mkdir -p "$work/$defect"
  cp "$ROOT/integration-tests/target/classes/$defect/PlantedDefect.class" "$work/$defect/"
  (cd "$work" && "$BUILD_JAVA/bin/jar" xf "$STORE_EAR" emporium-ejb.jar && "$BUILD_JAVA/bin/jar" xf emporium-ejb.jar META-INF/persistence.xml &&
    sed -i 's|<properties>|&<property name="hibernate.session_factory.statement_inspector" value="shop.emporium.tests.defect.PlantedDefect"/>|' META-INF/persistence.xml &&
    grep -q PlantedDefect META-INF/persistence.xml &&
    "$BUILD_JAVA/bin/jar" uf emporium-ejb.jar META-INF/persistence.xml "$defect" &&
    "$BUILD_JAVA/bin/jar" uf "$STORE_EAR" emporium-ejb.jar) || return 1
  rm -rf "$work"
}

# Inside one node, on the oldest JDK that the shop supports; the cluster runs on the newest. So CI runs both.
test_integration() {
  step "integration tests, on the JDK at $BUILD_JAVA"
  cp -r "$TEMPLATE/." "$STORE_DIR/arquillian"
  mkdir -p "$STORE_DIR/arquillian/deployments"
  sql 'CREATE DATABASE emporium_it' || return 1
  # Failsafe hands the JaCoCo agent on to the server, whose shutdown writes what was covered.
  STORE_LOG_DIR=$LOGS STORE_DB_URL=${STORE_DB_URL%/*}/emporium_it test_kind integration
}

test_kind() {
  local kind=$1 again=0
  # A browser on a busy machine may be late once. What fails twice fails; what fails once is named by count_tests.
  [[ $kind == browser ]] && again=1
  [[ $kind == integration ]] || step "$kind tests against $SHOP"
  if [[ $kind == cluster ]]; then fetch_html_checker; fi
  maven verify -pl integration-tests "-Dkind=$kind" "-Dfailsafe.rerunFailingTestsCount=$again" "-Dshop.store=$STORE_DIR" "-Dshop.http=$SHOP" "-Dshop.port.offset=$STORE_PORT_OFFSET" \
    "-Dshop.node.offset=$((STORE_PORT_OFFSET + TEST_NODE_OFFSET))" "-Dshop.node.management=$((9990 + STORE_PORT_OFFSET + TEST_NODE_OFFSET))" \
    "-Dshop.ear=$ROOT/ear/target/emporium.ear" "-Dshop.java=$BUILD_JAVA" "-Dshop.db.url=jdbc:postgresql://127.0.0.1:$STORE_DB_PORT/emporium" \
    "-Dshop.chromium=$(command -v "$(chromium_name)")" "${TEST_OPTIONS[@]}"
}
# The Nu HTML checker. Maven's newest is of 2020 and knows too little of today's HTML.
fetch_html_checker() { install_tool vnu-jar "$VNU_VERSION"; }
chromium_name() { if command -v chromium-browser >/dev/null && ! command -v chromium >/dev/null; then echo chromium-browser; else echo chromium; fi; }

# tell_of_failures KIND...: what the servers of the tests looked like, for who sees only this output; then it ends.
tell_of_failures() {
  local node
  free -m >&2
  df -Pm "$STORE_DIR" >&2
  [[ -f $LOGS/runner.log ]] && tail -n 20 "$LOGS/runner.log" >&2
  for node in it $(node_names); do
    [[ $LOGS/$node.log -nt $TESTS_BEGAN ]] || continue # Of an earlier run.
    say "$node: last errors" >&2
    grep -hE '"level":"(ERROR|FATAL)"' "$LOGS/$node.log" 2>/dev/null | cut -c1-400 | tail -n 10 >&2
    [[ -f $LOGS/$node.out ]] && tail -n 5 "$LOGS/$node.out" | cut -c1-400 >&2
  done
  tail -n 10 "$LOGS/postgresql.out" 2>/dev/null | cut -c1-300 >&2
  count_tests
  fail "Failed: $*. See $LOGS."
}

# One plain line that counts all tests of this run, from the reports that the runners wrote; and which passed only when
# they were run again.
count_tests() {
  local all failed late
  all=$(reports | grep -c '<testcase ')
  failed=$(reports | grep -cE '<(failure|error)[ >]')
  late=$(reports | grep -E '<testcase |<flaky(Failure|Error)[ >]' | grep -B1 '<flaky' | sed -nE 's/.*<testcase name="([^"]*)" classname="([^"]*\.)?([^".]*)".*/\3.\1/p')
  [[ -z $late ]] || say "Passed only when run again: ${late//$'\n'/, }"
  say "$((all - failed)) passed, $failed failed"
}
reports() {
  find "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports -name 'TEST-*.xml' -newer "$TESTS_BEGAN" -exec cat {} + 2>/dev/null
}

report_coverage() {
  step "coverage: integration-tests/target/site/jacoco-aggregate/index.html"
  maven jacoco:report-aggregate@report -pl integration-tests -am >"$LOGS/coverage.log" 2>&1 || fail "The report of coverage could not be made. See $LOGS/coverage.log."
}
