#!/usr/bin/env bash
# The PostgreSQL server in the foreground, tuned for a small machine: run-postgres.sh POSTGRES DATA PORT
set -eu
options=(
  -D "$2" -p "$3" -k "" -h 127.0.0.1
  -c max_connections=100
  -c shared_buffers=128MB -c effective_cache_size=1GB -c work_mem=8MB -c maintenance_work_mem=64MB
  # Disks here are solid-state; plans may read by index.
  -c random_page_cost=1.1 -c effective_io_concurrency=64 -c jit=off
  -c wal_compression=on -c max_wal_size=2GB -c checkpoint_timeout=15min
  -c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.max=2000
  # No statement or forgotten transaction holds locks for ever.
  -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c statement_timeout=0
  -c log_timezone=UTC -c timezone=UTC -c log_destination=stderr -c log_min_duration_statement=500ms
  -c "log_line_prefix={\"timestamp\":\"%m\",\"part\":\"postgresql\",\"client\":\"%a\"} "
)
if [[ $EUID -eq 0 ]]; then
  exec "$(dirname "$0")/as-nobody.sh" "$1" "${options[@]}"
fi
exec "$1" "${options[@]}"
