#!/usr/bin/env bash
# Rewrite requirements/*.txt and the npm locks: exact versions with hashes, no index address.
# Usage: lock.sh PIP_COMPILE
set -euo pipefail
cd "$(dirname "$0")"
compile=$1

# The public index alone: a local mirror or a folder of wheels must leave no trace in a lock.
unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock"

lock() { # lock OUTPUT INPUT…
  "$compile" --quiet --upgrade --strip-extras --allow-unsafe --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
    --output-file "$1" "${@:2}"
  echo "requirements/$1"
}

lock runtime.txt ../pyproject.toml
for name in build spelling targets test bench sigal lock; do
  lock "$name.txt" "$name.in"
done

# The demonstration's packages stand alone: keep only their own entries.
lock demo.txt demo.in
awk '/^#/ { print; next }
     /^[a-z]/ { keep = ($0 ~ /^(matplotlib|scikit-image)==/) }
     keep' demo.txt > demo.part && mv demo.part demo.txt

for folder in node sharp; do
  (cd "$folder" && npm install --package-lock-only --ignore-scripts --no-audit --no-fund \
    --omit-lockfile-registry-resolved=true --loglevel=error)
  echo "requirements/$folder/package-lock.json"
done
