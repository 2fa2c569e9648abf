import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import * as path from 'node:path';
import type { Executable } from 'vscode-languageclient/node';

export const OLDEST_JAVA = 17;

/** A Java that may do; `origin` is where it was named, in words that the user knows: a setting, JAVA_HOME, PATH. */
export interface Candidate {
  readonly origin: string;
  readonly java: string;
}

/** One that will not do: its version, or why it did not tell one. */
export interface Rejected extends Candidate {
  readonly answer: number | 'missing' | 'failed';
}

/** The places to look at when no setting of ours names one: those that `others` know, then the environment. */
export function candidates(others: readonly Candidate[], env: NodeJS.ProcessEnv): Candidate[] {
  const home = env['JAVA_HOME'];
  const onPath = (env['PATH'] ?? env['Path'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder)) // never the folder that happens to be current
    .map((folder) => path.join(folder, EXECUTABLE))
    .find(isFile);
  return [...others, ...(home ? [inHome('JAVA_HOME', home)] : []), ...(onPath ? [{ origin: 'PATH', java: onPath }] : [])];
}

export function inHome(origin: string, home: string): Candidate {
  return { origin, java: path.join(home, 'bin', EXECUTABLE) };
}

/** Asks one after the other for its version until one is new enough; also returns those that were not. */
export async function search(places: readonly Candidate[], timeoutMs = 10_000): Promise<{ java?: string; rejected: readonly Rejected[] }> {
  const rejected: Rejected[] = [];
  for (const place of places) {
    const answer = await versionOf(place.java, timeoutMs);
    if (typeof answer === 'number' && answer >= OLDEST_JAVA) return { java: place.java, rejected };
    rejected.push({ ...place, answer });
  }
  return { rejected };
}

/** The feature release in what `java -version` prints: 8 in "1.8.0_281", 17 in "17.0.15", 22 in "22-ea". */
export function parseVersion(output: string): number | undefined {
  const version = /^\S+ version "(?:1\.)?(\d+)/m.exec(output);
  return version ? Number(version[1]) : undefined;
}

export function launch(java: string, jar: string): Executable {
  return {
    command: java,
    args: ['-Xmx1g', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8', '-jar', jar, '--stdio'],
    options: { cwd: path.dirname(jar) }, // not the workspace, which is not ours
  };
}

const EXECUTABLE = process.platform === 'win32' ? 'java.exe' : 'java';

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function versionOf(java: string, timeoutMs: number): Promise<Rejected['answer']> {
  if (!path.isAbsolute(java) || !isFile(java)) return Promise.resolve('missing');
  return new Promise((resolve) => {
    execFile(java, ['-version'], { timeout: timeoutMs, killSignal: 'SIGKILL', windowsHide: true }, (error, stdout, stderr) => {
      resolve((error ? undefined : parseVersion(stderr + stdout)) ?? 'failed');
    });
  });
}
