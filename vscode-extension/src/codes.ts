import * as vscode from 'vscode';
import type { Ask } from './reference';

/** The two codes to compare: those given or selected in the editor, then those picked. Undefined when the user gives up. */
export async function twoCodes(ask: Ask, given: readonly string[] = codesIn(...selections())): Promise<[string, string] | undefined> {
  const [known, other] = new Set(given);
  const first = known ?? (await pick(ask, vscode.l10n.t('Compare which reply code? (1 of 2)')));
  const second = other ?? (first && (await pick(ask, vscode.l10n.t('Compare {0} with which reply code? (2 of 2)', first), first)));
  return first && second ? [first, second] : undefined;
}

/** The code at the cursor is the first item, so that Enter takes it. */
export async function pick(ask: Ask, title: string, except?: string): Promise<string | undefined> {
  const codes = await ask('ftpLog.codes', {});
  if (!Array.isArray(codes)) return undefined; // no server, and the user knows
  const editor = vscode.window.activeTextEditor;
  const word = editor?.document.getWordRangeAtPosition(editor.selection.active, /\w+/);
  const [here] = codesIn(editor && word ? editor.document.getText(word) : '');
  const items = (codes as { code: string; name: string; kind: string }[])
    .filter(({ code }) => code !== except)
    .sort((a, b) => Number(b.code === here) - Number(a.code === here))
    .map(({ code, name, kind }) => ({ label: code, description: name, detail: kind }));
  const placeHolder = vscode.l10n.t('Type a code, or a word of its name');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true, matchOnDetail: true }))?.label;
}

function selections(): string[] {
  const editor = vscode.window.activeTextEditor;
  return editor?.selections.map((selection) => editor.document.getText(selection)) ?? [];
}

function codesIn(...texts: string[]): string[] {
  return texts.flatMap((text) => text.match(/\b[1-6][0-5]\d\b/g) ?? []);
}
