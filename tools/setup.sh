#!/bin/sh
# setup.sh build|dist|test: sets up what is missing for that purpose and nothing else.
#   build  the wasm target, wasm-bindgen and Trunk
#   dist   also Rust's std sources (the size-optimized build) and the npm tools
#   test   also clippy, rustfmt, the browsers, poppler-utils, nginx, the npm packages of tests/npm and WordPress
# One line for each thing that is installed; silent about what is there.
set -eu
. tools/env.sh
purpose=${1:-test}
TRUNK_VERSION=0.21.14

say() { printf 'setup %s\n' "$*"; }
stop() { printf 'setup %s\n' "$*" >&2; exit 1; }
log() { mkdir -p target/steps; echo "target/steps/setup-$1.log"; }

# quietly NAME REMEDY COMMAND...: runs a command, and names the remedy when it fails.
quietly() {
  file=$(log "$1"); remedy=$2; shift 2
  if ! "$@" >"$file" 2>&1; then
    tail -n 15 "$file" >&2
    stop "failed: $* -- $remedy (whole output: $file)"
  fi
}

need_rust() {
  command -v cargo >/dev/null || stop 'cargo is missing: install Rust with rustup, see https://rustup.rs'
  # A second word in the list of targets or components means that it is installed.
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
    command -v rustup >/dev/null || stop 'the Rust target wasm32-unknown-unknown is missing and there is no rustup to add it: see https://rustup.rs'
    say 'the Rust target wasm32-unknown-unknown'
    quietly target 'check the network and run: rustup target add wasm32-unknown-unknown' rustup target add wasm32-unknown-unknown
  fi
}

# need_component NAME PROOF: PROOF is a shell test that holds when the component is there.
need_component() {
  if ! eval "$2"; then
    command -v rustup >/dev/null || stop "the Rust component $1 is missing and there is no rustup to add it"
    say "the Rust component $1"
    quietly "$1" "check the network and run: rustup component add $1" rustup component add "$1"
  fi
}

locked_version() {
  awk -v name="$1" '$1 == "name" && $3 == "\"" name "\"" { hit = 1 } hit && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

# need_cargo_tool CRATE PROGRAM VERSION [FLAGS]: a program of exactly this version, or it is installed.
need_cargo_tool() {
  crate=$1; program=$2; version=$3; shift 3
  case "$("$program" --version 2>/dev/null || true)" in
    "$program $version"*) return ;;
  esac
  # A prebuilt binary saves minutes, where cargo-binstall is there and finds one.
  if command -v cargo-binstall >/dev/null; then
    say "$crate $version, by cargo-binstall"
    if cargo-binstall --no-confirm --disable-strategies compile --root "$TOOLS" "$crate@$version" >"$(log "$crate")" 2>&1; then return; fi
  fi
  say "$crate $version, compiled once and kept in $TOOLS (4 to 12 minutes)"
  quietly "$crate" "check the network and run: cargo install $crate --version $version $* --root $TOOLS" \
    env -u RUSTFLAGS -u CARGO_TARGET_DIR cargo install "$crate" --version "$version" --root "$TOOLS" --force "$@"
}

need_node() {
  command -v node >/dev/null || stop 'node is missing: install Node.js 20 or newer, see https://nodejs.org'
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || stop "Node.js $major is too old: version 20 or newer is needed, see https://nodejs.org"
}

need_npm_packages() {
  stamp=node_modules/.maturity-radar-lock
  if ! cmp -s package-lock.json "$stamp"; then
    # npm would empty the folder that the link leads to, which belongs to somebody else.
    [ ! -L node_modules ] || stop 'node_modules is a link and not of this package-lock.json: remove the link and run this again'
    say 'the npm packages of package-lock.json'
    quietly npm 'check the network and run: npm ci' npm ci --no-audit --no-fund
    cp package-lock.json "$stamp"
  fi
}

need_browsers() {
  missing=$(node tools/browsers.mjs --debian-packages)
  if [ -n "$missing" ] && command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then root=''
    elif sudo -n true 2>/dev/null; then root='sudo -n'
    else root=none; fi
    if [ "$root" != none ]; then
      say "browsers by apt-get: $missing"
      # Not fatal: the next line says which engine is still missing, and whether that is allowed.
      # shellcheck disable=SC2086
      { $root apt-get update && $root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 \
        install -y --no-install-recommends $missing fonts-dejavu-core; } >"$(log browsers)" 2>&1 || true
    else
      say "browsers missing; as an administrator run: apt-get install $missing"
    fi
  fi
  node tools/browsers.mjs
}

