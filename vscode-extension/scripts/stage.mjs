// Puts beside the extension what the VSIX takes from elsewhere in the repository: the server and the licences; and from
// the folder RUNTIME, when it is set, a Java to run the server.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const build = 'Build it first: mvn -q -DskipTests package in the root of the repository.';
rmSync(path.join(root, 'server'), { recursive: true, force: true });
stage('../server/target/ftp-log-server.jar', 'server/ftp-log-server.jar', build);
stage('../server/THIRD-PARTY-NOTICES.txt', 'server/THIRD-PARTY-NOTICES.txt', 'It belongs beside the sources of the server.');
stage('../LICENSE', 'LICENSE', 'It belongs in the root of the repository.');
if (process.env.RUNTIME) {
  stage(path.join(process.env.RUNTIME, 'runtime'), 'server/runtime', build);
  stage(path.join(process.env.RUNTIME, 'ftp-log-server.jsa'), 'server/ftp-log-server.jsa', build);
}

function stage(from, to, advice) {
  const source = path.resolve(root, from);
  if (!existsSync(source)) {
    console.error(`Cannot package the extension: ${source} does not exist. ${advice}`);
    process.exit(1);
  }
  mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
  // The licences of the Java modules are links to one text.
  cpSync(source, path.join(root, to), { recursive: true, dereference: true });
}
