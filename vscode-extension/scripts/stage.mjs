// Puts beside the extension what the VSIX takes from elsewhere in the repository: the server and the licence.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
stage('../server/target/ftp-log-server.jar', 'server/ftp-log-server.jar', 'Build it first: mvn -q -DskipTests package in the root of the repository.');
stage('../LICENSE', 'LICENSE', 'It belongs in the root of the repository.');

function stage(from, to, advice) {
  const source = path.join(root, from);
  if (!existsSync(source)) {
    console.error(`Cannot package the extension: ${path.resolve(source)} does not exist. ${advice}`);
    process.exit(1);
  }
  mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
  copyFileSync(source, path.join(root, to));
}
