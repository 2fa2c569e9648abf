#!/usr/bin/env bash
# Installs what the browser tests need: Chromium from the distribution, and from npm a complete VS Code
# (the package code-server carries one). Does nothing when everything is there already.
# --without-browser: only VS Code, for those who look at it in a browser of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { printf 'e2e: %s\n' "$*" >&2; }

if [ "$(uname -sm)" != "Linux x86_64" ]; then
  say "this VS Code is put together for Linux on x86-64 only; elsewhere install the VSIX in a VS Code of your own"
  exit 1
fi

if [ "${1:-}" != --without-browser ] && ! command -v chromium >/dev/null; then
  say "installing Chromium (apt-get)"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi

# One stamp per lock file, script and Node version.
fingerprint=$( (node --version; cat package-lock.json install.sh) | sha256sum | cut -c1-16)
stamp="node_modules/.installed-$fingerprint"
[ -e "$stamp" ] && exit 0

# Install scripts stay off: code-server's own one builds modules that nobody needs here and fetches binaries.
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)
say "installing VS Code (npm)"
npm ci "${quiet[@]}"

vscode="$PWD/node_modules/code-server/lib/vscode"
# What that script would have installed. The shrinkwrap lacks a peer dependency, which npm would refuse.
for folder in "$vscode" "$vscode/extensions"; do
  npm --prefix "$folder" ci --omit=dev --legacy-peer-deps "${quiet[@]}"
done

# spdlog writes VS Code's log files, the watchdog ends a lost extension host, node-pty serves the terminal.
node_gyp="$PWD/node_modules/node-gyp/bin/node-gyp.js"
for module in @vscode/spdlog native-watchdog node-pty; do
  folder="$vscode/node_modules/$module"
  if [ ! -d "$folder" ] || (cd "$folder" && node --eval 'require(process.cwd())') 2>/dev/null; then continue; fi
  say "compiling $module"
  headers=()
  if [ -e "${NODE_HEADERS:-/usr}/include/node/node.h" ]; then headers=("--nodedir=${NODE_HEADERS:-/usr}"); fi
  if ! (cd "$folder" && node "$node_gyp" rebuild "${headers[@]}" >build.log 2>&1); then
    tail -n 20 "$folder/build.log" >&2
    say "could not compile $module; it needs a C++ compiler, make and Python, and Node's headers (set NODE_HEADERS)"
    exit 1
  fi
done

# Quick open and file search call ripgrep; this package has the binary in it.
install -D -m 755 node_modules/@vscode/ripgrep-linux-x64/bin/rg "$vscode/node_modules/@vscode/ripgrep/bin/rg"

node "$vscode/out/server-main.js" --version | head -n 1 | sed 's/^/e2e: VS Code /' >&2
touch "$stamp"
