// Packs target/NAME-VERSION.vsix, for every machine that has a Java, and the one for this platform, which brings its own.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeRuntime } from './runtime.mjs';

const root = path.dirname(import.meta.dirname);
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
/** Pictures in the README are named as seen from this folder. */
const PICTURES = 'https://github.com/ftploglens/ftp-log-lens/raw/HEAD/vscode-extension/';
const platform = `${process.platform}-${process.arch}`;

vsce(`${name}-${version}.vsix`);
vsce(`${name}-${platform}-${version}.vsix`, ['--target', platform], await makeRuntime(path.join(root, '../server/target/ftp-log-server.jar')));

function vsce(file, args = [], runtime = '') {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const { status } = spawnSync(process.execPath, [vsce, 'package', '--no-dependencies', '--baseImagesUrl', PICTURES, '--out', `target/${file}`, ...args],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, RUNTIME: runtime } });
  if (status !== 0) process.exit(1);
}
