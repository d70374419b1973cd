# The torture suite by itself, for as long as one likes. Sourced by scripts/store.
# shellcheck shell=bash

# An installation of its own, beside the shop and beside that of the tests.
TORTURE_OFFSET=3000

torture() {
  local minutes=5 seed=$((RANDOM * 32768 + RANDOM)) defect='' began=$SECONDS
  while (($#)); do
    case $1 in
      --minutes) minutes=${2:-}; shift ;;
      --seed) seed=${2:-}; shift ;;
      --planted-defect) defect=yes ;;
      *) fail "torture does not know '$1'. See scripts/store help." ;;
    esac
    (($#)) && shift
  done
  [[ $minutes =~ ^[1-9][0-9]{0,3}$ ]] || fail "--minutes wants a number from 1 to 9999."
  [[ $seed =~ ^-?[0-9]{1,18}$ ]] || fail "--seed wants a whole number."
  require_space
  mkdir -p "$DOWNLOADS" "$LOGS"
  find_tools
  fetch_platform
  SHARED_DOWNLOADS=$DOWNLOADS
  enter_test_installation torture "$TORTURE_OFFSET"
  trap leave_test_installation EXIT INT TERM
  leave_test_installation
  load_secrets
  build_for_tests
  (unset STORE_DB_URL STORE_DB_USER STORE_DB_PASSWORD && "$ROOT/scripts/store" up) ||
    fail "The shop to be tortured did not come up."
  rm -f "$STORE_DIR/torture.txt"
  if [[ -n $defect ]]; then torture_without_locks "$seed"; else torture_for "$minutes" "$seed"; fi
  say "That took $((SECONDS - began)) s."
}

torture_for() {
  local minutes=$1 seed=$2 result
  step "torture for $minutes minutes, with the seed $seed"
  TEST_OPTIONS=("-Dshop.torture.seconds=$((minutes * 60))" "-Dshop.torture.seed=$seed")
  run_torture
  result=$?
  show_verdict
  ((result == 0)) || fail "The shop did not keep its promises; --seed $seed plays the same again. See $LOGS/torture.log."
}
# Without the locks, and without the check that is behind them, promises have to break, and the suite has to say so.
torture_without_locks() {
  local seed=$1 node
  step "torture of a shop without locks"
  for node in $(node_names); do
    manage "$node" '{"operation":"add","address":[{"system-property":"test.planted.defect"}],"value":"on"}' >/dev/null ||
      fail "$node does not take orders on port $(management_port "$node"). See $LOGS/$node.log."
  done
  sql "ALTER TABLE product_variant DROP CONSTRAINT product_variant_available_check" || exit 1
  TEST_OPTIONS=("-Dshop.torture.seconds=1" "-Dshop.torture.trouble=no" "-Dshop.torture.seed=$seed")
  if run_torture; then
    show_verdict
    fail "The suite did not notice that the locks are gone. It proves nothing."
  fi
  show_verdict
  grep -q '^BROKEN' "$STORE_DIR/torture.txt" || fail "The suite failed, but for another reason. See $LOGS/torture.log."
  say "The suite failed, as it should: without locks, promises break, and it notices."
}
# What it starts finds its own server, as for an operator.
run_torture() { (unset STORE_DB_URL STORE_DB_USER STORE_DB_PASSWORD && test_kind torture) >"$LOGS/torture.log" 2>&1; }
show_verdict() { cat "$STORE_DIR/torture.txt" 2>/dev/null || fail "The suite came to no verdict: $(grep -m1 ERROR "$LOGS/torture.log"). See $LOGS/torture.log."; }
