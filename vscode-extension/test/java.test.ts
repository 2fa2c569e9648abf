import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { BUNDLED, candidates, inHome, launch, parseVersion, search } from '../src/java';

const box = mkdtempSync(path.join(tmpdir(), 'ftp-log-lens-java-'));
after(() => { rmSync(box, { recursive: true, force: true }); });

describe('parseVersion', () => {
  const cases: [string, number | undefined][] = [
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "26-ea" 2026-03-17', 26],
    ['java version "1.8.0_281"\nJava(TM) SE Runtime Environment (build 1.8.0_281-b09)', 8],
    ['java version "11.0.2" 2019-01-15 LTS', 11],
    ['Picked up JAVA_TOOL_OPTIONS: -Dsome.version="3"\nopenjdk version "17.0.1" 2021-10-19', 17],
    ['The operation couldn’t be completed. Unable to locate a Java Runtime.', undefined],
    ['', undefined],
  ];
  for (const [output, version] of cases) {
    it(output.split('\n')[0] ?? '', () => { assert.equal(parseVersion(output), version); });
  }
});

describe('candidates', () => {
  it('are: the one of the extension, what other settings name, JAVA_HOME, the first java on the PATH, those in the usual folders', () => {
    const first = fakeJava('path-1', 'openjdk version "21"');
    const second = fakeJava('path-2', 'openjdk version "21"');
    fakeJava('server/runtime', 'openjdk version "17"');
    fakeJava('usual/jdk-9', 'java version "9"');
    fakeJava('usual/jdk-21', 'openjdk version "21"');
    fakeJava('usual/mac.jdk/Contents/Home', 'openjdk version "17"');
    mkdirSync(path.join(box, 'usual/no-java'));
    const usual = path.join(box, 'usual');
    const env = {
      JAVA_HOME: '/opt/b',
      PATH: ['', 'bin', path.join(box, 'nowhere'), bin(first), bin(second)].join(path.delimiter),
    };
    const found = candidates(path.join(box, 'server'), [inHome('java.home', '/opt/a')], env, [path.join(box, 'nowhere'), usual]);
    assert.deepEqual(found, [
      inHome(BUNDLED, path.join(box, 'server/runtime')),
      inHome('java.home', '/opt/a'),
      inHome('JAVA_HOME', '/opt/b'),
      { origin: 'PATH', java: inHome('', first).java },
      inHome(usual, path.join(usual, 'mac.jdk/Contents/Home')),
      inHome(usual, path.join(usual, 'jdk-21')),
      inHome(usual, path.join(usual, 'jdk-9')),
    ]);
  });

  it('are none where nothing is set', () => {
    assert.deepEqual(candidates(box, [], {}, []), []);
    assert.deepEqual(candidates(box, [], { JAVA_HOME: '', PATH: '.' }, []), []);
  });
});

describe('search', { skip: process.platform === 'win32' && 'the fake Javas are shell scripts' }, () => {
  it('takes the first that is new enough, and says what is wrong with those before it', async () => {
    const old = inHome('JAVA_HOME', fakeJava('old', 'java version "1.8.0_281"'));
    const good = inHome('PATH', fakeJava('good', 'openjdk version "17.0.15" 2025-04-15'));
    const newer = inHome('too late', fakeJava('newer', 'openjdk version "25"'));
    const missing = inHome('ftpLog.java.home', path.join(box, 'no-such-folder'));
    assert.deepEqual(await search([missing, old, good, newer]), {
      found: { ...good, version: 17 },
      rejected: [{ ...missing, answer: 'missing' }, { ...old, answer: 8 }],
    });
  });

  it('passes by what is no Java: another program, a failing one, one that hangs, a folder, a file taken for a home', async () => {
    const other = inHome('other', fakeJava('other', 'GNU bash, version 5.2.15'));
    const failing = inHome('failing', fakeJava('failing', 'openjdk version "17"', 'exit 1'));
    const hanging = inHome('hanging', fakeJava('hanging', 'openjdk version "17"', 'exec sleep 60'));
    const folder = inHome('folder', path.join(box, 'folder'));
    mkdirSync(folder.java, { recursive: true });
    const file = inHome('file', other.java);
    const relative = inHome('relative', 'jdk');
    const { found, rejected } = await search([other, failing, hanging, folder, file, relative], 500);
    assert.equal(found, undefined);
    assert.deepEqual(rejected.map(({ answer }) => answer), ['failed', 'failed', 'failed', 'failed', 'missing', 'missing']);
  });

  it('finds nothing among nothing', async () => {
    assert.deepEqual(await search([]), { rejected: [] });
  });
});

describe('launch', () => {
  const launched = (origin: string, version: number, env: NodeJS.ProcessEnv = { LANG: 'en_US.UTF-8' }): ReturnType<typeof launch> =>
    launch({ origin, java: '/opt/jdk/bin/java', version }, '/ext/server', '/storage', env);
  const archives = (args: string[]): string[] => args.filter((arg) => /archive/i.test(arg));

  it('starts the jar as a language server, without a shell and outside the workspace, and ends it when memory is short', () => {
    const { command, args, options } = launched('PATH', 17);
    assert.equal(command, '/opt/jdk/bin/java');
    assert.deepEqual(args.slice(-3), ['-jar', 'ftp-log-server.jar', '--stdio']);
    assert.deepEqual(options, { cwd: '/ext/server', env: { LANG: 'en_US.UTF-8' } });
    for (const option of ['-XX:+ExitOnOutOfMemoryError', '-XX:+UseSerialGC', '-XX:+IgnoreUnrecognizedVMOptions', '-Dstdout.encoding=UTF-8']) assert.ok(args.includes(option), option);
  });

  it('archives classes: those of the bundled runtime are there, a Java 19 or newer makes its own', () => {
    assert.deepEqual(archives(launched(BUNDLED, 17).args), ['-XX:SharedArchiveFile=ftp-log-server.jsa']);
    assert.deepEqual(archives(launched('PATH', 18).args), []);
    assert.deepEqual(archives(launched('PATH', 25).args), ['-XX:+AutoCreateSharedArchive', `-XX:SharedArchiveFile=${path.join('/storage', 'java-25.jsa')}`]);
  });

  it('names files outside ASCII in the C locale too', { skip: process.platform !== 'linux' && 'locales like these are of Linux' }, () => {
    for (const env of [{}, { LANG: 'C' }, { LC_ALL: 'POSIX', LANG: 'ja_JP.UTF-8' }, { LC_CTYPE: 'C', LC_ALL: '' }]) {
      assert.deepEqual(launched('PATH', 17, env).options.env, { ...env, LC_ALL: '', LC_CTYPE: 'C.UTF-8' });
    }
    const japanese = { LANG: 'C', LC_CTYPE: 'ja_JP.UTF-8' };
    assert.deepEqual(launched('PATH', 17, japanese).options.env, japanese);
  });
});

/** A home with a program `java` in it that prints this; returns the home. */
function fakeJava(name: string, prints: string, then = ''): string {
  const home = path.join(box, name);
  const { java } = inHome('', home);
  mkdirSync(path.dirname(java), { recursive: true });
  writeFileSync(java, `#!/bin/sh\necho '${prints}' >&2\n${then}\n`);
  chmodSync(java, 0o755);
  return home;
}

function bin(home: string): string {
  return path.dirname(inHome('', home).java);
}
