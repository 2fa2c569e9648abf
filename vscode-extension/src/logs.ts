import * as vscode from 'vscode';
import type { Ask } from './reference';

/** VS Code keeps texts of more UTF-16 units to itself (for bytes of ASCII the same number). */
const KEPT_BY_VS_CODE = 50 * 1024 * 1024;

export function activeLog(): { uri: string } | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && { uri: document.uri.toString() };
}

/** The file that a menu names, else that of the active tab, whose text VS Code may be keeping to itself, else a chosen one. */
export async function logFile(uri?: vscode.Uri): Promise<{ uri: string } | undefined> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof vscode.TabInputText && input.uri.scheme === 'file' ? input.uri : undefined;
  const file = uri ?? shown ?? (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Analyse which log file?') }))?.[0];
  return file && { uri: file.toString() };
}

/** The lines of the cursors, by which the server knows the sessions to compare. */
export function chosenSessions(): { uri: string; lines: number[] } | undefined {
  const log = activeLog();
  return log && { ...log, lines: vscode.window.activeTextEditor?.selections.map(({ active }) => active.line) ?? [] };
}

/** Opens the selection, or the whole log, without what must not be passed on, ready to be pasted elsewhere. */
export async function redact(ask: Ask): Promise<void> {
  const log = activeLog();
  const { start, end, isEmpty } = vscode.window.activeTextEditor?.selection ?? {};
  if (!log || !start || !end) return;
  const range = { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
  const content = await ask('ftpLog.redact', isEmpty ? log : { ...log, range });
  if (typeof content === 'string') await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), vscode.ViewColumn.Beside);
}

export async function copy(text: unknown): Promise<void> {
  if (typeof text !== 'string') return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 5000);
}

/** Sets that replies with the code are not listed: in the workspace when it has severities of its own. */
export async function ignore({ code }: { code: string }): Promise<void> {
  const settings = vscode.workspace.getConfiguration('ftpLog');
  const { workspaceValue: ofWorkspace, globalValue: ofUser } = settings.inspect<object>('severity') ?? {};
  await settings.update('severity', { ...(ofWorkspace ?? ofUser), [code]: 'off' }, ofWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}

/** Moves to the failed reply nearest to the cursor, or to the line that a lens names; from the last one to the first. */
export async function goToFailure(ask: Ask, direction: 'next' | 'previous', from?: { line: number }): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const log = activeLog();
  if (!editor || !log) return;
  const found = (await ask('ftpLog.nextFailure', { ...log, line: from?.line ?? editor.selection.active.line, direction })) as { range: vscode.Range } | null | undefined;
  if (found === null) vscode.window.setStatusBarMessage(vscode.l10n.t('No failed replies in this log'), 5000);
  if (!found) return;
  const { start, end } = found.range;
  editor.selection = new vscode.Selection(start.line, start.character, end.line, end.character);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a line that a page of ours speaks of; `line` is 0-based. */
export async function goToLine({ uri, line }: { uri: string; line: number }): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const column = visible?.viewColumn ?? (vscode.window.tabGroups.all.length > 1 ? vscode.ViewColumn.One : vscode.ViewColumn.Active);
  const range = new vscode.Range(line, 0, line, 0);
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), { selection: range, viewColumn: column });
}

/** Tells, once for each file, of the way to read a log that is too large for the editor's features. */
export function hintAtLargeLogs(analyze: (uri: vscode.Uri) => Promise<unknown>): vscode.Disposable {
  const told = new Set<string>();
  const look = async (tab: vscode.Tab): Promise<void> => {
    const uri = tab.input instanceof vscode.TabInputText ? tab.input.uri : undefined;
    if (uri?.scheme !== 'file' || !/\.(log|txt)(\.\d+)?$|ftp/i.test(uri.path) || told.has(uri.path)) return;
    if ((await vscode.workspace.fs.stat(uri)).size <= KEPT_BY_VS_CODE) return;
    told.add(uri.path);
    const now = vscode.l10n.t('Analyse');
    const text = vscode.l10n.t('{0} is too large for hovers and problems. If it is an FTP log, it can be analysed as a whole.', tab.label);
    if ((await vscode.window.showInformationMessage(text, now)) === now) await analyze(uri);
  };
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).forEach((tab) => void look(tab));
  return vscode.window.tabGroups.onDidChangeTabs(({ opened }) => { opened.forEach((tab) => void look(tab)); });
}
