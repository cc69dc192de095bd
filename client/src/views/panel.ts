import { env, Uri, type Webview, type WebviewPanel } from "vscode";

/** The content security policy of a page: it loads only its own script and style sheet. */
export function viewOptions(extensionUri: Uri): { enableScripts: true; localResourceRoots: readonly Uri[] } {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, "dist/views")] };
}

/** Gives a new or restored panel the extension's icon and a view's page. */
export function fillPanel(panel: WebviewPanel, extensionUri: Uri, name: string): void {
  const icon = (theme: string) => Uri.joinPath(extensionUri, `icons/file-${theme}.svg`);
  panel.iconPath = { light: icon("light"), dark: icon("dark") };
  panel.webview.options = viewOptions(extensionUri);
  // the page sets its language once it shows something
  panel.webview.html = viewPage(panel.webview, extensionUri, name, env.language);
}

/** The HTML of a view; dist/views/<name>.js renders it. */
function viewPage(webview: Webview, extensionUri: Uri, name: string, language: string): string {
  const resource = (file: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, "dist/views", file)).toString();
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const policy = [`default-src 'none'`, `style-src ${webview.cspSource}`, `script-src 'nonce-${nonce}'`].join("; ");
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${resource(`${name}.css`)}">
<script nonce="${nonce}" src="${resource(`${name}.js`)}" defer></script>
</head>
<body data-view="${name}">
</body>
</html>`;
}
