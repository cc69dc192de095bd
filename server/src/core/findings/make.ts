import type { Path, Span } from "../yaml/node.ts";
import type { AnyFinding, Kind, Payloads, Related, Severity } from "./finding.ts";

/** Where a finding is marked, and the other places that have to do with it. */
export interface Where {
  readonly path: Path;
  readonly span: Span;
  readonly related?: readonly Related[];
}

/** Makes a finding; the code of a kind of requirement begins with the row. */
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
  // the signature ties the data to the kind, which the union cannot see
  return { code, kind, severity, profile, requirement, path, span, data, related } as unknown as AnyFinding;
}
