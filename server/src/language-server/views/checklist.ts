import type { CancellationToken } from "vscode-languageserver";
import type { ChecklistAnswer, ChecklistParams } from "../../../../protocol/requests.ts";
import { checklistOf } from "./checklist/checklist.ts";
import { type Desk, judged } from "./context.ts";

/** A profile's checklist. */
export async function checklistAnswer(params: ChecklistParams, desk: Desk, token: CancellationToken): Promise<ChecklistAnswer> {
  const file = await judged(params, params.classification, desk, token);
  return file ? checklistOf(file, desk.folders(), desk.language()) : null;
}
