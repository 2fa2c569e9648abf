// Runs the tests in a real VS Code, one file after the other. A file that fails is run once more with a new editor and a new
// profile, and that is said: what the editor shows when depends on the machine, a fault of ours fails twice.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const passes = (file) => spawnSync(process.execPath, ['--test', '--test-reporter=spec', path.join(import.meta.dirname, file)], { stdio: 'inherit' }).status === 0;

const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.mjs')).sort();
const again = files.filter((file) => !passes(file));
for (const file of again) console.error(`e2e: ${file} failed; it is run once more`);
const failed = again.filter((file) => !passes(file));
if (again.length) console.error(`e2e: failed once: ${again.join(', ')}; failed twice: ${failed.join(', ') || 'none'}`);
process.exitCode = failed.length ? 1 : 0;
