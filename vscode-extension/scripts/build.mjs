// Bundles the extension into dist/, with the licences of what is in the bundle; --tests: the unit tests into target/test/.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);
const common = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', logLevel: 'warning', mainFields: ['module', 'main'] };

if (process.argv.includes('--tests')) {
  const folder = path.join(root, 'test');
  rmSync(path.join(root, 'target/test'), { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => path.join(folder, name)),
    outdir: 'target/test',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    sourcemap: 'inline',
  });
} else {
  mkdirSync(path.join(root, 'target'), { recursive: true });
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  const { metafile } = await build({
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    external: ['vscode'],
    minify: true,
    legalComments: 'none',
    metafile: true,
  });
  writeFileSync(path.join(root, 'dist/ThirdPartyNotices.txt'), notices(Object.keys(metafile.inputs)));
}

/** The licence text of each package that one of the files comes from. */
function notices(inputs) {
  const folders = inputs.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean);
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file || !existsSync(path.join(root, folder, file))) throw new Error(`${folder}: no licence file; the VSIX must carry one`);
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(root, folder, file), 'utf8').trim()}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}
