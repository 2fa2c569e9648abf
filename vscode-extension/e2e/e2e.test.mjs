// The packaged extension in a real VS Code, used as its readers use it. Needs `npm run package` and `npm run e2e:install`.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { logWith } from './samples.mjs';
import { Profile, Server, Workbench } from './workbench.mjs';

const extension = path.dirname(import.meta.dirname);
const { name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
const vsix = path.join(extension, `target/${name}-${version}.vsix`);
const pictures = [path.join(extension, 'target/screenshots'), ...(process.env.UPDATE_PICTURES === '1' ? [path.join(extension, '../src/site/images')] : [])];
const patience = { timeout: 120_000 };

const vsftpd = (code) => new RegExp(`FTP response: Client "[^"]*", "${code} `, 'm');
const bare = (code) => new RegExp(`^${code} `, 'm');
const server = logWith(vsftpd('(?:425|426)'), vsftpd(530), vsftpd(550));
const transient = /", "(42[56]) /.exec(server)[1]; // ends a transfer that a 150 has announced
const client = logWith(/^Connected to \S+\.$/m, bare(220), bare(530));

/** What the explanations say, from where the server has it. */
const prose = new Map(readFileSync(path.join(extension, '../src/main/replies/text.properties'), 'utf8').split('\n').map((line) => line.split(/=(.*)/, 2)));
const replyName = (code) => prose.get(`reply.${code}.name`);
const firstAdvice = (code) => prose.get(`reply.${code}.fix`).replaceAll('`', '').split(/[.,:]/)[0];

/** A log that nobody has described but its owner. */
const GATEWAY_LOG = '|7|C|RETR 425.txt\n|7|S|550 No such file\n';
const FORMAT_FILES = { 'ftpLog.formatFiles': ['gateway.json'] };
const GATEWAY_FORMAT = {
  id: 'gateway', title: 'Gateway', producer: 'Gateway 4', files: [], evidence: 'signature', session: ['session'], not: [],
  lines: [
    { is: 'command', pattern: '|{session:int}|C|{command}', samples: [{ line: '|7|C|NOOP', fields: { command: 'NOOP' } }] },
    { is: 'reply', pattern: '|{session:int}|S|{reply}', samples: [{ line: '|7|S|200 Ok', fields: { reply: '200 Ok' } }] },
  ],
};

/** An open VS Code with the extension and a workspace in it. Its end leaves a last picture and VS Code's own logs in target/. */
class Session {
  static async open(name, settings) {
    const session = new Session();
    session.name = name;
    session.profile = new Profile(settings);
    const folder = path.join(session.profile.folder, 'logs');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'vsftpd.log'), server);
    writeFileSync(path.join(folder, 'session.txt'), client);
    writeFileSync(path.join(folder, 'gateway.txt'), GATEWAY_LOG);
    writeFileSync(path.join(folder, 'gateway.json'), JSON.stringify(GATEWAY_FORMAT));
    writeFileSync(path.join(folder, 'shopping.txt'), 'Shopping\n220 grams of flour\n550 g of sugar\n425 degrees Fahrenheit, 530 kcal a piece\n');
    session.profile.install(vsix);
    session.server = await Server.start(session.profile);
    session.vscode = await Workbench.open(session.server.url, folder);
    return session;
  }

  async close() {
    await this.vscode?.screenshot(path.join(pictures[0], `last-${this.name}.png`));
    await this.vscode?.close();
    await this.server?.close();
    const logs = path.join(this.profile.folder, 'data/logs');
    if (existsSync(logs)) cpSync(logs, path.join(extension, `target/e2e-logs/${this.name}`), { recursive: true });
    this.profile.delete();
  }
}

