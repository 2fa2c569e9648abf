// An open VS Code with the extension and some logs in it, and what the tests do there. Needs `npm run package` and `npm run e2e:install`.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { logWith } from './samples.mjs';
import { Profile, Server } from './server.mjs';
import { Workbench } from './workbench.mjs';

const extension = path.dirname(import.meta.dirname);
const { name, version, contributes } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
const walkthrough = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image));
/** The VSIX for every machine with a Java, and the one that brings a Java for this one. */
export const UNIVERSAL = path.join(extension, `target/${name}-${version}.vsix`);
export const WITH_JAVA = path.join(extension, `target/${name}-${process.platform}-${process.arch}-${version}.vsix`);
const screenshots = path.join(extension, 'target/screenshots');
export const patience = { timeout: 120_000 };

export const vsftpd = (code) => new RegExp(`FTP response: Client "[^"]*", "${code} `, 'm');
export const bare = (code) => new RegExp(`^${code} `, 'm');
export const serverLog = logWith(vsftpd('(?:425|426)'), vsftpd(530), vsftpd(550));
export const clientLog = logWith(/^Connected to \S+\.$/m, bare(220), bare(530));

/** What the explanations say, from where the server has it. */
function prose(language) {
  const file = path.join(extension, `../src/main/replies/text${language}.properties`);
  return new Map(readFileSync(file, 'utf8').split('\n').map((line) => line.split(/=(.*)/, 2)));
}
const [english, japanese] = [prose(''), prose('_ja')];
export const replyName = (code) => english.get(`reply.${code}.name`);
export const japaneseName = (code) => japanese.get(`reply.${code}.name`);
export const firstAdvice = (code) => english.get(`reply.${code}.fix`).replaceAll('`', '').split(/[.,:]/)[0];

/** A log that nobody has described but its owner. */
export const GATEWAY_LOG = '|7|C|RETR 425.txt\n|7|S|550 No such file\n';
export const FORMAT_FILES = { 'ftpLog.formatFiles': ['gateway.json'] };
const GATEWAY_FORMAT = {
  id: 'gateway', title: 'Gateway', producer: 'Gateway 4', files: [], evidence: 'signature', session: ['session'], not: [],
  lines: [
    { is: 'command', pattern: '|{session:int}|C|{command}', samples: [{ line: '|7|C|NOOP', fields: { command: 'NOOP' } }] },
    { is: 'reply', pattern: '|{session:int}|S|{reply}', samples: [{ line: '|7|S|200 Ok', fields: { reply: '200 Ok' } }] },
  ],
};

/** Its end leaves a last picture and VS Code's own logs in target/. */
export class Session {
  /**
   * `settings` are of the machine, `workspace` those of the folder, `more` those of the user; `env` is what the extension
   * host gets besides, `language` the display language.
   */
  static async open(name, { settings = {}, workspace, more, vsix = UNIVERSAL, env, language } = {}) {
    const session = new Session();
    session.name = name;
    session.profile = new Profile(settings, more);
    session.folder = path.join(session.profile.folder, 'logs');
    mkdirSync(session.folder);
    session.write('vsftpd.log', serverLog);
    session.write('my server.log', serverLog);
    session.write('session.txt', clientLog);
    session.write('gateway.txt', GATEWAY_LOG);
    session.write('gateway.json', JSON.stringify(GATEWAY_FORMAT));
    session.write('shopping.txt', 'Shopping\n220 grams of flour\n550 g of sugar\n425 degrees Fahrenheit, 530 kcal a piece\n');
    if (workspace) session.write('.vscode/settings.json', JSON.stringify(workspace));
    session.profile.install(vsix);
    session.server = await Server.start(session.profile, { env });
    session.vscode = await Workbench.open(session.server.url, session.folder, language);
    return session;
  }

  write(file, text) {
    mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    writeFileSync(path.join(this.folder, file), text);
  }

  /** The processes that run our jar out of this profile: their ids and command lines. */
  languageServers() {
    return readdirSync('/proc').flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const ours = command.includes('ftp-log-server.jar') && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`HOME=${this.profile.folder}/home`);
        return ours ? [{ pid: Number(pid), command }] : [];
      } catch {
        return []; // it has ended, or is nobody's business
      }
    });
  }

  async close() {
    await this.vscode?.screenshot(path.join(screenshots, `last-${this.name}.png`));
    await this.vscode?.close();
    await this.server?.close();
    const logs = path.join(this.profile.folder, 'data/logs');
    if (existsSync(logs)) cpSync(logs, path.join(extension, `target/e2e-logs/${this.name}`), { recursive: true });
    this.profile.delete();
  }
}

/** Moves the cursor into the code of the first line that the pattern matches. */
export async function show(vscode, text, pattern, code) {
  const lines = text.split(/\r?\n/);
  const index = lines.findIndex((line) => pattern.test(line));
  const column = pattern.exec(lines[index]).index + pattern.exec(lines[index])[0].lastIndexOf(code);
  await vscode.gotoLine(index + 1, column + 2);
  return { line: lines[index], number: index + 1 };
}

/** Waits for a rendered comparison with these codes in its heading, in front: there may be an earlier one behind the log. */
export async function comparison(vscode, ...codes) {
  await vscode.page.locator('.tab.active', { hasText: /\d{3}.*\d{3}/ }).waitFor();
  const heading = vscode.reference().locator('h1', { hasText: /\d{3}.*\d{3}/ });
  for (const code of codes) await heading.filter({ hasText: `${code} ${replyName(code)}` }).waitFor();
  await heading.waitFor();
}

/** A picture for whoever looks into a failure. */
export async function screenshot(vscode, name) {
  await vscode.screenshot(path.join(screenshots, `${name}.png`));
}

/** The same, also for the READMEs and the walkthrough when they are to be taken anew. */
export async function picture(vscode, name) {
  await screenshot(vscode, name);
  if (process.env.UPDATE_PICTURES !== '1') return;
  await vscode.screenshot(path.join(extension, `../src/site/images/${name}.png`));
  const small = `images/walkthrough/${name}.jpg`;
  if (walkthrough.includes(small)) await vscode.screenshot(path.join(extension, small), { type: 'jpeg', quality: 75 });
}

export function javaHome() {
  if (process.env.JAVA_HOME) return process.env.JAVA_HOME;
  const java = process.env.PATH.split(path.delimiter).map((folder) => path.join(folder, 'java')).find(existsSync);
  return path.dirname(path.dirname(realpathSync(java)));
}
