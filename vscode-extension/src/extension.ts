import * as vscode from 'vscode';
import { pick, twoCodes } from './codes';
import { activeLog, chosenSessions, copy, goToFailure, goToLine, hintAtLargeLogs, ignore, logFile, redact } from './logs';
import { References, type Ask } from './reference';
import { Server } from './server';
import { showStatus } from './status';

const TAKEN_AT_START = ['ftpLog.language', 'ftpLog.formatFiles', 'ftpLog.java.home'];

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('FTP Log Lens', { log: true });
  const running = (server = new Server(context, output, {
    ...Object.fromEntries(['ftpLog.compare', 'ftpLog.explain', 'ftpLog.report'].map((command) => [command, (argument: object) => pages.show(command, argument)])),
    'ftpLog.nextFailure': (from: { line: number }) => goToFailure(ask, 'next', from),
    'ftpLog.redact': async (excerpt: object) => copy(await ask('ftpLog.redact', excerpt)),
    'ftpLog.ignore': ignore,
  }));
  const ask: Ask = (command, argument) => running.ask(command, argument, command === 'ftpLog.analyzeFile' ? vscode.l10n.t('Analysing the log') : undefined);
  const pages = new References(ask);

  const restart = async (): Promise<unknown> => (await running.restart()) && pages.refresh();
  const show = async (command: string, log: { uri: string } | undefined): Promise<unknown> => log && pages.show(command, log);
  const analyze = async (uri?: vscode.Uri): Promise<unknown> => show('ftpLog.analyzeFile', await logFile(uri));

  const commands: Record<string, (argument: never) => unknown> = {
    compareCodes: async (argument?: { codes?: string[] }) => {
      const codes = await twoCodes(ask, argument?.codes);
      return codes && pages.show('ftpLog.compare', { codes });
    },
    explainCode: async (argument?: { code?: string; command?: string }) => {
      const code = argument?.code ?? (await pick(ask, vscode.l10n.t('Explain which reply code?')));
      return code && pages.show('ftpLog.explain', { code, command: argument?.command });
    },
    reportLog: () => show('ftpLog.report', activeLog()),
    analyzeLog: analyze,
    compareLogSessions: () => show('ftpLog.compareSessions', chosenSessions()),
    redactLog: () => redact(ask),
    showFormats: () => show('ftpLog.formats', activeLog()),
    goToNextFailure: () => goToFailure(ask, 'next'),
    goToPreviousFailure: () => goToFailure(ask, 'previous'),
    goToLine,
    restart,
    showLog: () => { output.show(); },
  };
  context.subscriptions.push(
    output, showStatus(running, output), hintAtLargeLogs(analyze),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`ftpLog.${name}`, run)),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (TAKEN_AT_START.some((setting) => event.affectsConfiguration(setting))) await restart();
      else if (event.affectsConfiguration('ftpLog')) await running.configure();
    }),
  );
  void restart();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
