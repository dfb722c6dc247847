# Sourced by the other scripts: where the tools are, and the settings every build shares.
TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/maturity-radar/tools"
PATH="$TOOLS/bin:$PWD/node_modules/.bin:$HOME/.cargo/bin:$PATH"
# No tool asks the network for a newer self or a browser.
PUPPETEER_SKIP_DOWNLOAD=1
TRUNK_SKIP_VERSION_CHECK=true
export PATH PUPPETEER_SKIP_DOWNLOAD TRUNK_SKIP_VERSION_CHECK
# Trunk 0.21 reads NO_COLOR as a flag that must be "true" or "false" and stops at "1".
unset NO_COLOR
