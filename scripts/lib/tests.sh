# All tests, or one kind. They bring servers of their own, beside a running shop. Sourced by scripts/store.
# shellcheck shell=bash

run_tests() { fail "to come"; }
