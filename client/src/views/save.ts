import { l10n, Uri, window, workspace } from "vscode";
import { inNotification } from "./notification.ts";
import { write } from "./write.ts";

/** What is to be saved. */
export interface ToSave {
  /** The name to suggest, without a folder. */
  readonly name: string;
  readonly content: Uint8Array;
  /** The folder to suggest; without one, that of the active editor or of the workspace. */
  readonly folder?: Uri | undefined;
  /** The endings that a file may be given, by what they are called. */
  readonly filters: Record<string, string[]>;
}

/** Asks where to save, and saves. Undefined where the user went away, or it could not be saved, which has been told then. */
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

/** Where a person's files are, as far as it is known. */
function usualFolder(): Uri {
  const document = window.activeTextEditor?.document.uri;
  if (document && workspace.fs.isWritableFileSystem(document.scheme)) return Uri.joinPath(document, "..");
  const [first] = workspace.workspaceFolders ?? [];
  // a browser does not tell
  const { HOME, USERPROFILE } = globalThis.process?.env ?? {};
  return first?.uri ?? Uri.file(USERPROFILE ?? HOME ?? "/");
}

/** Why a file could not be written or read, in words where there are some. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "NoPermissions":
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return l10n.t("There is no permission for it.");
    case "FileNotFound":
    case "ENOENT":
      return l10n.t("It is not there.");
    case "FileIsADirectory":
    case "EISDIR":
      return l10n.t("It is a folder.");
    case "ENOSPC":
    case "EDQUOT":
      return l10n.t("The disk is full.");
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
