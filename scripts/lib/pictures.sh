# What became of the pictures that catalogue files name by address. Sourced by scripts/store.
# shellcheck shell=bash

# A row that will never be due again is given up (PictureFetchQueue).
pictures() {
  local counts again
  load_secrets
  find_tools
  case ${1:-} in
    '') ;;
    --retry)
      again=$(sql "WITH again AS (UPDATE picture_fetch SET attempts = 0, next_at = now() WHERE next_at = 'infinity' OR last_error IS NOT NULL RETURNING 1) SELECT count(*) FROM again") || exit 1
      say "$again pictures are due again; scripts/store pictures tells what became of them."
      return
      ;;
    *) fail "pictures does not know '$1'. See scripts/store help." ;;
  esac
  counts=$(sql "SELECT (SELECT count(*) FROM picture) || ' stored, ' || count(*) FILTER (WHERE next_at <> 'infinity') || ' waiting, ' || count(*) FILTER (WHERE next_at = 'infinity') || ' given up.' FROM picture_fetch") || exit 1
  say "pictures: $counts"
  # One line each, whatever stands in an address or an answer.
  sql "SELECT regexp_replace('  ' || source || ': ' || last_error || CASE WHEN next_at = 'infinity' THEN ' (given up after ' || attempts || ' attempts)' ELSE ' (attempt ' || attempts || ', next at ' || to_char(next_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC)' END, '[[:cntrl:]]', ' ', 'g') FROM picture_fetch WHERE last_error IS NOT NULL ORDER BY next_at = 'infinity' DESC, source LIMIT 50"
}
