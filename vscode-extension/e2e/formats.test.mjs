// The packaged extension on logs of several producers. Needs `npm run package` and `npm run e2e:install`.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Session, patience, replyName, screenshot, show } from './session.mjs';
import { sample } from './samples.mjs';

/** A log of each, and a line in it whose reply has failed. */
const LOGS = {
  'lftp.log': /^<--- 5\d\d(?= [A-Z])/,
  'winscp.log': /^< \S+ \S+ 5\d\d/,
  'iis-85.log': / \w+ \S+ 550/,
  'pureftpd-debug.log': /\[DEBUG\] 530/,
  'proftpd-ext-default.log': /" 550/,
};

describe('FTP Log Lens on the logs of five programs', () => {
  let session;
  let vscode;
  before(async () => {
    session = await Session.open('formats', { settings: { 'ftpLog.inlayHints': 'off' } }); // they would stand in the lines
    vscode = session.vscode;
    for (const name of Object.keys(LOGS)) session.write(name, sample(`linked/${name}`));
    await vscode.openFile('lftp.log');
    await vscode.page.keyboard.press('Control+B');
  }, patience);
  after(() => session?.close(), patience);

  for (const [name, failure] of Object.entries(LOGS)) {
    it(`explains ${name}`, patience, async () => {
      await vscode.openFile(name);
      const text = sample(`linked/${name}`);
      const code = failure.exec(text.split(/\r?\n/).find((line) => failure.test(line)))[0].slice(-3);
      const { line } = await show(vscode, text, failure, code);
      const hover = await vscode.hover(line.trimEnd(), code, { expected: replyName(code) });
      assert.ok(hover?.includes(replyName(code)), `${replyName(code)}, in: ${hover}`);
    });
  }

  it('says beside a bare code what it means', patience, async () => {
    session.profile.machineSettings({});
    await vscode.openFile('iis-85.log');
    await show(vscode, sample('linked/iis-85.log'), LOGS['iis-85.log'], '550');
    const hint = new RegExp(replyName('550').replaceAll(' ', '\\s'));
    await vscode.page.locator('.view-line', { hasText: hint }).first().waitFor();
    await screenshot(vscode, 'inlay-hints');
  });

  it('folds sessions', patience, async () => {
    await vscode.openFile('pureftpd-debug.log');
    await vscode.command('Fold All');
    await vscode.page.locator('.editor-instance .codicon-folding-collapsed').first().waitFor();
    const numbers = await vscode.page.locator('.editor-instance .margin .line-numbers').allInnerTexts();
    const shown = numbers.map(Number).sort((a, b) => a - b);
    assert.ok(shown.some((number, index) => index > 0 && number > shown[index - 1] + 1), `all lines are shown: ${shown}`);
    await screenshot(vscode, 'folded');
    await vscode.command('Unfold All');
  });
});
