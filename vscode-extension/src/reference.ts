import * as path from 'node:path';
import * as vscode from 'vscode';

const SCHEME = 'ftplog-reference';

/** Executes a command in the server. */
export type Ask = (command: string, argument: object) => Promise<unknown>;

/**
 * Documents whose text is the server's answer. Their URI holds the question, so there is no state to keep or to lose.
 * When `changed` fires, all are asked for again.
 */
export function registerReferences(ask: Ask, changed: vscode.Event<void>): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changes,
    changed(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) changes.fire(uri);
    }),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: async (uri) => {
        const { command, argument } = JSON.parse(uri.query) as { command: string; argument: object };
        const text = await ask(command, argument);
        return typeof text === 'string' ? text : '';
      },
    }),
  );
}

/** Shows the server's answer as a rendered document, and returns its Markdown. */
export async function showReference(command: string, argument: object): Promise<string> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${title(argument)}.md`, query: JSON.stringify({ command, argument }) });
  const text = (await vscode.workspace.openTextDocument(uri)).getText();
  if (text) await vscode.commands.executeCommand('markdown.showPreview', uri);
  return text;
}

function title(argument: { codes?: unknown; code?: unknown; uri?: unknown }): string {
  const log = typeof argument.uri === 'string' ? path.posix.basename(vscode.Uri.parse(argument.uri).path) : undefined;
  const subjects = [log ?? argument.codes ?? argument.code].flat().filter((subject) => typeof subject === 'string');
  return `FTP ${subjects.join(' vs ')}`.trim().replaceAll('/', '_');
}
