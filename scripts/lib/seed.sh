# A generated catalogue for load tests. Sourced by scripts/store.
# shellcheck shell=bash

seed() {
  local count='' mode=add number=1
  while (($#)); do
    case $1 in
      --products) count=${2:-}; shift ;;
      --seed) number=${2:-}; shift ;;
      --replace) mode=replace ;;
      --remove) mode=remove ;;
      *) fail "seed does not know '$1'. See scripts/store help." ;;
    esac
    (($#)) && shift
  done
  if [[ $mode == remove ]]; then
    [[ -z $count ]] || fail "--remove takes all generated products away; --products does not go with it."
    count=0
  else
    [[ -n $count ]] || fail "How many? scripts/store seed --products N, from 1000 to 2000000."
    require_count "$count"
  fi
  [[ $number =~ ^[0-9]{1,9}$ ]] || fail "--seed wants a number of at most nine digits, not '$number'."
  load_secrets
  find_tools
  seed_catalogue "$count" "$((10#$number))" "$mode"
}
require_count() {
  if [[ $1 =~ ^[1-9][0-9]{3,6}$ ]] && (($1 <= 2000000)); then return; fi
  fail "A generated catalogue has from 1000 to 2000000 products, not '$1'."
}
# seed_catalogue COUNT SEED add|replace|remove
seed_catalogue() {
  [[ -f $DOWNLOADS/postgresql-driver.jar ]] || fail "The shop has not been brought up yet. Run scripts/store up."
  require_database
  require_space_for "$1"
  if [[ $3 == remove ]]; then step "removing the generated products"; else step "generating $1 products"; fi
  compile_seed
  STORE_PROGRESS=$(progress_form) "$NODE_JAVA/bin/java" -Xmx256m -cp "$RUN/seed:$DOWNLOADS/postgresql-driver.jar" Seed "$ROOT/scripts/lib/seed" "$@"
  case $? in
    0) ;;
    1) exit 1 ;; # It has said why.
    *) fail "The load was broken off. Repeat it with --replace." ;;
  esac
}
# The embedded server's disk is ours: a product takes about 4 KB, and as much again while it is loaded.
require_space_for() {
  local free needed=$(($1 / 125 + 200))
  [[ $STORE_DB_EMBEDDED == yes ]] || return 0
  free=$(df -Pm "$STORE_DIR" | awk 'NR == 2 {print $4}')
  ((free >= needed)) || fail "Only $free MB are free under $STORE_DIR; $1 products need about $needed. Make room or take fewer."
}
compile_seed() {
  local classes=$RUN/seed stamp
  stamp=$(checksum_of scripts/lib/seed)
  [[ $(cat "$classes/stamp" 2>/dev/null) == "$stamp" ]] && return
  rm -rf "$classes" && mkdir -p "$classes"
  "$BUILD_JAVA/bin/javac" -cp "$DOWNLOADS/postgresql-driver.jar" -d "$classes" "$ROOT"/scripts/lib/seed/*.java || fail "The generator could not be compiled."
  echo "$stamp" >"$classes/stamp"
}
progress_form() { if [[ -t 2 ]]; then echo tty; else echo lines; fi; }
