import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { DidChangeConfigurationNotification, ExecuteCommandRequest, LanguageClient, RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient/node';
import { candidates, inHome, launch, OLDEST_JAVA, search, type Candidate, type Rejected } from './java';
import { showReference } from './reference';

const JAVA_SETTING = 'ftpLog.java.home';
/** Where other extensions are told. Only the user's own settings count: a workspace must not name a program. */
const OTHER_JAVA_SETTINGS = ['java.jdt.ls.java.home', 'java.home'];
/** Server commands whose answer is Markdown for the reader. */
const SHOWN = ['ftpLog.compare', 'ftpLog.explain', 'ftpLog.report'];

/** The language server's process, of which there is at most one. */
export class Server {
  /** Starts and stops happen one after the other. Undefined: there is no Java to run it, and the user has been told. */
  private client: Promise<LanguageClient | undefined> = Promise.resolve(undefined);

  constructor(private readonly jar: string, private readonly log: vscode.LogOutputChannel) {}

  /** Starts the server, or starts it anew. */
  restart(): Promise<LanguageClient | undefined> {
    return (this.client = this.stop().then(() => this.start()));
  }

  async stop(): Promise<void> {
    await (await this.client)?.dispose().catch((error: unknown) => { this.log.error(String(error)); });
  }

  /** Executes a command in the server; when there is none, tries once more to have one. */
  async ask(command: string, argument: object): Promise<unknown> {
    const client = (await this.client) ?? (await this.restart());
    return client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
  }

  /** Tells the running server what it takes without being started anew. */
  async configure(): Promise<void> {
    await (await this.client)?.sendNotification(DidChangeConfigurationNotification.type, { settings: { ftpLog: live() } });
  }

  private async start(): Promise<LanguageClient | undefined> {
    const { java, rejected } = await search(places());
    rejected.forEach((place) => { this.log.info(verdict(place)); });
    if (!java) return void complain(rejected, this.log);
    this.log.info(`Java: ${java}`);
    const client = new LanguageClient('ftpLog', 'FTP Log Lens', launch(java, this.jar), options(this.log));
    // The client itself tells the user when this fails.
    await client.start().catch((error: unknown) => { this.log.error(String(error)); });
    return client;
  }
}

function options(outputChannel: vscode.OutputChannel): LanguageClientOptions {
  const settings = vscode.workspace.getConfiguration('ftpLog');
  const language = settings.get<string>('language', 'auto');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? os.homedir();
  const formatFiles = [settings.get<unknown>('formatFiles')].flat().filter((file) => typeof file === 'string').map((file) => path.resolve(folder, file));
  return {
    documentSelector: ['ftplog', 'log', 'plaintext'].flatMap((id) => ['file', 'untitled'].map((scheme) => ({ language: id, scheme }))),
    initializationOptions: { commandLinks: true, formatFiles, ...live(), ...(language === 'auto' ? {} : { language }) },
    markdown: { isTrusted: { enabledCommands: ['ftpLog.compareCodes', 'ftpLog.explainCode'] }, supportHtml: false },
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      executeCommand: (command, args: object[], next) =>
        args[0] && SHOWN.includes(command) ? showReference(command, args[0]) : (next(command, args) as unknown),
    },
  };
}

/** The settings that a running server takes. */
function live(): object {
  const settings = vscode.workspace.getConfiguration('ftpLog');
  return { inlayHints: settings.get('inlayHints'), severity: settings.get('severity') };
}

function places(): Candidate[] {
  const settings = vscode.workspace.getConfiguration();
  const chosen = settings.get(JAVA_SETTING, '').trim();
  const others = OTHER_JAVA_SETTINGS.flatMap((name) => {
    const home = settings.inspect(name)?.globalValue;
    return typeof home === 'string' && home ? [inHome(name, home)] : [];
  });
  return chosen ? [inHome(JAVA_SETTING, chosen)] : candidates(others, process.env);
}

/** One message that says what was looked at, with a button to the setting. */
async function complain(rejected: readonly Rejected[], log: vscode.LogOutputChannel): Promise<void> {
  const needed = vscode.l10n.t('FTP Log Lens needs Java {0} or newer to explain logs.', OLDEST_JAVA);
  const seen = rejected.map(verdict).join(' ') || vscode.l10n.t('JAVA_HOME is not set, and there is no java on the PATH.');
  const advice = vscode.l10n.t('Install one, or name its home folder in the setting {0}.', JAVA_SETTING);
  const open = vscode.l10n.t('Open Setting');
  const message = `${needed} ${seen} ${advice}`;
  log.error(message);
  if ((await vscode.window.showErrorMessage(message, open)) === open) {
    // Where the extension runs on another machine, that machine's settings have the path.
    const settings = vscode.env.remoteName ? 'workbench.action.openRemoteSettings' : 'workbench.action.openSettings';
    await vscode.commands.executeCommand(settings, { query: JAVA_SETTING });
  }
}

function verdict({ origin, java, answer }: Rejected): string {
  if (answer === 'missing') return vscode.l10n.t('{0} leads to {1}, which does not exist.', origin, java);
  if (answer === 'failed') return vscode.l10n.t('{0} leads to {1}, which did not tell its version.', origin, java);
  return vscode.l10n.t('{0} leads to {1}, which is Java {2}.', origin, java, answer);
}
