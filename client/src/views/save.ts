import { l10n, Uri, window, workspace } from "vscode";
import { inNotification } from "./notification.ts";
import { write } from "./write.ts";

/** A file to save. */
export interface ToSave {
  /** The suggested file name, without a folder. */
  readonly name: string;
  readonly content: Uint8Array;
  /** The suggested folder; by default that of the active editor, or of the workspace. */
  readonly folder?: Uri | undefined;
  /** The possible file name extensions, by the name of the file type. */
  readonly filters: Record<string, string[]>;
}

/** Asks where to save, and saves. Returns undefined if the user cancelled, or if saving failed; then an error has been shown. */
export async function saveAs({ name, content, folder = usualFolder(), filters }: ToSave): Promise<Uri | undefined> {
  const uri = await window.showSaveDialog({ defaultUri: Uri.joinPath(folder, name), filters });
  if (!uri) return undefined;
  try {
    await write(uri, content);
    return uri;
  } catch (error) {
    void window.showErrorMessage(inNotification(l10n.t("Could not save {0}. {1}", uri.fsPath, reasonOf(error))));
    return undefined;
  }
}

/** The user's home folder, if known. */
function usualFolder(): Uri {
  const document = window.activeTextEditor?.document.uri;
  if (document && workspace.fs.isWritableFileSystem(document.scheme)) return Uri.joinPath(document, "..");
  const [first] = workspace.workspaceFolders ?? [];
  // a browser has no home folder
  const { HOME, USERPROFILE } = globalThis.process?.env ?? {};
  return first?.uri ?? Uri.file(USERPROFILE ?? HOME ?? "/");
}

/** Why a file could not be written or read: a sentence for known errors, else the error's own text. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "NoPermissions":
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return l10n.t("Permission denied.");
    case "FileNotFound":
    case "ENOENT":
      return l10n.t("Not found.");
    case "FileIsADirectory":
    case "EISDIR":
      return l10n.t("This is a folder.");
    case "ESTALE":
      return l10n.t("It changed in the meantime.");
    case "ENOSPC":
    case "EDQUOT":
      return l10n.t("The disk is full.");
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