# need_debian PROOF PACKAGES: PROOF is a shell test that holds when they are there.
need_debian() {
  if eval "$1"; then return; fi
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    if [ "$(id -u)" = 0 ]; then root=''; else root='sudo -n'; fi
    say "$2 by apt-get"
    # Not fatal: without them the tests that need them say that they were left out.
    # shellcheck disable=SC2086
    { $root apt-get update && $root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 \
      install -y --no-install-recommends $2; } >"$(log "${2%% *}")" 2>&1 || true
  else
    say "missing; as an administrator run: apt-get install $2"
  fi
}

# The pages that use the npm package are built with Vite, React and Vue.
need_npm_pages() {
  stamp=tests/npm/node_modules/.maturity-radar-lock
  if ! cmp -s tests/npm/package-lock.json "$stamp"; then
    say 'the npm packages of tests/npm/package-lock.json'
    quietly npm-pages 'check the network and run: cd tests/npm && npm ci' sh -c 'cd tests/npm && npm ci --no-audit --no-fund'
    cp tests/npm/package-lock.json "$stamp"
  fi
}

# The test of the WordPress plugin: PHP, MariaDB's server program, and WordPress itself. The latter is unpacked into
# the cache, as its package would bring a web server that starts by itself.
need_wordpress() {
  missing=''
  for package in php-cli php-mysql mariadb-server-core; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then root=''
    elif sudo -n true 2>/dev/null; then root='sudo -n'
    else say "for the test of the WordPress plugin, as an administrator run: apt-get install$missing"; return 0; fi
    say "for the test of the WordPress plugin, by apt-get:$missing"
    # Not fatal: without them that test says that it was left out, and fails with CI=true.
    # shellcheck disable=SC2086
    { $root apt-get update && $root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 \
      install -y --no-install-recommends $missing; } >"$(log wordpress-packages)" 2>&1 || true
  fi
  # One of its files is a link into another package.
  if [ ! -f /usr/share/wordpress/wp-load.php ] && [ ! -f "$TOOLS/wordpress/usr/share/wordpress/wp-includes/js/underscore.min.js" ]; then
    say "WordPress, unpacked into $TOOLS/wordpress"
    unpack_wordpress >"$(log wordpress)" 2>&1 || say 'WordPress could not be had; the test of its plugin is left out'
  fi
}

unpack_wordpress() (
  set -e
  rm -rf "$TOOLS/wordpress" "$TOOLS/wordpress.part"
  mkdir -p "$TOOLS/wordpress.part"
  cd "$TOOLS/wordpress.part"
  # The lists may be too old, or there may be none.
  set -- wordpress wordpress-theme-twentytwentythree libjs-underscore
  apt-get download "$@" || {
    if [ "$(id -u)" = 0 ]; then apt-get update; else sudo -n apt-get update; fi
    apt-get download "$@"
  }
  for package in *.deb; do dpkg-deb -x "$package" .; done
  rm -- *.deb
  mv "$TOOLS/wordpress.part" "$TOOLS/wordpress"
)

need_node
need_rust
[ -f Cargo.lock ] || quietly lock 'check the network' cargo generate-lockfile
need_cargo_tool wasm-bindgen-cli wasm-bindgen "$(locked_version wasm-bindgen)"
need_cargo_tool trunk trunk "$TRUNK_VERSION" --locked --no-default-features --features rustls
[ "$purpose" = build ] && exit 0

need_component rust-src '[ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ]'
need_npm_packages
[ "$purpose" = dist ] && exit 0

need_component clippy 'cargo clippy --version >/dev/null 2>&1'
need_component rustfmt 'cargo fmt --version >/dev/null 2>&1'
need_browsers
# The test of the printed report reads its PDF with the former, the static folder stands behind the latter.
need_debian 'command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null' poppler-utils
need_debian '[ -e /etc/nginx/modules-enabled/50-mod-http-brotli-static.conf ]' 'nginx libnginx-mod-http-brotli-static'
need_npm_pages
if command -v apt-get >/dev/null; then need_wordpress; fi