describe('FTP Log Lens', () => {
  let session;
  let vscode;
  before(async () => {
    session = await Session.open('usual', FORMAT_FILES);
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
      const { line } = await show(vscode, server, vsftpd(code), code);
      const hover = await vscode.hover(line, code);
      assert.ok(hover?.includes(replyName(code)), `${code}: ${replyName(code)}, in: ${hover}`);
      assert.ok(hover.includes(firstAdvice(code)), `${code}: ${firstAdvice(code)}, in: ${hover}`);
    }
    await picture(vscode, 'hover.png');
  });

  it('explains nothing beside the codes', patience, async () => {
    const { line } = await show(vscode, server, vsftpd(550), '550');
    assert.equal(await vscode.hover(line, 'response', 2000), null);
  });

  it('lists 4xx replies as warnings and 5xx replies as errors, unless the settings say otherwise', patience, async () => {
    await vscode.problems((rows) => rows.some(({ severity }) => severity));
    await vscode.scrollProblems(); // errors come first: where they end, both are in the picture
    await picture(vscode, 'problems.png');
    await vscode.command('View: Toggle Maximized Panel');
    const [file, ...others] = await vscode.problems((rows) => rows.some(({ severity }) => severity === 'warning'));
    await vscode.command('View: Toggle Maximized Panel');
    assert.match(file.text, /^vsftpd\.log/);
    const problems = others.filter(({ severity }) => severity); // the rest says where the commands are
    assert.ok(problems.some(({ severity }) => severity === 'error'));
    for (const { severity, text } of problems) {
      const [, code] = /([45]\d\d)\)? \[Ln \d+, Col \d+\]/.exec(text) ?? [];
      assert.equal(severity, { 4: 'warning', 5: 'error' }[code?.[0]], text);
    }
    session.profile.machineSettings({ ...FORMAT_FILES, 'ftpLog.severity': { '5xx': 'off' } });
    await vscode.problems((rows) => rows.some(({ severity }) => severity === 'warning') && !rows.some(({ severity }) => severity === 'error'));
    session.profile.machineSettings(FORMAT_FILES);
    await vscode.problems((rows) => rows.some(({ severity }) => severity === 'error'));
    await vscode.page.keyboard.press('Control+J'); // closes the panel
  });

  it('compares two codes, picked from the palette, in a rendered document', patience, async () => {
    await vscode.command('FTP Log: Compare Reply Codes');
    await vscode.pick('220', { title: 'Compare which reply code?' });
    await vscode.pick('not avail', { row: '421', title: 'Compare 220 with' });
    await comparison(vscode, '220', '421');
    await picture(vscode, 'compare.png');
  });

  it('explains a code picked from the palette, also after the server was restarted', patience, async () => {
    await vscode.command('FTP Log: Restart Server');
    await vscode.command('FTP Log: Explain Reply Code');
    await vscode.pick('not logged', { row: '530', title: 'Explain which reply code?' });
    await vscode.preview().locator('h1', { hasText: '530' }).waitFor();
  });

  it('compares from a link in the hover', patience, async () => {
    await vscode.openFile('vsftpd.log');
    const { line } = await show(vscode, server, vsftpd(550), '550');
    await vscode.hover(line, '550');
    await vscode.page.locator('.monaco-hover a[data-href^="command:ftpLog.compareCodes"]').first().click();
    await comparison(vscode, '550');
  });

  it('compares from a quick fix', patience, async () => {
    await vscode.openFile('vsftpd.log');
    await show(vscode, server, vsftpd(530), '530');
    await vscode.quickFix('Compare');
    await comparison(vscode);
  });

  it('sums up the log, the most frequent failure first', patience, async () => {
    await vscode.openFile('vsftpd.log');
    await vscode.command('FTP Log: Report on This Log');
    await vscode.preview().locator('h1', { hasText: 'vsftpd.log' }).waitFor();
    const first = await vscode.preview().locator('table').first().locator('tbody tr').first().innerText();
    assert.match(first, /^\d+\s+[45]\d\d /);
    await picture(vscode, 'report.png');
    await vscode.command('View: Close Editor'); // back to the log; a quick search for it would also find its report
  });

  it('outlines the sessions', patience, async () => {
    await vscode.page.locator('.tab.active', { hasText: /^\s*vsftpd\.log/ }).waitFor();
    await vscode.command('Explorer: Focus on Outline View');
    const outline = vscode.page.locator('.outline-pane .monaco-list-row');
    await outline.filter({ hasText: /transfers|failed/ }).first().waitFor();
    await picture(vscode, 'outline.png');
    await vscode.page.keyboard.press('Control+B');
  });

  it('recognises a transcript in a plain text file', patience, async () => {
    await vscode.openFile('session.txt');
    assert.equal(await vscode.language(), 'Plain Text');
    const { line } = await show(vscode, client, bare(530), '530');
    const hover = await vscode.hover(line, '530');
    assert.ok(hover?.includes(replyName('530')), hover);
    await vscode.problems((rows) => rows.some(({ text }) => text.startsWith('session.txt')));
  });

  it('explains a log of a format that the workspace describes', patience, async () => {
    await vscode.openFile('gateway.txt');
    const { line } = await show(vscode, GATEWAY_LOG, /550/m, '550');
    const hover = await vscode.hover(line, '550');
    assert.ok(hover?.includes(replyName('550')), hover);
    assert.ok(hover.includes('RETR 425.txt'), hover);
  });

  it('leaves an ordinary text file alone', patience, async () => {
    await vscode.openFile('shopping.txt');
    assert.equal(await vscode.hover('550 g of sugar', '550', 3000), null);
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
    session = await Session.open('no-java', { 'ftpLog.java.home': broken });
    vscode = session.vscode;
    await vscode.openFile('vsftpd.log');
  }, patience);
  after(() => session?.close(), patience);

  it('says once that the setting is wrong, naming it and the path, and starts nothing', patience, async () => {
    const messages = await vscode.messages();
    await vscode.screenshot(path.join(pictures[0], 'no-java.png'));
    assert.equal(messages.length, 1, messages.join('\n'));
    for (const part of ['Java 17 or newer', 'ftpLog.java.home', broken]) assert.ok(messages[0].includes(part), `${part}: ${messages[0]}`);
    assert.deepEqual(languageServers(session.profile.folder), []);
  });

  it('leads to the setting', patience, async () => {
    await vscode.page.locator('.notifications-toasts .monaco-button', { hasText: 'Open Setting' }).click();
    await vscode.page.locator('.settings-editor .setting-item-contents', { hasText: 'Java: Home' }).waitFor();
  });

  it('works as soon as the setting is right', patience, async () => {
    session.profile.machineSettings({ 'ftpLog.java.home': javaHome() });
    await vscode.problems((rows) => rows.some(({ severity }) => severity === 'error'));
    assert.equal(languageServers(session.profile.folder).length, 1);
  });
});

