# What the shop needs from the machine: found, or installed from Debian's packages. Sourced by scripts/store.
# shellcheck shell=bash

can_install() { command -v apt-get >/dev/null && { [[ $EUID -eq 0 ]] || sudo -n true 2>/dev/null; }; }
as_root() { if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi; }

# install_packages PACKAGE...: quietly, with the reason when it fails.
install_packages() {
  local log=$STORE_DIR/logs/apt.log
  mkdir -p "$STORE_DIR/logs"
  step "installing $* (Debian packages)"
  { [[ -n ${APT_IS_FRESH:-} ]] || as_root apt-get update; } >"$log" 2>&1 || fail "apt-get update failed: $(tail -1 "$log"). Check the package sources, see $log."
  APT_IS_FRESH=yes
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 ||
    fail "$* could not be installed: $(tail -1 "$log"). See $log."
}

# require_command COMMAND PACKAGE
require_command() {
  command -v "$1" >/dev/null && return
  can_install || fail "$1 is missing and cannot be installed without root. Ask for the package $2."
  install_packages "$2"
}

# The JDKs on this machine, newest first: "MAJOR HOME" a line.
list_jdks() {
  local home
  for home in ${STORE_JAVA_HOME:-} ${JAVA_HOME:-} /usr/lib/jvm/* "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none)")")")"; do
    [[ -x $home/bin/javac && -f $home/release ]] || continue
    printf '%s %s\n' "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")" "$(readlink -f "$home")"
  done | sort -rn -u | awk '$1 >= 17'
}

find_tools() {
  require_command curl curl
  require_command xz xz-utils
  require_command flock util-linux
  require_command pgrep procps
  require_command ss iproute2
  [[ -n $(list_jdks) ]] || install_packages openjdk-17-jdk-headless
  # Nodes run on the newest JDK, where pages are made about twice as fast; the build runs on the oldest, for which it compiles.
  NODE_JAVA=${STORE_JAVA_HOME:-$(list_jdks | head -1 | cut -d' ' -f2-)}
  BUILD_JAVA=$(list_jdks | tail -1 | cut -d' ' -f2-)
  [[ -x $NODE_JAVA/bin/java ]] || fail "STORE_JAVA_HOME=$NODE_JAVA is no JDK. Point it to one of version 17 or newer."
  require_command mvn maven
}

# Its warnings are told, which -q would hide, and nothing else.
maven() { (cd "$ROOT" && JAVA_HOME=$BUILD_JAVA MAVEN_OPTS="${MAVEN_OPTS:-} -Dorg.slf4j.simpleLogger.defaultLogLevel=warn" mvn -B -ntp "$@"); }

# nginx with its Brotli module: installed, or unpacked beside the shop where nobody may install.
find_nginx() {
  local unpacked=$STORE_DIR/nginx-root
  if ! command -v nginx >/dev/null && [[ ! -x /usr/sbin/nginx && ! -x $unpacked/usr/sbin/nginx ]]; then
    if can_install; then
      # Debian starts a web server that it installs; this one must not take port 80.
      mask_nginx_service
      install_packages nginx libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static
    else
      unpack_nginx "$unpacked"
    fi
  fi
  if [[ -x $unpacked/usr/sbin/nginx ]]; then NGINX_ROOT=$unpacked; else NGINX_ROOT=; fi
  NGINX=$NGINX_ROOT/usr/sbin/nginx
}
mask_nginx_service() {
  [[ -d /run/systemd/system ]] || return 0
  as_root systemctl mask --runtime nginx >/dev/null 2>&1 || true
}
unpack_nginx() {
  local folder=$1 log=$LOGS/apt.log deb
  command -v apt-get >/dev/null || fail "nginx is missing and this is no Debian. Install nginx and try again."
  step "unpacking nginx under $folder (no root here)"
  mkdir -p "$folder" "$DOWNLOADS/deb"
  (cd "$DOWNLOADS/deb" && apt-get download nginx nginx-common libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static \
    libbrotli1) >"$log" 2>&1 || fail "nginx could not be downloaded: $(tail -1 "$log"). Ask for the package nginx."
  for deb in "$DOWNLOADS"/deb/*.deb; do dpkg -x "$deb" "$folder"; done
}
