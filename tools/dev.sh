#!/bin/sh
# Builds, serves, and builds again on each change. Prints the address once the page answers.
set -eu
. tools/env.sh
port=${1:-8080}
address="http://127.0.0.1:$port/"
export CARGO_TERM_QUIET=true
echo 'serve building; the first time takes a minute or two'
node tools/announce.mjs "$address" &
announcer=$!
trap 'kill $announcer 2>/dev/null || true' EXIT INT TERM
# Trunk's own lines would bury the address; errors are shown.
trunk -q serve --port "$port"
