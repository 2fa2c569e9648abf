import * as vscode from 'vscode';
import type { Found } from './java';
import { DOCUMENTS, javaInUse, type Server } from './server';

/** What the server says of an open text: which FTP log it is, if any. */
interface Recognized {
  readonly formats: readonly string[];
  readonly replies: number;
  readonly failures: number;
}

/** A text that changes is asked about when it has come to rest for so long. */
const REST_MS = 500;

/**
 * Shows, among the facts of the active text's language, which FTP log it is and which Java reads it; and sets
 * `ftpLog.recognized`, which the menus and keys go by.
 */
export function showStatus(server: Server, output: vscode.LogOutputChannel): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('ftpLog', []);
  item.name = vscode.l10n.t('FTP log');
  const ask = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    item.busy = true;
    const ours = document && vscode.languages.match(DOCUMENTS, document) > 0;
    const answer = ours ? ((await server.askIfRunning('ftpLog.status', { uri: document.uri.toString() })) as Recognized | undefined) : undefined;
    if (document !== vscode.window.activeTextEditor?.document) return; // the other one is asked about
    const recognized = answer !== undefined && answer.formats.length > 0;
    await vscode.commands.executeCommand('setContext', 'ftpLog.recognized', recognized);
    // A text that is no FTP log shows nothing of us, unless it calls itself one.
    item.selector = [{ language: 'ftplog' }, ...(recognized && document ? [{ language: document.languageId }] : [])];
    Object.assign(item, words(answer, server.java), { busy: false });
  };
  let timer: NodeJS.Timeout | undefined;
  const refresh = (document?: vscode.TextDocument, delayMs = 0): void => {
    if (document && document !== vscode.window.activeTextEditor?.document) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask().catch((error: unknown) => { output.error(String(error)); }), delayMs);
  };
  return vscode.Disposable.from(
    item,
    { dispose: () => { clearTimeout(timer); } },
    server.onDidChange(() => { refresh(); }),
    vscode.window.onDidChangeActiveTextEditor(() => { refresh(); }),
    vscode.workspace.onDidOpenTextDocument((document) => { refresh(document); }), // also when its language was changed
    vscode.workspace.onDidChangeTextDocument(({ document }) => { refresh(document, REST_MS); }),
  );
}

function words(log: Recognized | undefined, java: Found | undefined): Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command'> {
  const { Error: error, Information: information } = vscode.LanguageStatusSeverity;
  const javaUsed = java ? javaInUse(java) : vscode.l10n.t('no Java found');
  const restart = { title: vscode.l10n.t('Restart Server'), command: 'ftpLog.restart' };
  if (!log) return { text: vscode.l10n.t('The server is not running'), detail: javaUsed, severity: error, command: restart };
  const counts = vscode.l10n.t('replies: {0}, failed: {1}', log.replies, log.failures);
  const command = { title: vscode.l10n.t('Why?'), command: 'ftpLog.showFormats' };
  return { text: log.formats.join(', ') || vscode.l10n.t('No FTP log recognised'), detail: `${counts} · ${javaUsed}`, severity: information, command };
}
