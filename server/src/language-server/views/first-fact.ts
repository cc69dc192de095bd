import type { Position } from "../../../../protocol/requests.ts";
import type { Analysis } from "../../core/analysis/analyze.ts";
import { nextUnstated } from "../../language-service/edits/next-unstated.ts";

/** Where to state the first fact of a file that is not stated yet; null if all are. */
export function firstFact(analysis: Analysis): Position | null {
  const [profile] = analysis.profiles;
  const next = profile && nextUnstated(analysis, profile, 0);
  const span = next?.span ?? next?.edits?.[0]?.span;
  return span ? analysis.source.lines.position(span.start) : null;
}
