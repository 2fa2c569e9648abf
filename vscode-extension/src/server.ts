import { spawn, type ChildProcess } from 'node:child_process';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  CloseAction, DidChangeConfigurationNotification, ErrorAction, ExecuteCommandRequest, LanguageClient, RevealOutputChannelOn, State, WorkDoneProgress,
  type CloseHandlerResult, type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { BUNDLED, candidates, inHome, launch, OLDEST_JAVA, search, type Candidate, type Found, type Rejected } from './java';
import { LINKED } from './reference';

/** What the server may be asked about: logs of ours, and texts that may turn out to be some; output channels are `Log`. */
export const DOCUMENTS = [
  ...['ftplog', 'log', 'plaintext'].flatMap((language) => ['file', 'untitled'].map((scheme) => ({ language, scheme }))),
  { language: 'Log', scheme: 'output' },
];

const JAVA_SETTING = 'ftpLog.java.home';
/** Where other extensions are told. Only the user's own settings count: a workspace must not name a program. */
const OTHER_JAVA_SETTINGS = ['java.jdt.ls.java.home', 'java.home'];
/** The exit code of a Java that ran out of memory (-XX:+ExitOnOutOfMemoryError). */
const OUT_OF_MEMORY = 3;
/** A server that has ended by itself so often within this time is not started again. */
const [MOST_ENDS, WITHIN_MS] = [4, 180_000];

/** The language server's process, of which there is at most one. */
export class Server {
  /** The Java that runs it. */
  java: Found | undefined;
  private readonly changes = new vscode.EventEmitter<void>();
  /** When it starts, runs, or stops. */
  readonly onDidChange = this.changes.event;
  /** Starts and stops happen one after the other. Undefined: there is no Java to run it, and the user has been told. */
  private client: Promise<LanguageClient | undefined> = Promise.resolve(undefined);
  private process: ChildProcess | undefined;
  private readonly ends: number[] = [];

