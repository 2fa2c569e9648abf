import * as vscode from 'vscode';
import { oneCode, twoCodes } from './codes';
import { registerReferences, showReference, type Ask } from './reference';
import { Server } from './server';

const TAKEN_AT_START = ['ftpLog.language', 'ftpLog.formatFiles', 'ftpLog.java.home'];

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('FTP Log Lens', { log: true });
  const running = (server = new Server(context.asAbsolutePath('server/ftp-log-server.jar'), log));
  const ask: Ask = (command, argument) => running.ask(command, argument);
  const restarted = new vscode.EventEmitter<void>();
  const restart = async (): Promise<void> => {
    if (await running.restart()) restarted.fire();
  };
  const { registerCommand } = vscode.commands;

  context.subscriptions.push(
    log,
    restarted,
    registerReferences(ask, restarted.event),
    registerCommand('ftpLog.compareCodes', async (argument?: { codes?: string[] }) => {
      const codes = await twoCodes(ask, argument?.codes);
      return codes && showReference('ftpLog.compare', { codes });
    }),
    registerCommand('ftpLog.explainCode', async (argument?: { code?: string; command?: string }) => {
      const code = argument?.code ?? (await oneCode(ask));
      return code && showReference('ftpLog.explain', { ...argument, code });
    }),
    registerCommand('ftpLog.reportLog', () => {
      const log = vscode.window.activeTextEditor?.document;
      // The version makes another question of it when the log has grown.
      return log && showReference('ftpLog.report', { uri: log.uri.toString(), version: log.version });
    }),
    registerCommand('ftpLog.restart', restart),
    registerCommand('ftpLog.showLog', () => { log.show(); }),
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
