#!/bin/sh
# step.sh LABEL COMMAND...: runs one step and prints one line for it.
# What the command writes is kept in target/steps/; the end of it is shown when the step fails.
# With SHOW=1 the output is shown as it comes (tests, the size table).
set -u
. tools/env.sh
label=$1
shift
mkdir -p target/steps
log="target/steps/$(printf '%s' "$label" | tr -c 'A-Za-z0-9\n' '-').log"
start=$(date +%s)
if [ "${SHOW:-}" = 1 ]; then
  printf '==== %s\n' "$label"
  "$@"
  status=$?
else
  "$@" >"$log" 2>&1
  status=$?
fi
took="$(($(date +%s) - start)) s"
if [ $status -eq 0 ]; then
  printf 'ok    %s (%s)\n' "$label" "$took"
else
  if [ "${SHOW:-}" != 1 ]; then tail -n 60 "$log"; fi
  printf 'FAIL  %s (%s)\n' "$label" "$took"
fi
exit $status