  /** `own` is what is done here where quick fixes and lenses run commands of the server. */
  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly own: Readonly<Partial<Record<string, (argument: never) => unknown>>>,
  ) {}

  /** Starts the server, or starts it anew. */
  restart(): Promise<LanguageClient | undefined> {
    return (this.client = this.stop().then(() => this.start()));
  }

  async stop(): Promise<void> {
    await (await this.client)?.dispose().catch((error: unknown) => { this.log.error(String(error)); });
  }

  /**
   * Executes a command in the server; when there is none, tries once more to have one. What takes its time has a title, under
   * which its progress is shown until it is done or cancelled. Undefined when the user gave up.
   */
  async ask(command: string, argument: object, title?: string): Promise<unknown> {
    const old = await this.client;
    const client = old && old.state !== State.Stopped ? old : await this.restart();
    const workDoneToken = `${command} ${String(Date.now())}`;
    const send = (stop?: vscode.CancellationToken): Promise<unknown> | undefined => client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument], ...(stop && { workDoneToken }) }, stop);
    if (!client || !title) return send();
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, stop) => {
      let reached = 0;
      const reports = client.onProgress(WorkDoneProgress.type, workDoneToken, ({ kind, message = '', percentage = reached }: { kind: string; message?: string; percentage?: number }) => {
        if (kind !== 'end') progress.report({ message, increment: percentage - reached });
        reached = percentage;
      });
      return send(stop)?.catch((error: unknown) => {
        if (!stop.isCancellationRequested) throw error;
      }).finally(() => { reports.dispose(); });
    });
  }

  /** The same when it is not worth a message that there is no server. */
  async askIfRunning(command: string, argument: object): Promise<unknown> {
    return ((await this.client)?.state ?? State.Stopped) === State.Stopped ? undefined : this.ask(command, argument);
  }

  /** Tells the running server what it takes without being started anew. */
  async configure(): Promise<void> {
    await (await this.client)?.sendNotification(DidChangeConfigurationNotification.type, { settings: { ftpLog: live() } });
  }

  private async start(): Promise<LanguageClient | undefined> {
    const folder = this.context.asAbsolutePath('server');
    const { found, rejected } = await search(places(folder));
    rejected.forEach((place) => { this.log.info(verdict(place)); });
    this.java = found;
    this.changes.fire();
    if (!found) return void this.complain(rejected);
    this.log.info(`Java ${String(found.version)}: ${found.java}`);
    const storage = this.context.globalStorageUri;
    await vscode.workspace.fs.createDirectory(storage).then(undefined, (error: unknown) => { this.log.error(String(error)); });
    const { command, args, options } = launch(found, folder, storage.fsPath, process.env);
    const client = new LanguageClient('ftpLog', 'FTP Log Lens', () => Promise.resolve((this.process = spawn(command, args, options))), this.options());
    client.onDidChangeState(() => { this.changes.fire(); });
    // The client itself tells the user when this fails.
    await client.start().catch((error: unknown) => { this.log.error(String(error)); });
    return client;
  }

  private options(): LanguageClientOptions {
    const settings = vscode.workspace.getConfiguration('ftpLog');
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? os.homedir();
    const formatFiles = [settings.get<unknown>('formatFiles')].flat().filter((file) => typeof file === 'string').map((file) => path.resolve(folder, file));
    return {
      documentSelector: DOCUMENTS,
      initializationOptions: { commandLinks: true, formatFiles, language: settings.get('language'), ...live() },
      markdown: { isTrusted: { enabledCommands: LINKED }, supportHtml: false },
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: { error: () => ({ action: ErrorAction.Continue }), closed: () => this.afterEnd() },
      middleware: {
        executeCommand: (command, args: unknown[], next) => {
          const own = args[0] ? this.own[command] : undefined;
          return own ? own(args[0] as never) : (next(command, args) as unknown);
        },
      },
    };
  }

  /** What to do when the server has ended by itself: start it again, but not one that would only end again. */
  private async afterEnd(): Promise<CloseHandlerResult> {
    const ended = this.process;
    const code = ended?.exitCode ?? ended?.signalCode ?? (await new Promise((resolve) => ended?.once('exit', (...codes) => { resolve(codes.find(Boolean)); })));
    this.log.warn(`The server ended: ${String(code)}`);
    this.ends.push(Date.now());
    const often = (this.ends.at(-MOST_ENDS) ?? 0) > Date.now() - WITHIN_MS;
    if (code !== OUT_OF_MEMORY && !often) return { action: CloseAction.Restart, handled: true };
    const message = code === OUT_OF_MEMORY
      ? vscode.l10n.t('The FTP log server ran out of memory. Close the largest logs and restart it; “Analyse Log File” reads logs of any size.')
      : vscode.l10n.t('The FTP log server ended again and again, and was not restarted. Its log says more.');
    void this.offer(message, { [vscode.l10n.t('Restart Server')]: ['ftpLog.restart'], [vscode.l10n.t('Show Log')]: ['ftpLog.showLog'] });
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** One message that says what was looked at, with buttons to what helps. */
  private complain(rejected: readonly Rejected[]): Promise<void> {
    // What lies about in the usual folders nobody has chosen: that is for the log.
    const chosen = rejected.filter(({ origin }) => !path.isAbsolute(origin)).map(verdict);
    const message = [
      vscode.l10n.t('FTP Log Lens needs Java {0} or newer to explain logs.', OLDEST_JAVA),
      ...(chosen.length ? chosen : [vscode.l10n.t('JAVA_HOME is not set, and there is no java on the PATH.')]),
      vscode.l10n.t('Install one, or name its home folder in the setting {0}.', JAVA_SETTING),
    ];
    return this.offer(message.join(' '), {
      // Where the extension runs on another machine, that machine's settings have the path.
      [vscode.l10n.t('Open Setting')]: [`workbench.action.open${vscode.env.remoteName ? 'Remote' : ''}Settings`, { query: JAVA_SETTING }],
      [vscode.l10n.t('Get Java')]: ['vscode.open', vscode.Uri.parse('https://adoptium.net/temurin/releases/')],
      [vscode.l10n.t('Try Again')]: ['ftpLog.restart'],
    });
  }

  /** An error with buttons, each for a command and what it takes. */
  private async offer(message: string, buttons: Record<string, [string, ...unknown[]]>): Promise<void> {
    this.log.error(message);
    const chosen = buttons[(await vscode.window.showErrorMessage(message, ...Object.keys(buttons))) ?? ''];
    if (chosen) await vscode.commands.executeCommand(...chosen);
  }
}

/** The settings that a running server takes. */
function live(): object {
  const settings = vscode.workspace.getConfiguration('ftpLog');
  return Object.fromEntries(['inlayHints', 'severity', 'workspaceLogs'].map((name) => [name, settings.get(name)]));
}

function places(server: string): Candidate[] {
  const settings = vscode.workspace.getConfiguration();
  const chosen = settings.get(JAVA_SETTING, '').trim();
  const others = OTHER_JAVA_SETTINGS.flatMap((name) => {
    const home = settings.inspect(name)?.globalValue;
    return typeof home === 'string' && home ? [inHome(name, home)] : [];
  });
  return chosen ? [inHome(JAVA_SETTING, chosen)] : candidates(server, others, process.env);
}

function verdict({ origin, java, answer }: Rejected): string {
  if (answer === 'missing') return vscode.l10n.t('{0} leads to {1}, which does not exist.', origin, java);
  if (answer === 'failed') return vscode.l10n.t('{0} leads to {1}, which did not tell its version.', origin, java);
  return vscode.l10n.t('{0} leads to {1}, which is Java {2}.', origin, java, answer);
}

/** Words for the Java that is used. */
export function javaInUse({ origin, version }: Found): string {
  return origin === BUNDLED ? vscode.l10n.t('Java {0}, part of the extension', version) : vscode.l10n.t('Java {0}, from {1}', version, origin);
}
