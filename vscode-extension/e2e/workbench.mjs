// VS Code as a user meets it, opened in Chromium, and what a user does there.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MS } from './server.mjs';

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
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
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
    const leave = async () => {
      await this.page.mouse.move(2, 2);
      await hover.first().waitFor({ state: 'hidden' });
    };
    await leave();
    do {
      const at = await this.page.evaluate(locate, { line, word });
      if (!at) throw new Error(`no line on screen has the text: ${line}`);
      await this.page.mouse.move(at.x - 3, at.y, { steps: 3 });
      await this.page.mouse.move(at.x, at.y, { steps: 3 });
      await sleep(800);
      const rows = await hover.allInnerTexts();
      const now = await this.page.evaluate(locate, { line, word });
      const moved = now?.x !== at.x || now?.y !== at.y; // a code lens that came meanwhile: the mouse rests on another line
      if (!moved && rows.some((row) => !/^Loading\.\.\./.test(row.trim()))) seen = rows.join('\n');
      if (seen?.includes(expected)) break;
      if (moved || !rows.length) await leave();
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

  clipboard() {
    return this.page.evaluate(() => navigator.clipboard.readText());
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
