#!/bin/sh
# Builds the release twice from clean clones of HEAD, in two folders, and compares every byte.
set -eu
. tools/env.sh
here=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
# Folders of different depth and length, as paths are what gets into programs most easily.
for clone in one two/levels/deeper; do
  git clone -q "$here" "$folder/$clone"
  ln -s "$here/node_modules" "$folder/$clone/node_modules"
  (cd "$folder/$clone" && sh tools/dist.sh && node tools/release.mjs >/dev/null)
done
diff "$folder/one/release/SHA256SUMS" "$folder/two/levels/deeper/release/SHA256SUMS"
cat "$folder/one/release/SHA256SUMS"