/** Moves the cursor into the code of the first line that the pattern matches. */
async function show(vscode, text, pattern, code) {
  const lines = text.split(/\r?\n/);
  const index = lines.findIndex((line) => pattern.test(line));
  const column = pattern.exec(lines[index]).index + pattern.exec(lines[index])[0].lastIndexOf(code);
  await vscode.gotoLine(index + 1, column + 2);
  return { line: lines[index] };
}

/** Waits for a rendered comparison with these codes in its heading. */
async function comparison(vscode, ...codes) {
  const heading = vscode.preview().locator('h1', { hasText: /\d{3}.*\d{3}/ });
  for (const code of codes) await heading.filter({ hasText: `${code} ${replyName(code)}` }).waitFor();
  await heading.waitFor();
}

async function picture(vscode, file) {
  for (const folder of pictures) await vscode.screenshot(path.join(folder, file));
}

/** The processes that run our jar out of this profile. */
function languageServers(profile) {
  return readdirSync('/proc').filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes(`${profile}/extensions`) && command.includes('ftp-log-server.jar');
    } catch {
      return false;
    }
  });
}

function javaHome() {
  if (process.env.JAVA_HOME) return process.env.JAVA_HOME;
  const java = process.env.PATH.split(path.delimiter).map((folder) => path.join(folder, 'java')).find(existsSync);
  return path.dirname(path.dirname(realpathSync(java)));
}
