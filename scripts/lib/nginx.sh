# nginx: its configuration made from the template, the nodes in rotation, reloads. Sourced by scripts/store.
# shellcheck shell=bash

configure_nginx() {
  local modules='' brotli='' brotli_off='' brotli_pages='' br=gzip tls='' user='' module
  find_nginx
  mkdir -p "$RUN/nginx" "$STORE_DIR/cache"
  for module in filter static; do
    module=$NGINX_ROOT/usr/lib/nginx/modules/ngx_http_brotli_${module}_module.so
    [[ -f $module ]] && modules+="load_module $module;"$'\n'
  done
  if [[ -n $modules ]]; then
    brotli='  brotli on; brotli_comp_level 4; brotli_min_length 512; brotli_types text/css text/javascript application/javascript application/json application/problem+json application/xml image/svg+xml;'
    brotli_off='      brotli off;' brotli_pages='    brotli_comp_level 6;' br=br
  fi
  # Linux takes 107 bytes for the name of a socket.
  ((${#RUN} <= 96)) || fail "nginx cannot listen in $RUN, whose name is too long. Set STORE_DIR to a shorter path."
  # As root, workers are nobody; only where nobody cannot reach this folder (a checkout in root's home) they stay root.
  if [[ $EUID -eq 0 ]]; then
    if setpriv --reuid=nobody --regid=nogroup --clear-groups test -x "$RUN"; then user='user nobody nogroup;'; else user='user root;'; fi
  fi
  if [[ -n ${STORE_TLS_CERTIFICATE:-} ]]; then
    [[ -r $STORE_TLS_CERTIFICATE && -r ${STORE_TLS_KEY:-} ]] || fail "STORE_TLS_CERTIFICATE and STORE_TLS_KEY must be files that can be read."
    tls="    listen $STORE_BIND:$STORE_HTTPS_PORT ssl http2; ssl_certificate $STORE_TLS_CERTIFICATE; ssl_certificate_key $STORE_TLS_KEY; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache shared:tls:4m;"
  fi
  publish_static
  write_upstream
  cp "$ROOT"/nginx/*-headers.conf "$RUN/nginx/"
  awk -v modules="$modules" -v user="$user" -v brotli="$brotli" -v brotli_off="$brotli_off" -v brotli_pages="$brotli_pages" -v br="$br" -v tls="$tls" -v run="$RUN" -v logs="$LOGS" -v www="$WWW" \
    -v cache="$STORE_DIR/cache" -v listen="$STORE_BIND:$STORE_HTTP_PORT" -v mime="$NGINX_ROOT/etc/nginx/mime.types" \
    -v bypass="$([[ $STORE_PAGE_CACHE == off ]] && echo 1 || echo 0)" '
    {
      gsub(/@LOAD_MODULES@/, modules); gsub(/@USER@/, user); gsub(/@BROTLI@/, brotli); gsub(/@BROTLI_OFF@/, brotli_off); gsub(/@BROTLI_PAGES@/, brotli_pages); gsub(/@BR@/, br); gsub(/@TLS@/, tls); gsub(/@RUN@/, run)
      gsub(/@LOGS@/, logs); gsub(/@WWW@/, www); gsub(/@CACHE@/, cache); gsub(/@LISTEN@/, listen); gsub(/@MIME_TYPES@/, mime)
      gsub(/@PAGE_CACHE_BYPASS@/, bypass); print
    }' "$ROOT/nginx/nginx.conf.template" >"$RUN/nginx/nginx.conf.new"
  "$NGINX" -t -q -c "$RUN/nginx/nginx.conf.new" -e "$LOGS/nginx-error.log" 2>"$LOGS/nginx-test.log" ||
    fail "nginx refuses its configuration: $(head -1 "$LOGS/nginx-test.log")."
  mv "$RUN/nginx/nginx.conf.new" "$RUN/nginx/nginx.conf"
}

# Static files leave the EAR once and are served from disk, under names that hold the hash of their content. Files of
# earlier releases stay: pages that browsers or caches still show name them.
publish_static() {
  local unpacked=$RUN/static file hash name
  # nginx's workers are another user, whatever the umask of who runs this.
  umask 022
  rm -rf "$unpacked" && mkdir -p "$unpacked" "$WWW/assets" "$WWW/_errors"
  (cd "$unpacked" && "$BUILD_JAVA/bin/jar" xf "$EAR" && "$BUILD_JAVA/bin/jar" xf ./*web*.war static) || fail "$EAR cannot be unpacked."
  for file in "$unpacked"/static/*; do
    name=${file##*/}
    hash=$(sha256sum <"$file" | cut -c1-12)
    cp "$file" "$WWW/assets/${name%.*}.$hash.${name##*.}"
  done
  cp "$unpacked"/static/{unavailable.html,refused.html,error.css,favicon.svg} "$WWW/_errors/"
  cp "$ROOT"/nginx/errors/*.json "$WWW/_errors/"
  rm -rf "$unpacked"
}

write_upstream() {
  local node
  for node in $(node_names); do
    printf 'server 127.0.0.1:%s max_fails=1 fail_timeout=5s%s;\n' "$(node_port "$node")" "$([[ -e $RUN/$node.drained ]] && echo ' down')"
  done >"$RUN/nginx/upstream.conf"
}

start_nginx() {
  if is_supervised nginx; then
    reload_nginx
    return
  fi
  require_port "$STORE_HTTP_PORT" nginx STORE_HTTP_PORT
  step "starting nginx on port $STORE_HTTP_PORT"
  start_part nginx env TZ=UTC "$ROOT/scripts/lib/run-nginx.sh" "$NGINX" "$RUN/nginx/nginx.conf" "$LOGS/nginx-error.log" "$RUN/pages.sock"
  wait_for 10 port_is_open "$STORE_HTTP_PORT" || fail "nginx did not start: $(tail -1 "$LOGS/nginx-error.log")."
}
reload_nginx() { is_running nginx && kill -HUP "$(part_pid nginx)"; }
