#!/bin/sh
# Builds, serves and rebuilds on change. Trunk's own output is kept to warnings; its errors are shown.
set -eu
. tools/env.sh
port=${1:-8080}
echo "serve building; then http://127.0.0.1:$port/ (stop with Ctrl-C)"
exec trunk serve --port "$port"
