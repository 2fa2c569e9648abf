// The file names that open as FTP logs: those that the formats call typical and that name FTP or one of its programs.
// --write puts them into package.json; without it the script fails when they are not there, as the unit tests find out.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const manifest = path.join(root, 'package.json');

/** Names of others, such as trace.log or eve.json, are left to the server, which looks at what stands in the file. */
const ofFtp = /ftp|filezilla|fzs-|winscp|flashfxp|serv-?u|extendedlog/i;

const formats = path.join(root, '../src/main/formats');
const names = readdirSync(formats).flatMap((file) => JSON.parse(readFileSync(path.join(formats, file), 'utf8')).files);
const ours = [...new Set(names.filter((name) => ofFtp.test(name) && !/\.(json|ndjson|tsv|pdml)$/.test(name)))].sort();
const json = JSON.parse(readFileSync(manifest, 'utf8'));
const [language] = json.contributes.languages;

if (process.argv.includes('--write')) {
  language.filenamePatterns = ours;
  writeFileSync(manifest, `${JSON.stringify(json, null, 2)}\n`);
} else if (JSON.stringify(language.filenamePatterns) !== JSON.stringify(ours)) {
  console.error('package.json lacks file names of the formats: run node scripts/file-names.mjs --write');
  process.exit(1);
}
