import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import manifest from '../package.json';
import strings from '../package.nls.json';

const placeholders = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
const language = manifest.contributes.languages.find(({ id }) => id === 'ftplog');
assert.ok(language);

describe('the manifest', () => {
  it('has an English text for each placeholder, and no text without one', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  for (const code of ['ja', 'ru', 'fr', 'th']) {
    it(`has all its texts, and those of the code, in ${code}`, () => {
      const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      const translated = read(`package.nls.${code}.json`);
      assert.deepEqual(Object.keys(translated), Object.keys(strings));
      for (const [key, text] of Object.entries(strings)) assert.ok(key.endsWith('displayName') || translated[key] !== text, key);

      const sources = readdirSync('src').map((file) => readFileSync(`src/${file}`, 'utf8')).join('');
      const used = [...new Set([...sources.matchAll(/l10n\.t\('([^']*)'/g)].map(([, text]) => text))];
      const bundle = read(`l10n/bundle.l10n.${code}.json`);
      assert.deepEqual(Object.keys(bundle).sort(), used.sort());
      for (const [text, translation] of Object.entries(bundle)) assert.deepEqual(placeholders(translation), placeholders(text), translation);
    });
  }

  it('pins exact versions', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode, 'the API used must be that of the oldest VS Code');
  });

  it('names files that are there', () => {
    for (const file of [manifest.icon, language.configuration, ...manifest.contributes.grammars.map((grammar) => grammar.path)]) {
      assert.ok(existsSync(file), file);
    }
    const [walkthrough] = manifest.contributes.walkthroughs;
    for (const { media } of walkthrough?.steps ?? []) {
      assert.ok(existsSync(media.image), media.image);
    }
  });

  it('shows no command where it cannot work, and has at most eight settings', () => {
    const { commands, menus, keybindings, configuration } = manifest.contributes;
    const titled = commands.map(({ command }) => command);
    const needALog = menus.commandPalette.filter(({ when }) => when === 'ftpLog.recognized').map(({ command }) => command);
    assert.ok(needALog.includes('ftpLog.goToNextFailure') && needALog.includes('ftpLog.reportLog'));
    for (const { command } of [...menus.commandPalette, ...menus['ftpLog.editor'], ...menus['explorer/context'], ...menus['editor/title/context'], ...keybindings]) {
      assert.ok(titled.includes(command), command);
    }
    for (const { when } of [...menus['editor/context'], ...keybindings]) assert.match(when, /ftpLog\.recognized/);
    assert.ok(Object.keys(configuration.properties).length <= 8);
  });

  it('starts for its own language and for those that logs open in', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:ftplog', 'onLanguage:log', 'onLanguage:Log', 'onLanguage:plaintext']);
  });
});

describe('the first line of an FTP log', () => {
  const firstLine = new RegExp(language.firstLine);
  const ftp = [
    'Fri Nov 20 05:08:39 2026 [pid 56] CONNECT: Client "192.0.2.7"',
    'Wed Apr  8 15:02:53 2020 [pid 28568] FTP response: Client "2001:db8::1", "220 Welcome to files.example.com."',
    '\uFEFFWed Apr  8 15:02:53 2020 [pid 28568] CONNECT: Client "192.0.2.7"',
    '2023-05-12T16:38:09.312Z DI [FTP Session 540 192.0.2.116] Session 0x17d3f5b021c with ID 540 created.',
    '2023-05-12T16:38:09.343Z << [FTP Session 540 192.0.2.116] 220-FileZilla Server 1.8.1',
    'FileZilla Server version 0.9.41 beta',
    '(000001)15.05.2017 15:32:13 - (not logged in) (203.0.113.111)> Connected on port 21, sending welcome message...',
    '(000041) 4/1/2009 1:34:48 AM - (not logged in) (203.0.113.105)> Connected, sending welcome message...',
    '2026-11-20 05:12:09 9009 1 Status: Connecting to 192.0.2.7:21...',
    '. --------------------------------------------------------------------------',
    '. 2024-11-07 09:35:56.238 WinSCP Version 5.13.4 (Build 8731) (OS 10.0.17134 - Windows 10 Pro)',
    '---- Connecting to ftp.example.com (192.0.2.110) port 21',
    '---- Resolving host address...',
    '<--- 220 Welcome',
    '220 (vsFTPd 3.0.3)',
    '220-Access is logged.',
    'Connected to ftp.example.com.',
  ];
  const other = [
    '220 mail.example.com ESMTP Postfix',
    '2200 files were copied',
    '192.0.2.7 - - [20/Nov/2026:05:08:39 +0000] "GET / HTTP/1.1" 425 220',
    'Nov 20 05:08:39 host sshd[220]: Connection closed',
    '2026-11-20 05:12:09 INFO Status: 220',
    '-----BEGIN CERTIFICATE-----',
    '',
  ];
  for (const line of ftp) it(`is: ${line}`, () => { assert.match(line, firstLine); });
  for (const line of other) it(`is not: ${line}`, () => { assert.doesNotMatch(line, firstLine); });
});

describe('the file names of FTP logs', () => {
  const expressions = language.filenamePatterns.map((pattern) => new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\*/g, '.*')}$`, 'i'));
  const claimed = (name: string): boolean => language.extensions.some((extension) => name.endsWith(extension)) || expressions.some((expression) => expression.test(name));
  const ftp = ['vsftpd.log', 'vsftpd.log.1', 'vsftpd-2026-11-20.log', 'proftpd.log', 'proftpd-extended.log', 'ExtendedLog', 'pure-ftpd.log', 'FileZilla Server.log',
    'filezilla-server.log', 'filezilla.log', 'fzs-2026-11-20.log', 'WinSCP.log', 'winscp-session.log', 'lftp.log', 'ftp-transcript.txt', 'nightly.ftplog', 'upload.ftp.log'];
  const other = ['access.log', 'xferlog', 'notes.txt', 'syslog', 'sftp-notes.md', 'mail.log'];
  it('are those of the formats', () => { execFileSync(process.execPath, ['scripts/file-names.mjs'], { stdio: 'pipe' }); });
  for (const name of ftp) it(`claims ${name}`, () => { assert.ok(claimed(name)); });
  for (const name of other) it(`leaves ${name} to others`, () => { assert.ok(!claimed(name)); });
});
