import type { CancellationToken } from "vscode-languageserver";
import type { EvaluationParams, JsonAnswer } from "../../../protocol/desk.ts";
import { evaluationJson } from "../core/json/evaluation.ts";
import type { Desk } from "./desk.ts";

/** What `check --format json` prints of a file. */
export async function evaluationAnswer(
  { uri, classification }: EvaluationParams,
  desk: Desk,
  token: CancellationToken,
): Promise<JsonAnswer> {
  const file = await desk.judge(uri, classification, token);
  return file ? { json: evaluationJson({ asOf: desk.today(), language: desk.language(), files: [file] }) } : null;
}
