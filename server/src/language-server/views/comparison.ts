import type { CancellationToken } from "vscode-languageserver";
import type { ComparisonAnswer, ComparisonParams } from "../../../../protocol/requests.ts";
import { comparisonView } from "./comparison/view.ts";
import { judgedAll, type ViewContext } from "./context.ts";

/** A comparison of profiles; null if none of them exists. */
export async function comparisonAnswer(
  { profiles }: ComparisonParams,
  context: ViewContext,
  token: CancellationToken,
): Promise<ComparisonAnswer> {
  const files = await judgedAll(profiles, null, context, token);
  return files.length > 0 ? comparisonView(files, context.language()) : null;
}
