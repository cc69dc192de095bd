import type { CancellationToken } from "vscode-languageserver";
import type { ComparisonAnswer, ComparisonParams } from "../../../../protocol/requests.ts";
import { comparisonView } from "./comparison/view.ts";
import { type Desk, judgedAll } from "./context.ts";

/** Profiles side by side. */
export async function comparisonAnswer(
  { profiles }: ComparisonParams,
  desk: Desk,
  token: CancellationToken,
): Promise<ComparisonAnswer> {
  const files = await judgedAll(profiles, null, desk, token);
  return files.length > 0 ? comparisonView(files, desk.language()) : null;
}
