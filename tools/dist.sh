#!/bin/sh
# The release build: writes dist/. Every flag below is there for size; ARCHITECTURE.md has the figures.
set -eu
. tools/env.sh
# std is compiled from source, for size and with traps in place of panic texts. These settings are
# unstable; RUSTC_BOOTSTRAP lets the stable compiler take them, for this build alone.
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# Without inlining beyond what makes code smaller at once, what is alike stays alike (1.2 kB of the whole program, LZMA).
export RUSTFLAGS='-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=-zstack-size=65536 -Cllvm-args=-inline-threshold=0'
# A folder of its own, as other flags in the same folder would rebuild everything each time.
export CARGO_TARGET_DIR=target/dist
# A failed build ends with the compiler's error, not with Trunk's own lines.
export CARGO_TERM_QUIET=true RUST_BACKTRACE=0
exec trunk -q build --release --locked
