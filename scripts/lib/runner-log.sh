# What the runner does unasked, one JSON line each, in runner.log. Sourced by what runs beside a part.
# shellcheck shell=bash

# log_runner PART MESSAGE
log_runner() {
  printf '{"timestamp":"%s","part":"runner","node":"%s","message":"%s"}\n' "$(date -u +%Y-%m-%dT%H:%M:%S.000Z)" "$1" "$2" >>"$STORE_LOG/runner.log"
}
