/** Helpers for tests in the editor. They wait for events, never for time. */
import assert from "node:assert/strict";
import { type Diagnostic, type Event, languages, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";

/** Resolves with the first value of `read` that is not undefined, now or after one of the events. */
export function when<T>(event: Event<unknown>, read: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event(() => check());
    const check = () => {
      const value = read();
      if (value === undefined) return;
      subscription.dispose();
      resolve(value);
    };
    check();
  });
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

/** The diagnostics of a document, once they match; by default, once there are any. */
export function diagnosticsOf(
  { uri }: TextDocument,
  matches: (diagnostics: readonly Diagnostic[]) => boolean = ({ length }) => length > 0,
): Promise<readonly Diagnostic[]> {
  return when(languages.onDidChangeDiagnostics, () => {
    const diagnostics = languages.getDiagnostics(uri);
    return matches(diagnostics) ? diagnostics : undefined;
  });
}

/** The first diagnostic with a code. */
export function find(diagnostics: readonly Diagnostic[], code: string): Diagnostic | undefined {
  return diagnostics.find((diagnostic) => codeOf(diagnostic) === code);
}

function codeOf({ code }: Diagnostic): string {
  return typeof code === "object" ? String(code.value) : String(code);
}

/** Replaces the first occurrence of a text. */
export async function replace(document: TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0, `the document contains ${old}`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + old.length)), text);
  assert.ok(await workspace.applyEdit(edit));
}
