import * as vscode from 'vscode';

/** Executes a command in the server; undefined when there is no answer, and the user knows why. */
export type Ask = (command: string, argument: object) => Promise<unknown>;

/** Commands of ours that a link in the server's pages may run. */
export const LINKED = ['ftpLog.compareCodes', 'ftpLog.explainCode', 'ftpLog.goToLine'];

/** Pages with the server's answers, in the reader's theme: one for all codes, one for each command and log. */
export class References {
  private readonly pages = new Map<string, { readonly panel: vscode.WebviewPanel; command: string; argument: object }>();

  constructor(private readonly ask: Ask) {}

  /** Shows the server's answer, if there is one. */
  async show(command: string, argument: object): Promise<void> {
    const markdown = await this.ask(command, argument);
    if (typeof markdown !== 'string') return;
    const key = 'uri' in argument ? `${command} ${String(argument.uri)}` : '';
    const page = Object.assign(this.pages.get(key) ?? { panel: this.open(key) }, { command, argument });
    this.pages.set(key, page);
    await draw(page.panel, markdown);
    page.panel.reveal();
  }

  /** Asks anew for all that is shown. */
  async refresh(): Promise<void> {
    for (const { panel, command, argument } of this.pages.values()) {
      const markdown = await this.ask(command, argument);
      if (typeof markdown === 'string') await draw(panel, markdown);
    }
  }

  private open(key: string): vscode.WebviewPanel {
    const column = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel('ftpLog.reference', 'FTP', column, { enableCommandUris: LINKED, enableFindWidget: true, localResourceRoots: [] });
    panel.onDidDispose(() => this.pages.delete(key));
    return panel;
  }
}

/** Nothing in the page can run or be fetched; its links lead to addresses, and to the commands above. */
async function draw(panel: vscode.WebviewPanel, markdown: string): Promise<void> {
  const body = await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  panel.title = /^# (.*)/.exec(markdown)?.[1]?.replace(/[`\\*]/g, '') ?? 'FTP';
  panel.webview.html = `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { line-height: 1.5; max-width: 75em; padding: 0 2em 2em; }
h1 { font-size: 1.7em; font-weight: 600; } h2 { font-size: 1.3em; font-weight: 600; margin-top: 1.6em; }
table { border-collapse: collapse; } th { text-align: left; } th, td { border-bottom: 1px solid var(--vscode-widget-border, #8885); padding: .3em .8em; vertical-align: top; }
pre { background: var(--vscode-textCodeBlock-background); overflow: auto; padding: .8em; }
</style></head>
<body>${body}</body></html>`;
}
