#!/bin/sh
# Runs the end-to-end tests: all files, or those given. One file at a time, as browsers need the processor.
. tools/env.sh
[ $# -gt 0 ] || set -- tests/e2e/*.test.mjs
exec node --test --test-concurrency=1 --test-reporter=spec "$@"
