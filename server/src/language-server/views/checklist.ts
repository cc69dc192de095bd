import type { CancellationToken } from "vscode-languageserver";
import type { ChecklistAnswer, ChecklistParams } from "../../../../protocol/requests.ts";
import { checklistOf } from "./checklist/checklist.ts";
import { judged, type ViewContext } from "./context.ts";

/** A profile's checklist; null if the file does not exist. */
export async function checklistAnswer(
  params: ChecklistParams,
  context: ViewContext,
  token: CancellationToken,
): Promise<ChecklistAnswer> {
  const file = await judged(params, params.classification, context, token);
  return file ? checklistOf(file, context.folders(), context.language()) : null;
}
