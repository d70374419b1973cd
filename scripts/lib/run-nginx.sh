#!/usr/bin/env bash
# nginx in the foreground: run-nginx.sh NGINX CONFIGURATION LOG SOCKET
set -eu
# A killed nginx leaves its socket behind, and then could not listen on it again.
rm -f "$4"
exec "$1" -c "$2" -e "$3"
