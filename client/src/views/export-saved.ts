import { commands, env, l10n, UIKind, type Uri, window, workspace } from "vscode";
import { inNotification } from "./notification.ts";

/** Whether the desktop can open files in their own programs. */
export function opensOutside(uri: Uri): boolean {
  return env.uiKind === UIKind.Desktop && env.remoteName === undefined && uri.scheme === "file";
}

/** Shows that a file was saved, and offers to open or reveal it where possible. */
export async function tellSaved(uri: Uri): Promise<void> {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const ways = waysTo(uri);
  const chosen = await window.showInformationMessage(
    inNotification(l10n.t("Saved: {0}", name)),
    ...ways.map(({ title }) => title),
  );
  await ways.find(({ title }) => title === chosen)?.run();
}

interface Way {
  readonly title: string;
  readonly run: () => Thenable<unknown>;
}

function waysTo(uri: Uri): Way[] {
  const open = l10n.t("Open");
  const show = l10n.t("Show in Folder");
  if (opensOutside(uri)) {
    return [
      { title: open, run: () => env.openExternal(uri) },
      { title: show, run: () => commands.executeCommand("revealFileInOS", uri) },
    ];
  }
  const isWorkbook = uri.path.endsWith(".xlsx");
  return [
    // the editor cannot show workbooks
    ...(isWorkbook ? [] : [{ title: open, run: () => commands.executeCommand("vscode.open", uri) }]),
    ...(workspace.getWorkspaceFolder(uri) ? [{ title: show, run: () => commands.executeCommand("revealInExplorer", uri) }] : []),
  ];
}
