// VS Code's own server (out of the npm package code-server) on the loopback interface, with a profile of its own. All that is
// started here ends with `close`, or with this process.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = path.join(import.meta.dirname, 'node_modules/code-server/lib/vscode/out/server-main.js');
export const PATIENCE_MS = 30_000;

/** Settings that keep away what a test does not want to see: pop-ups, updates, experiments, AI, git. */
const CALM = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.fontSize': 12,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.hotExit': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A new, empty profile: a folder with VS Code's data, settings, extensions and a home. */
export class Profile {
  constructor(settings, more = {}) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'ftp-lens-')); // short: sockets in it must stay below 108 characters
    for (const name of ['data/User', 'data/Machine', 'home']) mkdirSync(path.join(this.folder, name), { recursive: true });
    writeFileSync(path.join(this.folder, 'data/User/settings.json'), JSON.stringify({ ...CALM, ...more }, null, 2));
    this.machineSettings(settings);
  }

  /** Replaces the settings of this machine; a running VS Code follows. */
  machineSettings(settings) {
    writeFileSync(path.join(this.folder, 'data/Machine/settings.json'), JSON.stringify(settings, null, 2));
  }

  install(vsix) {
    const run = spawnSync(process.execPath, [SERVER, ...this.arguments, '--install-extension', vsix], { encoding: 'utf8', env: this.environment(), timeout: 60_000 });
    if (run.status !== 0 || !run.stdout.includes('successfully installed')) throw new Error(`${vsix} was not installed:\n${run.stdout}${run.stderr}`);
  }

  get arguments() {
    return ['--user-data-dir', `${this.folder}/data`, '--server-data-dir', `${this.folder}/server`, '--extensions-dir', `${this.folder}/extensions`];
  }

  environment(more = {}) {
    const home = path.join(this.folder, 'home');
    return { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...more };
  }

  delete() {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** VS Code's server process, with the extension host and the language server below it. */
export class Server {
  static async start(profile, { env = {}, port } = {}) {
    const server = new Server(profile, port ?? await freePort(), env);
    const deadline = Date.now() + PATIENCE_MS;
    while (!await server.answers()) {
      if (server.process.exitCode !== null || Date.now() > deadline) {
        await server.close();
        throw new Error(`VS Code's server did not start:\n${readFileSync(server.log, 'utf8')}`);
      }
      await sleep(50);
    }
    return server;
  }

  constructor(profile, port, env) {
    this.url = `http://127.0.0.1:${port}`;
    this.log = path.join(profile.folder, 'server.log');
    const output = openSync(this.log, 'a');
    // In a process group of its own, so that all that it starts can be ended with it.
    this.process = spawn(process.execPath, [SERVER, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token',
      '--accept-server-license-terms', '--telemetry-level', 'off', ...profile.arguments], { detached: true, stdio: ['ignore', output, output], env: profile.environment(env) });
    closeSync(output);
    this.gone = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.lastResort = () => { this.signal('SIGKILL'); };
    process.once('exit', this.lastResort);
  }

  async answers() {
    return fetch(`${this.url}/version`).then((response) => response.ok, () => false);
  }

  signal(name) {
    try {
      process.kill(-this.process.pid, name);
    } catch {
      // Nobody is left in the group.
    }
  }

  async close() {
    this.signal('SIGTERM');
    await Promise.race([this.gone, sleep(5000, undefined, { ref: false })]);
    this.signal('SIGKILL');
    process.removeListener('exit', this.lastResort);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => { resolve(port); });
    });
  });
}
