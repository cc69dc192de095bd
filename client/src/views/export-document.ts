import { l10n, window } from "vscode";
import { bytesOf } from "../../../protocol/base64.ts";
import { type ExportParams, type FileAnswer, requests } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";

/** Of what documents are to be made, and as which class it is judged. */
export type Documents = Pick<ExportParams, "profiles" | "classification">;

/** Documents that are written: a name to suggest for them, and their bytes. */
export interface Written {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Has the server write documents. Where none of the profiles is there any more, says so. */
export async function write({ ask }: ViewContext, params: ExportParams): Promise<Written | undefined> {
  const file = await ask<FileAnswer>(requests.exported, params);
  if (file) return { name: file.name, content: bytesOf(file.content) };
  void window.showWarningMessage(l10n.t("The profile is not there any more."));
  return undefined;
}
