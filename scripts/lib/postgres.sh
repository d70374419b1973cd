# PostgreSQL: the embedded server, or the one that STORE_DB_URL names. Sourced by scripts/store.
# shellcheck shell=bash

PGHOME() { echo "$STORE_DIR/postgresql"; }
PGDATA() { echo "$STORE_DIR/data/postgresql"; }

# PostgreSQL refuses to be root: as root it runs as nobody.
as_postgres() { if [[ $EUID -eq 0 ]]; then "$ROOT/scripts/lib/as-nobody.sh" "$@"; else "$@"; fi; }

prepare_postgres() {
  local home
  home=$(PGHOME)
  [[ $STORE_DB_EMBEDDED == yes ]] || return 0
  if [[ ! -x $home/bin/postgres ]]; then
    step "unpacking PostgreSQL $(pom_version postgresql.server)"
    rm -rf "$home.new" && mkdir -p "$home.new"
    (cd "$home.new" && "$BUILD_JAVA/bin/jar" xf "$DOWNLOADS/postgresql-server.jar" && tar -xJf ./*.txz && rm -rf ./*.txz META-INF) ||
      fail "PostgreSQL could not be unpacked from $DOWNLOADS/postgresql-server.jar. Delete that file and try again."
    mv "$home.new" "$home"
  fi
  as_postgres test -x "$home/bin/postgres" ||
    fail "PostgreSQL runs as the user nobody, who cannot reach $STORE_DIR. Set STORE_DIR to a folder that everybody may enter, such as /var/lib/emporium."
  if [[ ! -f $(PGDATA)/PG_VERSION ]]; then
    step "making the database"
    mkdir -p "$(PGDATA)"
    chmod 700 "$(PGDATA)"
    [[ $EUID -ne 0 ]] || chown nobody:nogroup "$(PGDATA)"
    local password=$RUN/pw
    (umask 077 && printf '%s\n' "$STORE_DB_PASSWORD" >"$password")
    [[ $EUID -ne 0 ]] || chown nobody:nogroup "$password"
    as_postgres "$home/bin/initdb" -D "$(PGDATA)" -U emporium --pwfile="$password" --auth=scram-sha-256 \
      --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --data-checksums >"$LOGS/initdb.log" 2>&1 ||
      fail "The database could not be made: $(tail -1 "$LOGS/initdb.log"). See $LOGS/initdb.log."
    rm -f "$password"
    echo 'CREATE DATABASE emporium' | as_postgres "$home/bin/postgres" --single -D "$(PGDATA)" postgres >>"$LOGS/initdb.log" 2>&1
  fi
}

start_postgres() {
  [[ $STORE_DB_EMBEDDED == yes ]] || return 0
  if ! is_supervised postgresql; then
    require_port "$STORE_DB_PORT" PostgreSQL STORE_DB_PORT
    step "starting PostgreSQL on port $STORE_DB_PORT"
    STORE_STOP_SIGNAL=INT start_part postgresql "$ROOT/scripts/lib/run-postgres.sh" "$(PGHOME)/bin/postgres" "$(PGDATA)" "$STORE_DB_PORT"
  fi
  wait_for 60 postgres_is_ready || fail "PostgreSQL did not start: $(tail -1 "$LOGS/postgresql.out"). See $LOGS/postgresql.out."
}
# The eighth line of its pid file says in one word how far the server is.
postgres_is_ready() { [[ $(sed -n 8p "$(PGDATA)/postmaster.pid") == ready* ]] && port_is_open "$STORE_DB_PORT"; }
stop_postgres() { stop_part postgresql 30; }

# sql STATEMENT: rows as tab-separated lines; errors as one sentence.
sql() { "$NODE_JAVA/bin/java" -XX:TieredStopAtLevel=1 -cp "$DOWNLOADS/postgresql-driver.jar" "$ROOT/scripts/lib/Sql.java" "$1"; }

require_database() {
  local problem
  problem=$(sql 'SELECT 1' 2>&1 >/dev/null) || fail "$problem"
}
