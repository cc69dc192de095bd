import type { CancellationToken } from "vscode-languageserver";
import type { EvaluationParams, JsonAnswer } from "../../../../protocol/requests.ts";
import { keyOf } from "../../host/uri.ts";
import { evaluationJson } from "../../reports/json/evaluation.ts";
import { isClass, type ViewContext } from "./context.ts";

/** What `check --format json` prints for a profile; null for a class that the standard does not define. */
export async function evaluationAnswer(
  { uri, classification }: EvaluationParams,
  context: ViewContext,
  token: CancellationToken,
): Promise<JsonAnswer> {
  if (classification !== null && !isClass(classification, context)) return null;
  const file = await context.judge(uri, classification, token);
  // An assistant must not read files that are not profiles of the workspace.
  const isOurs = file !== undefined && (file.version !== null || (await isFound(uri, context, token)));
  return isOurs ? { json: evaluationJson({ asOf: context.today(), language: context.language(), files: [file] }) } : null;
}

/** Whether a file is one of the workspace's profiles. */
async function isFound(uri: string, context: ViewContext, token: CancellationToken): Promise<boolean> {
  const key = keyOf(uri);
  for await (const file of context.files(token)) if (keyOf(file.uri) === key) return true;
  return false;
}
