// VS Code as a user meets it: its own server (out of the npm package code-server) on the loopback interface, opened in
// Chromium. All that is started here ends with `close`, or with this process.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = path.join(import.meta.dirname, 'node_modules/code-server/lib/vscode/out/server-main.js');
const PATIENCE_MS = 30_000;

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

/** A browser window with a folder open in VS Code, and what a user does there. */
export class Workbench {
  static async open(url, folder, language) {
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // No name is ever looked up: the browser would ask for its maker's hosts.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
      handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE_MS);
    // What a language pack does; there is none here, so VS Code's own words stay English.
    if (language) await page.addInitScript((code) => { globalThis._VSCODE_NLS_LANGUAGE = code; }, language);
    await page.goto(`${url}/?${new URLSearchParams({ folder })}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    return new Workbench(browser, page);
  }

  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  async close() {
    await this.browser.close();
  }

  async screenshot(file, how = {}) {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, ...how });
  }

  // Quick input: files, commands, picks

  /** Types into the quick input, once it has this title, and takes the first row that has `row` in it. */
  async pick(text, { row = text, title = '' } = {}) {
    const widget = this.page.locator('.quick-input-widget:visible');
    await widget.locator('.quick-input-title', { hasText: title }).waitFor({ state: title ? 'visible' : 'attached' });
    await widget.locator('input[type=text]').first().pressSequentially(text); // `fill` would lose the ">" of commands
    await this.takeRow(`the row ${row}`, widget, (candidate) => (row instanceof RegExp ? row.test(candidate) : candidate.includes(row)));
  }

  /** Moves to the first row that is wanted, and takes it. Not by mouse: rows move under it as more of them are found. */
  async takeRow(what, widget, wanted) {
    const focused = widget.locator('.monaco-list-row.focused');
    await this.until(what, wanted, async () => {
      const text = await focused.first().innerText().catch(() => ''); // the row may be replaced at this moment
      if (text && !wanted(text)) await this.page.keyboard.press('ArrowDown');
      return text;
    });
    await this.page.keyboard.press('Enter');
  }

  /** Tries again: what was asked for before, a page or a report, may still come to the front. */
  async openFile(name) {
    const itself = new RegExp(`^\\s*${name.replaceAll('.', '\\.')}`); // not a preview that is named after it
    const tab = this.page.locator('.tab.active', { hasText: itself });
    await this.until(`${name} in front`, Boolean, async () => {
      await this.page.keyboard.press('Control+P');
      await this.pick(name, { row: itself });
      return tab.waitFor({ timeout: 5000 }).then(() => true, () => false);
    });
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  async command(title) {
    await this.page.keyboard.press('F1');
    await this.pick(title);
  }

  async gotoLine(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget:visible input').first().pressSequentially(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.until('the cursor', (cursor) => cursor.line === line, () => this.position());
  }

  // The editor

  /** The name of the document's language in the status bar. */
  language() {
    return this.page.locator('#status\\.editor\\.mode').innerText();
  }

  /**
   * Rests the mouse on `word` in the visible line with this text, and returns the hover, or null when none comes within
   * `patience`. Its parts come one by one: the problem, then the explanation; it waits for the one with `expected` in it.
   */
  async hover(line, word, { expected = '', patience = PATIENCE_MS } = {}) {
    const deadline = Date.now() + patience;
    let seen = null;
    const hover = this.page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-row');
    await this.page.mouse.move(2, 2);
    await hover.first().waitFor({ state: 'hidden' });
    do {
      const at = await this.page.evaluate(locate, { line, word });
      if (!at) throw new Error(`no line on screen has the text: ${line}`);
      await this.page.mouse.move(at.x - 3, at.y, { steps: 3 });
      await this.page.mouse.move(at.x, at.y, { steps: 3 });
      await sleep(800);
      const rows = await hover.allInnerTexts();
      if (rows.some((row) => !/^Loading\.\.\./.test(row.trim()))) seen = rows.join('\n');
      if (seen?.includes(expected)) break;
      if (!rows.length) await this.page.mouse.move(2, 2);
    } while (Date.now() < deadline);
    return seen;
  }

  // Panels, previews, messages

  /** The rows of the Problems panel, as soon as `ready` likes them. */
  async problems(ready = (rows) => rows.length > 0) {
    const panel = this.page.locator('.markers-panel');
    if (!await panel.isVisible()) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    await this.page.mouse.move(2, 2);
    return this.until('the Problems panel', ready, () => this.page.evaluate(problemRows));
  }

  async scrollProblems() {
    await this.page.locator('.markers-panel .monaco-list').hover();
    for (let turns = 0; turns < 10; turns++) await this.page.mouse.wheel(0, 200);
    await this.page.mouse.move(2, 2);
    await sleep(1000);
  }

  /** The page with the server's answer. */
  reference() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('body');
  }

  /** What the status bar tells of the active text's language, once `ready` likes it. */
  async languageStatus(ready) {
    const entry = this.page.locator('#status\\.languageStatus');
    return this.until('the language status', ready, async () => {
      await this.page.mouse.move(2, 2);
      await entry.hover();
      await sleep(800);
      const texts = await this.page.locator('.hover-language-status').allInnerTexts();
      return texts.join('\n').replace(/\u00a0/g, ' ');
    });
  }

  /** The line and column of the cursor. */
  async position() {
    const text = await this.page.locator('#status\\.editor\\.selection').innerText();
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text);
    return { line: Number(line), column: Number(column) };
  }

  /** The texts of the messages on screen, as soon as there is one and it has come to rest. */
  async messages() {
    const message = this.page.locator('.notifications-toasts .notification-list-item-message');
    await message.first().waitFor();
    await sleep(1000);
    return message.allInnerTexts();
  }

  /** Takes the quick fix with `title` for what is at the cursor. The menu keeps the mouse off at first: arrow keys do it. */
  async quickFix(title) {
    await this.page.keyboard.press('Control+.');
    await this.takeRow('the quick fixes', this.page.locator('.action-widget'), (text) => text.includes(title));
  }

  async until(what, ready, read) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await read();
      if (ready(value)) return value;
      if (Date.now() > deadline) throw new Error(`${what} never became as expected: ${JSON.stringify(value)}`);
      await sleep(100);
    }
  }
}

/** In the page: the middle of `word` in the editor line with this text. */
function locate({ line, word }) {
  const plain = (text) => text.replace(/\u00a0/g, ' ');
  const element = [...document.querySelectorAll('.editor-instance .view-line')].find((candidate) => plain(candidate.textContent).startsWith(line.trimEnd()));
  if (!element) return null;
  let skip = plain(element.textContent).indexOf(word);
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (skip < text.length) {
      range.setStart(text, skip);
      range.setEnd(text, Math.min(skip + word.length, text.length));
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    skip -= text.length;
  }
  return null;
}

/** In the page: what the Problems panel shows, from top to bottom; a row without severity is the file. */
function problemRows() {
  return [...document.querySelectorAll('.markers-panel .monaco-list-row')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((row) => ({
      severity: row.querySelector('.codicon-error') ? 'error' : row.querySelector('.codicon-warning') ? 'warning' : row.querySelector('.codicon-info') ? 'info' : null,
      text: row.innerText.replace(/\s+/g, ' ').trim(),
    }));
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
