import { env, Uri, type Webview, type WebviewPanel } from "vscode";

/** What a view's page may load: nothing but what ships with the extension, and no script but its own. */
export function viewOptions(extensionUri: Uri): { enableScripts: true; localResourceRoots: readonly Uri[] } {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, "dist/views")] };
}

/** Gives a panel the extension's icon and the page of a view, be it a new one or one from before the window was loaded anew. */
export function fillPanel(panel: WebviewPanel, extensionUri: Uri, name: string): void {
  const icon = (theme: string) => Uri.joinPath(extensionUri, `icons/file-${theme}.svg`);
  panel.iconPath = { light: icon("light"), dark: icon("dark") };
  panel.webview.options = viewOptions(extensionUri);
  // the page says itself in which language it is, once it shows something
  panel.webview.html = viewPage(panel.webview, extensionUri, name, env.language);
}

/** The page of a view: dist/views/<name>.js draws it. */
export function viewPage(webview: Webview, extensionUri: Uri, name: string, language: string): string {
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
