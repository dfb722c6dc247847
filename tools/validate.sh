#!/bin/sh
# validate.sh SURVEY: lists the problems of a survey document, or says what is in it. Needs Rust alone.
set -eu
. tools/env.sh
if [ -z "${1:-}" ]; then
  echo 'usage: make validate SURVEY=path/to/survey.json' >&2
  exit 2
fi
command -v cargo >/dev/null || { echo 'cargo is missing: install Rust with rustup, see https://rustup.rs' >&2; exit 2; }
program="${CARGO_TARGET_DIR:-target}/debug/validate"
[ -x "$program" ] || echo 'validate building; the first time takes a minute or two' >&2
cargo build --locked --quiet --bin validate
exec "$program" "$1"
