// The packaged extension in a real VS Code, used as its readers use it. Needs `npm run package` and `npm run e2e:install`.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  FORMAT_FILES, GATEWAY_LOG, Session, bare, clientLog, comparison, firstAdvice, javaHome, patience, picture, replyName, screenshot, serverLog, show, vsftpd,
} from './session.mjs';

const transient = /", "(42[56]) /.exec(serverLog)[1]; // ends a transfer that a 150 has announced

describe('FTP Log Lens', () => {
  let session;
  let vscode;
  before(async () => {
    session = await Session.open('usual', { settings: FORMAT_FILES });
    vscode = session.vscode;
    await vscode.openFile('vsftpd.log');
    await vscode.page.keyboard.press('Control+B'); // no side bar: room for the log
  }, patience);
  after(() => session?.close(), patience);

  it('opens vsftpd.log as an FTP log', patience, async () => {
    assert.equal(await vscode.language(), 'FTP Log');
  });

  it('explains a code where the mouse rests on it: its name, and what to do', patience, async () => {
    for (const code of ['530', '550', transient]) {
      const { line } = await show(vscode, serverLog, vsftpd(code), code);
      const hover = await vscode.hover(line, code, { expected: replyName(code) });
      assert.ok(hover?.includes(replyName(code)), `${code}: ${replyName(code)}, in: ${hover}`);
      assert.ok(hover.includes(firstAdvice(code)), `${code}: ${firstAdvice(code)}, in: ${hover}`);
    }
    await picture(vscode, 'hover');
  });

  it('explains nothing beside the codes', patience, async () => {
    const { line } = await show(vscode, serverLog, vsftpd(550), '550');
    assert.equal(await vscode.hover(line, 'response', { patience: 2000 }), null);
  });

  it('lists 4xx replies as warnings and 5xx replies as errors, unless the settings say otherwise', patience, async () => {
    await vscode.problems((rows) => rows.some(({ severity }) => severity));
    await vscode.scrollProblems(); // errors come first: where they end, both are in the picture
    await picture(vscode, 'problems');
    await vscode.command('View: Toggle Maximized Panel');
    const [file, ...others] = await vscode.problems((rows) => rows.some(({ severity }) => severity === 'warning'));
    await vscode.command('View: Toggle Maximized Panel');
    assert.match(file.text, /^vsftpd\.log/);
    const problems = others.filter(({ severity }) => severity); // the rest says where the commands are
    assert.ok(problems.some(({ severity }) => severity === 'error'));
    for (const { severity, text } of problems) {
      const [, code] = /([45]\d\d)\)? \[Ln \d+, Col \d+\]/.exec(text) ?? [];
      const levels = ['error', 'warning', 'info'];
      const milder = / Recovered in line \d+/.test(text) ? 1 : 0;
      assert.equal(severity, levels[{ 4: 1, 5: 0 }[code?.[0]] + milder], text);
    }
    session.profile.machineSettings({ ...FORMAT_FILES, 'ftpLog.severity': { '5xx': 'off' } });
    await vscode.problems((rows) => rows.length > 0 && !rows.some(({ severity }) => severity === 'error'));
    session.profile.machineSettings(FORMAT_FILES);
    await vscode.problems((rows) => rows.some(({ severity }) => severity === 'error'));
    await vscode.page.keyboard.press('Control+J'); // closes the panel
  });

  it('goes from failure to failure, and from the last to the first', patience, async () => {
    const failures = serverLog.split(/\r?\n/).flatMap((line, index) => (/", "[45]\d\d /.test(line) ? [index + 1] : []));
    await vscode.gotoLine(1);
    const way = [['Control+F8', failures[0]], ['Control+F8', failures[1]], ['Control+Shift+F8', failures[0]], ['Control+Shift+F8', failures.at(-1)], ['Control+F8', failures[0]]];
    for (const [key, line] of way) {
      await vscode.page.keyboard.press(key);
      await vscode.until(`the cursor after ${key}`, (cursor) => cursor.line === line, () => vscode.position());
    }
  });

  it('tells which format it is, and why', patience, async () => {
    const status = await vscode.languageStatus((text) => text.includes('vsftpd'));
    assert.match(status, /replies: \d+, failed: \d+ · Java \d+, from /);
    await vscode.command('FTP Log: Why This Format?');
    await vscode.reference().locator('h1', { hasText: 'vsftpd.log' }).waitFor();
    await vscode.reference().locator('li', { hasText: 'vsftpd' }).first().waitFor();
    await vscode.command('View: Close Editor');
  });

  it('compares two codes, picked from the palette, in a rendered document', patience, async () => {
    await vscode.gotoLine(1); // a code that is selected would be taken
    await vscode.command('FTP Log: Compare Reply Codes');
    await vscode.pick('220', { title: 'Compare which reply code?' });
    await vscode.pick('not avail', { row: '421', title: 'Compare 220 with' });
    await comparison(vscode, '220', '421');
    await picture(vscode, 'compare');
    const link = vscode.reference().locator('a[href^="command:ftpLog."]').first();
    const [, other] = /vs (\d{3})/.exec(await link.innerText());
    await link.click();
    await comparison(vscode, other);
  });

  it('explains a code picked from the palette, also after the server was restarted', patience, async () => {
    await vscode.command('FTP Log: Restart Server');
    await vscode.command('FTP Log: Explain Reply Code');
    await vscode.pick('not logged', { row: '530', title: 'Explain which reply code?' });
    await vscode.reference().locator('h1', { hasText: '530' }).waitFor();
  });

  it('compares from a link in the hover', patience, async () => {
    await vscode.openFile('vsftpd.log');
    const { line } = await show(vscode, serverLog, vsftpd(550), '550');
    await vscode.hover(line, '550', { expected: replyName('550') });
    await vscode.page.locator('.monaco-hover a[data-href^="command:ftpLog.compareCodes"]').first().click();
    await comparison(vscode, '550');
  });

  it('compares from a quick fix', patience, async () => {
    await vscode.openFile('vsftpd.log');
    await show(vscode, serverLog, vsftpd(530), '530');
    await vscode.quickFix('Compare');
    await comparison(vscode);
  });

  it('copies an excerpt of the session without what must not be passed on', patience, async () => {
    await vscode.openFile('vsftpd.log');
    const { line } = await show(vscode, serverLog, vsftpd(530), '530');
    const [, client] = /Client "([^"]*)"/.exec(line);
    await vscode.quickFix('Copy a redacted excerpt');
    const excerpt = await vscode.until('the clipboard', (text) => text.startsWith('```'), () => vscode.clipboard());
    assert.match(excerpt, /", "530 /);
    assert.ok(!excerpt.includes(client), excerpt);
  });

  it('ignores a code from now on', patience, async () => {
    await show(vscode, serverLog, vsftpd(530), '530');
    const [all] = await vscode.problems((rows) => rows[0]?.text.startsWith('vsftpd.log'));
    await vscode.page.keyboard.press('Control+1'); // back to the log
    await vscode.quickFix('Ignore 530');
    const [fewer] = await vscode.problems(([first]) => first?.text.startsWith('vsftpd.log') && first.text !== all.text);
    const count = ({ text }) => Number(text.split(' ').at(-1));
    assert.ok(count(fewer) < count(all), `${fewer.text}, before: ${all.text}`);
    session.profile.machineSettings({ ...FORMAT_FILES, 'ftpLog.severity': { 530: 'error' } }); // counts before that of the user
    await vscode.problems((rows) => rows[0]?.text === all.text);
    session.profile.machineSettings(FORMAT_FILES);
    await vscode.page.keyboard.press('Control+J'); // closes the panel
  });

  it('sums up the log, the most frequent failure first', patience, async () => {
    await vscode.openFile('vsftpd.log');
    await vscode.command('FTP Log: Report on This Log');
    await vscode.reference().locator('h1', { hasText: 'vsftpd.log' }).waitFor();
    const first = await vscode.reference().locator('table').first().locator('tbody tr').first().innerText();
    assert.match(first, /^\d+\s+[45]\d\d /);
    await picture(vscode, 'report');
    await vscode.command('View: Close Editor'); // back to the log; a quick search for it would also find its report
  });

  it('leads from the report to the lines of the log, also of one with a space in its name', patience, async () => {
    await vscode.openFile('my server.log');
    await vscode.command('FTP Log: Report on This Log');
    const link = vscode.reference().locator('a[href^="command:ftpLog.goToLine"]').first();
    const number = Number(await link.innerText());
    await link.click();
    await vscode.page.locator('.tab.active', { hasText: /^\s*my server\.log/ }).waitFor();
    await vscode.until('the cursor', ({ line }) => line === number, () => vscode.position());
    await vscode.command('View: Close All Editors');
    await vscode.openFile('vsftpd.log');
  });

  it('outlines the sessions', patience, async () => {
    await vscode.page.locator('.tab.active', { hasText: /^\s*vsftpd\.log/ }).waitFor();
    await vscode.command('Explorer: Focus on Outline View');
    const outline = vscode.page.locator('.outline-pane .monaco-list-row');
    await outline.filter({ hasText: /transfers|failed/ }).first().waitFor();
    await picture(vscode, 'outline');
    await vscode.page.keyboard.press('Control+B');
  });

  it('recognises a transcript in a plain text file', patience, async () => {
    await vscode.command('View: Close All Editors'); // and with them the problems that would be listed above these
    await vscode.openFile('session.txt');
    assert.equal(await vscode.language(), 'Plain Text');
    const { line } = await show(vscode, clientLog, bare(530), '530');
    const hover = await vscode.hover(line, '530', { expected: replyName('530') });
    assert.ok(hover?.includes(replyName('530')), hover);
    await vscode.problems((rows) => rows.some(({ text }) => text.startsWith('session.txt')));
  });

  it('explains a log of a format that the workspace describes', patience, async () => {
    await vscode.openFile('gateway.txt');
    const { line } = await show(vscode, GATEWAY_LOG, /550/m, '550');
    const hover = await vscode.hover(line, '550', { expected: replyName('550') });
    assert.ok(hover?.includes(replyName('550')), hover);
    assert.ok(hover.includes('RETR 425.txt'), hover);
  });

  it('leaves an ordinary text file alone', patience, async () => {
    await vscode.openFile('shopping.txt');
    assert.equal(await vscode.hover('550 g of sugar', '550', { patience: 3000 }), null);
    const rows = await vscode.problems();
    assert.ok(!rows.some(({ text }) => text.includes('shopping.txt')), JSON.stringify(rows));
  });
});

