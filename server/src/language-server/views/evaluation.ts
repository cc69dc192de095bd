import type { CancellationToken } from "vscode-languageserver";
import type { EvaluationParams, JsonAnswer } from "../../../../protocol/requests.ts";
import { keyOf } from "../../host/uri.ts";
import { evaluationJson } from "../../reports/json/evaluation.ts";
import { isClass, type ViewContext } from "./context.ts";

/** What `check --format json` prints of a profile; of a class that the standard has not, nothing can be said. */
export async function evaluationAnswer(
  { uri, classification }: EvaluationParams,
  context: ViewContext,
  token: CancellationToken,
): Promise<JsonAnswer> {
  if (classification !== null && !isClass(classification, context)) return null;
  const file = await context.judge(uri, classification, token);
  // an assistant has no say in which files are profiles
  const isOurs = file !== undefined && (file.version !== null || (await isFound(uri, context, token)));
  return isOurs ? { json: evaluationJson({ asOf: context.today(), language: context.language(), files: [file] }) } : null;
}

/** Whether a file is among the profiles of the workspace. */
async function isFound(uri: string, context: ViewContext, token: CancellationToken): Promise<boolean> {
  const key = keyOf(uri);
  for await (const file of context.files(token)) if (keyOf(file.uri) === key) return true;
  return false;
}
