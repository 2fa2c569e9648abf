// Makes target/runtime: the Java that the VSIX of this platform carries, and an archive of the classes that the server has
// loaded in a first conversation, which it then need not load and verify again (class data sharing).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';

/** java.sql, of which Gson knows, is left out; without zipfs the server cannot look into its own jar. */
const MODULES = ['java.base', 'java.logging', 'jdk.unsupported', 'jdk.zipfs'];

const root = path.dirname(import.meta.dirname);
const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name);

/** Returns the folder, which has `runtime/`, and the jar with the archive made from it. */
export async function makeRuntime(jar) {
  const folder = path.join(root, 'target/runtime');
  const jdk = process.env.JAVA_HOME || /java\.home = (.*)/.exec(run('java', ['-XshowSettings:properties', '-version']))[1].trim();
  const made = `${jdk} ${readFileSync(path.join(jdk, 'release'), 'utf8')}${createHash('sha256').update(readFileSync(jar)).update(readFileSync(import.meta.filename)).digest('hex')}`;
  const stamp = path.join(folder, 'made-from.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return folder;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(path.join(jdk, 'bin', executable('jlink')), ['--add-modules', MODULES.join(), '--strip-debug', '--no-header-files', '--no-man-pages', '--compress=2',
    '--vm=server', '--output', path.join(folder, 'runtime')]);
  const copy = path.join(folder, 'ftp-log-server.jar');
  cpSync(jar, copy);
  // A jar of this time is told by its size alone: the installed one gets the time of its installation.
  utimesSync(copy, 0, 0);
  const java = path.join(folder, 'runtime/bin', executable('java'));
  const classes = path.join(folder, 'classes.txt');
  // The jar is found by the name it is given here: the client, too, starts it from its own folder.
  const server = ['-XX:+UseSerialGC', '-jar', path.basename(copy)];
  await converse(java, ['-Xshare:off', `-XX:DumpLoadedClassList=${classes}`, ...server], folder);
  run(java, ['-Xshare:dump', `-XX:SharedClassListFile=${classes}`, '-XX:SharedArchiveFile=ftp-log-server.jsa', ...server], folder);
  run(java, ['-Xshare:on', '-XX:SharedArchiveFile=ftp-log-server.jsa', ...server, '--version'], folder);
  writeFileSync(stamp, made);
  return folder;
}

/** What a reader does first: opens a log, sees its colours and problems, rests the mouse on a code, and closes it. */
async function converse(java, args, cwd) {
  const text = readFileSync(path.join(root, '../src/test/corpus/vsftpd/vsftpd.log'), 'utf8');
  const lines = text.split(/\r?\n/);
  const line = lines.findIndex((candidate) => candidate.includes('"530 '));
  const textDocument = { uri: 'file:///vsftpd.log', languageId: 'ftplog', version: 1, text };
  const range = { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } };
  const server = spawn(java, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { server.once('exit', resolve); });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid, rootUri: null, initializationOptions: { commandLinks: true },
    capabilities: { textDocument: { hover: { contentFormat: ['markdown'] }, diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  for (const request of ['diagnostic', 'semanticTokens/range', 'semanticTokens/full', 'inlayHint', 'foldingRange', 'documentSymbol', 'hover']) {
    await connection.sendRequest(`textDocument/${request}`, { textDocument, range, position: { line, character: lines[line].indexOf('530 ') } });
  }
  await connection.sendRequest('workspace/executeCommand', { command: 'ftpLog.report', arguments: [{ uri: textDocument.uri }] });
  await connection.sendNotification('textDocument/didChange', {
    textDocument, contentChanges: [{ range: { start: { line: lines.length, character: 0 }, end: { line: lines.length, character: 0 } }, text: `${lines[line]}\n` }],
  });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const code = await ended;
  connection.dispose();
  if (code !== 0) throw new Error(`the server ended with ${code} after its first conversation; what it printed is above`);
}

function run(command, args, cwd) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout + stderr;
  throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stdout + stderr}\nA whole JDK 17 or newer is needed: name its folder in JAVA_HOME, or put it on the PATH.`);
}
