# The house's commands. Each sets up what it needs and is missing, and prints one line per step.
#   make serve   builds and serves the page, and prints its address
#   make test    formatting, clippy, native, browser and end-to-end tests, the plugin in a WordPress
#   make validate SURVEY=my-survey.json
#                lists the problems of a survey document, or says what is in it
#   make dist    writes the static folder dist/ and prints its sizes
#   make release writes release/: every form of delivery out of one build, with checksums
.NOTPARALLEL:
.PHONY: help serve validate test dist release wordpress setup fmt clippy test-native test-browser test-e2e test-wordpress test-reproducible bench shots clean

STEP = sh tools/step.sh
SHOW = SHOW=1 sh tools/step.sh
PORT = 8080

help:
	@sed -n '/^#/s/^# \{0,1\}//p' Makefile

serve:
	@sh tools/setup.sh build
	@sh tools/dev.sh $(PORT)

# Needs Rust alone; the first time takes a minute or two.
validate:
	@sh tools/validate.sh '$(SURVEY)'

dist:
	@sh tools/setup.sh dist
	@$(STEP) 'dist: release build' sh tools/dist.sh
	@$(SHOW) 'dist: sizes' node tools/sizes.mjs dist

release: dist
	@$(SHOW) 'release' node tools/release.mjs

test: setup fmt clippy test-native test-browser test-e2e test-wordpress
	@echo 'ok    all checks'

setup:
	@sh tools/setup.sh test

fmt:
	@$(STEP) 'formatting' cargo fmt --all --check

clippy:
	@$(STEP) 'clippy, host' cargo clippy --locked --all-targets -- -D warnings
	@$(STEP) 'clippy, wasm32' cargo clippy --locked --target wasm32-unknown-unknown --lib --bins --test browser -- -D warnings
	@$(STEP) 'clippy, wasm32, small program' cargo clippy --locked --target wasm32-unknown-unknown --no-default-features --lib --bins -- -D warnings

test-native:
	@$(SHOW) 'native tests' cargo test --locked --quiet

# Real browsers run them: tools/wasm-tests.mjs opens the tests' page in each engine.
test-browser:
	@CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER='node tools/wasm-tests.mjs' \
		$(SHOW) 'browser tests' cargo test --locked --quiet --target wasm32-unknown-unknown --test browser

# Against the release dist/, in each engine; no retries.
test-e2e: dist
	@$(SHOW) 'end-to-end tests' sh tools/e2e.sh

# Installs a throw-away WordPress under target/, with a database that nothing else can reach.
test-wordpress: dist
	@$(SHOW) 'WordPress plugin' sh tools/e2e.sh tests/wordpress/wordpress.test.mjs

wordpress: dist
	@$(STEP) 'maturity-radar-wordpress.zip' node tools/wordpress.mjs

# Builds everything twice, in two clones elsewhere: some minutes more than a test should take.
test-reproducible:
	@sh tools/setup.sh dist
	@$(SHOW) 'the same bytes twice' sh tools/reproducible.sh

bench: dist
	@$(SHOW) 'bench: start' node bench/start.mjs
	@$(SHOW) 'bench: a long history' node bench/history.mjs
	@$(SHOW) 'bench: a large team' node bench/team.mjs
	@$(SHOW) 'bench: lenses' node bench/lenses.mjs

shots: dist
	@$(SHOW) 'screenshots' node tests/e2e/shots.mjs

clean:
	@rm -rf target dist release node_modules tests/npm/node_modules
