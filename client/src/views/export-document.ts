import { l10n, window } from "vscode";
import { bytesOf } from "../../../protocol/base64.ts";
import { type ExportParams, type FileAnswer, requests } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";

/** The profiles to make documents of, and the class to judge them as. */
export type Documents = Pick<ExportParams, "profiles" | "classification">;

/** Written documents: a suggested file name, and the bytes. */
export interface Written {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Has the server write documents. Shows a notification if none of the profiles exists any longer. */
export async function requestDocuments({ request }: ViewContext, params: ExportParams): Promise<Written | undefined> {
  const file = await request<FileAnswer>(requests.exported, params);
  if (file) return { name: file.name, content: bytesOf(file.content) };
  void window.showWarningMessage(l10n.t("The profile no longer exists."));
  return undefined;
}
