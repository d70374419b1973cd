# What became of the shop's mails. Sourced by scripts/store.
# shellcheck shell=bash

# Addresses are shown to the operator, what the mails say is not: links in them open doors.
mails() {
  local counts again
  load_secrets
  find_tools
  case ${1:-} in
    '') ;;
    --retry)
      again=$(sql "WITH again AS (UPDATE mail SET attempts = 0, next_attempt_at = now(), given_up_at = NULL WHERE sent_at IS NULL AND sending_since IS NULL AND last_error IS NOT NULL RETURNING 1) SELECT count(*) FROM again") || exit 1
      say "$again mails are due again; scripts/store mail tells what became of them."
      return
      ;;
    *) fail "mail does not know '$1'. See scripts/store help." ;;
  esac
  counts=$(sql "SELECT count(*) FILTER (WHERE sent_at IS NOT NULL) || ' sent, ' || count(*) FILTER (WHERE sent_at IS NULL AND given_up_at IS NULL) || ' waiting, ' || count(*) FILTER (WHERE given_up_at IS NOT NULL) || ' given up within 30 days.' FROM mail") || exit 1
  say "mails: $counts"
  if [[ -n ${STORE_SMTP_URL:-} ]]; then say "  they go to ${STORE_SMTP_URL##*@}"; else say "  they land in $STORE_DIR/mail"; fi
  # One line each, whatever stands in an answer.
  sql "SELECT regexp_replace('  ' || template || ' of ' || to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' to ' || to_address || ': ' || last_error || CASE WHEN given_up_at IS NOT NULL THEN ' (given up after ' || attempts || ' attempts)' ELSE ' (attempt ' || attempts || ', next at ' || to_char(next_attempt_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC)' END, '[[:cntrl:]]', ' ', 'g') FROM mail WHERE sent_at IS NULL AND last_error IS NOT NULL ORDER BY given_up_at IS NOT NULL DESC, id DESC LIMIT 50"
}
