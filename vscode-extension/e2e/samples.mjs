// The sample logs of the repository.
import { cpSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const TESTS = path.join(import.meta.dirname, '../../src/test');

/** The logs, as paths inside src/test: all files of the two collections but the labels and notes beside them. */
function logs() {
  const found = ['corpus', 'linked'].flatMap((collection) => {
    const folder = path.join(TESTS, collection);
    return existsSync(folder) ? readdirSync(folder, { recursive: true }).map((file) => path.join(collection, file)) : [];
  });
  return found.filter((file) => !/\.(tsv|md|json)$/.test(file) && statSync(path.join(TESTS, file)).isFile()).sort();
}

/** The text of a log, by its path inside src/test. */
export const sample = (file) => readFileSync(path.join(TESTS, file), 'utf8');

/** The text of the shortest log that has a line for each of the patterns. */
export function logWith(...patterns) {
  const texts = logs().map((file) => readFileSync(path.join(TESTS, file), 'utf8'));
  const [found] = texts.filter((text) => patterns.every((pattern) => pattern.test(text))).sort((a, b) => a.length - b.length);
  if (!found) throw new Error(`No sample log in ${TESTS} has ${patterns.join(' and ')}`);
  return found;
}

export function copyLogs(folder) {
  for (const file of logs()) cpSync(path.join(TESTS, file), path.join(folder, file));
}