describe('FTP Log Lens without a suitable Java', () => {
  const broken = '/no/such/jdk';
  let session;
  let vscode;
  before(async () => {
    // There is a good Java on the PATH: it must not stand in for the one that was chosen.
    session = await Session.open('no-java', { settings: { 'ftpLog.java.home': broken } });
    vscode = session.vscode;
    await vscode.openFile('vsftpd.log');
  }, patience);
  after(() => session?.close(), patience);

  it('says once that the setting is wrong, naming it and the path, and starts nothing', patience, async () => {
    const messages = await vscode.messages();
    await screenshot(vscode, 'no-java');
    assert.equal(messages.length, 1, messages.join('\n'));
    for (const part of ['Java 17 or newer', 'ftpLog.java.home', broken]) assert.ok(messages[0].includes(part), `${part}: ${messages[0]}`);
    assert.deepEqual(session.languageServers(), []);
  });

  it('leads to the setting', patience, async () => {
    await vscode.page.locator('.notifications-toasts .monaco-button', { hasText: 'Open Setting' }).click();
    await vscode.page.locator('.settings-editor .setting-item-contents', { hasText: 'Java: Home' }).waitFor();
  });

  it('works as soon as the setting is right', patience, async () => {
    session.profile.machineSettings({ 'ftpLog.java.home': javaHome() });
    await vscode.problems((rows) => rows.some(({ severity }) => severity === 'error'));
    assert.equal(session.languageServers().length, 1);
  });
});
