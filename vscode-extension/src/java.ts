import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';

export const OLDEST_JAVA = 17;

/** A Java that may do; `origin` is where it was named, in words that the user knows: a setting, JAVA_HOME, PATH. */
export interface Candidate {
  readonly origin: string;
  readonly java: string;
}

export interface Found extends Candidate {
  readonly version: number;
}

/** One that will not do: its version, or why it did not tell one. */
export interface Rejected extends Candidate {
  readonly answer: number | 'missing' | 'failed';
}

/**
 * The places to look at when no setting of ours names one: the runtime that came with the extension in `server`, those that
 * `others` know, the environment, and the folders where Javas are usually installed, the newest first.
 */
export function candidates(server: string, others: readonly Candidate[], env: NodeJS.ProcessEnv, folders = usualFolders(env)): Candidate[] {
  const own = inHome(BUNDLED, path.join(server, 'runtime'));
  const home = env['JAVA_HOME'];
  const onPath = (env['PATH'] ?? env['Path'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder)) // never the folder that happens to be current
    .map((folder) => path.join(folder, EXECUTABLE))
    .find((java) => existsSync(java));
  const inEnvironment = [...(home ? [inHome('JAVA_HOME', home)] : []), ...(onPath ? [{ origin: 'PATH', java: onPath }] : [])];
  return [...(existsSync(own.java) ? [own] : []), ...others, ...inEnvironment, ...folders.flatMap(installedIn)];
}

export function inHome(origin: string, home: string): Candidate {
  return { origin, java: path.join(home, 'bin', EXECUTABLE) };
}

/** Asks one after the other for its version until one is new enough; also returns those that were not. */
export async function search(places: readonly Candidate[], timeoutMs = 10_000): Promise<{ found?: Found; rejected: readonly Rejected[] }> {
  const rejected: Rejected[] = [];
  for (const place of places) {
    const answer = await versionOf(place.java, timeoutMs);
    if (typeof answer === 'number' && answer >= OLDEST_JAVA) return { found: { ...place, version: answer }, rejected };
    rejected.push({ ...place, answer });
  }
  return { rejected };
}

/** The feature release in what `java -version` prints: 8 in "1.8.0_281", 17 in "17.0.15", 22 in "22-ea". */
export function parseVersion(output: string): number | undefined {
  const version = /^\S+ version "(?:1\.)?(\d+)/m.exec(output);
  return version ? Number(version[1]) : undefined;
}

/** How to start the server that lies in the folder `server`; `storage` is a folder of ours that can be written to. */
export function launch({ origin, java, version }: Found, server: string, storage: string, env: NodeJS.ProcessEnv): { command: string; args: string[]; options: { cwd: string; env: NodeJS.ProcessEnv } } {
  // Archived classes need not be loaded and verified again. Ours was made with the runtime; from Java 19 on a Java makes its own.
  const made = version >= 19 ? ['-XX:+AutoCreateSharedArchive', `-XX:SharedArchiveFile=${path.join(storage, `java-${String(version)}.jsa`)}`] : [];
  const archive = origin === BUNDLED ? ['-XX:SharedArchiveFile=ftp-log-server.jsa'] : made;
  const locale = process.platform === 'linux' ? ([env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(Boolean) ?? 'C') : '';
  return {
    command: java,
    args: [
      '-Xmx768m', // three logs of the 50 MB above which VS Code keeps a text to itself
      '-Xms24m', // more would only be filled before it is looked through
      ...['+IgnoreUnrecognizedVMOptions', '+UseSerialGC', 'MinHeapFreeRatio=20', 'MaxHeapFreeRatio=40', 'FreqInlineSize=60'].map((choice) => `-XX:${choice}`), // see performance.md
      '-XX:+ExitOnOutOfMemoryError',
      '-XX:+DisplayVMOutputToStderr', // stdout is for the protocol
      ...archive,
      ...['file', 'stdout', 'stderr'].map((name) => `-D${name}.encoding=UTF-8`),
      '-jar',
      'ftp-log-server.jar', // the archive knows it by this name
      '--stdio',
    ],
    // Not in the workspace, which is not ours. In the C locale a Java cannot name files outside ASCII.
    options: { cwd: server, env: ['C', 'POSIX'].includes(locale) ? { ...env, LC_ALL: '', LC_CTYPE: 'C.UTF-8' } : env },
  };
}

/** The runtime in the VSIX of a platform. */
export const BUNDLED = 'FTP Log Lens';
const EXECUTABLE = process.platform === 'win32' ? 'java.exe' : 'java';

/** Where installers and version managers put Javas, each in a folder of its own. */
function usualFolders(env: NodeJS.ProcessEnv): string[] {
  const user = env['HOME'] ?? env['USERPROFILE'] ?? '/';
  const system: Partial<Record<NodeJS.Platform, string[]>> = {
    win32: ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft'].map((maker) => path.join(env['ProgramFiles'] ?? 'C:\\Program Files', maker)),
    darwin: ['/Library/Java/JavaVirtualMachines', path.join(user, 'Library/Java/JavaVirtualMachines')],
    linux: ['/usr/lib/jvm', '/usr/java', '/opt/java'],
  };
  return [...(system[process.platform] ?? []), path.join(user, '.sdkman/candidates/java'), path.join(user, '.jdks')];
}

/** The Javas there, the newest first; `origin` is the folder. */
function installedIn(folder: string): Candidate[] {
  const homes = namesIn(folder).sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((name) => path.join(folder, name));
  return homes
    .flatMap((home) => [inHome(folder, home), inHome(folder, path.join(home, 'Contents/Home'))]) // the latter on macOS
    .filter(({ java }) => existsSync(java));
}

function namesIn(folder: string): string[] {
  try { return readdirSync(folder); } catch { return []; } // not there, or not ours to read
}

function versionOf(java: string, timeoutMs: number): Promise<Rejected['answer']> {
  if (!path.isAbsolute(java) || !existsSync(java)) return Promise.resolve('missing');
  return new Promise((resolve) => {
    execFile(java, ['-version'], { timeout: timeoutMs, killSignal: 'SIGKILL', windowsHide: true }, (error, stdout, stderr) => {
      resolve((error ? undefined : parseVersion(stderr + stdout)) ?? 'failed');
    });
  });
}
