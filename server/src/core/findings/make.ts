import type { Path, Span } from "../yaml/node.ts";
import type { AnyFinding, Kind, Payloads, Related, Severity } from "./finding.ts";

/** The place of a finding, and the other places that contribute to it. */
export interface Where {
  readonly path: Path;
  readonly span: Span;
  readonly related?: readonly Related[];
}

/** Makes a finding. A kind without a dot is about a requirement, and its code begins with the row. */
export function make<K extends Kind>(
  profile: number,
  kind: K,
  severity: Severity,
  where: Where,
  data: Payloads[K],
  requirement: string | null = null,
): AnyFinding {
  const code = kind.includes(".") ? kind : `${requirement}.${kind}`;
  const { path, span, related = [] } = where;
  // the signature ties the data to the kind, but TypeScript cannot relate that to the union
  return { code, kind, severity, profile, requirement, path, span, data, related } as unknown as AnyFinding;
}
