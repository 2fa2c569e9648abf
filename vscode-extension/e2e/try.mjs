// npm run try: builds what is missing, then serves VS Code with the extension and the sample logs until Ctrl-C.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

const extension = path.dirname(import.meta.dirname);
const repository = path.dirname(extension);

if (!existsSync(path.join(repository, 'server/target/ftp-log-server.jar'))) run('mvn', ['-q', '-DskipTests', 'package'], repository);
if (!existsSync(path.join(extension, 'node_modules'))) run('npm', ['ci'], extension);
run('npm', ['run', '--silent', 'package'], extension);
run('bash', ['e2e/install.sh', '--without-browser'], extension);

const { Profile, Server } = await import('./server.mjs');
const { copyLogs } = await import('./samples.mjs');
const profile = new Profile();
const samples = path.join(profile.folder, 'sample-logs');
mkdirSync(samples);
copyLogs(samples);
profile.install(path.join(extension, 'target', readdirSync(path.join(extension, 'target')).find((file) => file.endsWith('.vsix') && file.includes(process.platform))));
const server = await Server.start(profile, { port: process.env.PORT });

console.log(`\nVS Code with FTP Log Lens and the sample logs:\n\n  ${server.url}/?${new URLSearchParams({ folder: samples })}\n\nCtrl-C ends it.`);
await Promise.race([server.gone, ...['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => new Promise((resolve) => { process.once(signal, resolve); }))]);
await server.close();
profile.delete();

function run(command, args, cwd) {
  console.log(`> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''} (in ${cwd}). Mend that, then try again.`);
  process.exit(1);
}
