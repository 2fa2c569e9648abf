// What is in the packaged extensions, and what is not. Needs `npm run package`.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';

const root = path.dirname(import.meta.dirname);
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const MB = 1_000_000;
const platform = `${process.platform}-${process.arch}`;

for (const [target, budget] of [['', 4 * MB], [platform, 30 * MB]]) {
  describe(`the VSIX for ${target || 'every machine with a Java'}`, () => {
    const file = path.join(root, 'target', [name, target, `${version}.vsix`].filter(Boolean).join('-'));
    const entries = entriesOf(readFileSync(file));
    const text = (entry) => entries.get(`extension/${entry}`)?.read().toString('utf8') ?? '';

    it(`is no larger than ${budget / MB} MB`, () => { assert.ok(statSync(file).size <= budget, `${statSync(file).size} bytes`); });

    it('has the server, the words of each language and the pictures of the walkthrough', () => {
      const { contributes } = JSON.parse(text('package.json'));
      const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image));
      const words = ['ja', 'ru', 'fr', 'th'].flatMap((language) => [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`]);
      for (const entry of ['dist/extension.js', 'server/ftp-log-server.jar', 'readme.md', 'changelog.md', ...words, ...pictures]) assert.ok(entries.has(`extension/${entry}`), entry);
    });

    it('has no sources, no source maps, no tests and nothing of other modules', () => {
      const stray = [...entries.keys()].filter((entry) => /\.map$|\.tsx?$|node_modules|\/test\/|\/e2e\/|\/scripts\/|\/src\//.test(entry));
      assert.deepEqual(stray, []);
      assert.doesNotMatch(text('dist/extension.js'), /sourceMappingURL/);
    });

    it('has the licence of the extension, and of all that is bundled', () => {
      assert.match(text('LICENSE.txt'), /Apache License/);
      for (const part of ['vscode-languageclient', 'vscode-jsonrpc', 'semver']) assert.match(text('dist/ThirdPartyNotices.txt'), new RegExp(`^${part} `, 'm'));
      for (const part of ['LSP4J', 'Gson', 'picocli']) assert.match(text('server/THIRD-PARTY-NOTICES.txt'), new RegExp(part));
    });

    if (target) {
      it('has a Java that can be started, an archive of the server\'s classes, and the licences of its modules', () => {
        const java = entries.get(`extension/server/runtime/bin/java${process.platform === 'win32' ? '.exe' : ''}`);
        assert.ok(process.platform === 'win32' || (java.mode & 0o111) === 0o111, `mode ${java.mode.toString(8)}`);
        assert.ok(entries.has('extension/server/ftp-log-server.jsa'));
        for (const module of ['java.base', 'java.logging', 'jdk.unsupported', 'jdk.zipfs']) assert.match(text(`server/runtime/legal/${module}/LICENSE`), /GNU General Public License/i);
        assert.match(text('server/runtime/legal/java.base/ASSEMBLY_EXCEPTION'), /Classpath/);
      });
    } else {
      it('has no Java', () => { assert.deepEqual([...entries.keys()].filter((entry) => /runtime|\.jsa$/.test(entry)), []); });
    }
  });
}

/** The files in a zip by their names (APPNOTE.TXT 4.3.12: the central directory). */
function entriesOf(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const entries = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    const read = () => {
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(from, from + size);
      return method === 0 ? data : inflateRawSync(data);
    };
    entries.set(zip.toString('utf8', at + 46, at + 46 + nameLength), { mode, read });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
