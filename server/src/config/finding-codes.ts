import type { Kind } from "../core/findings/finding.ts";
import { lockOf } from "../core/findings/severities.ts";
import type { Row, Standard } from "../core/standard/standard.ts";
import { coreMessages } from "../messages/render.ts";

export const KINDS = Object.keys(coreMessages.ja.kinds) as readonly Kind[];

/** The kinds whose severity a configuration may set. */
export const FREE_KINDS = KINDS.filter((kind) => lockOf(kind) === undefined);

/** Whether findings of a kind are about one row. Their codes begin with the row's number. */
export function isOfRow(kind: string): boolean {
  return !kind.includes(".");
}

/** The codes of row findings that can occur and whose severity a configuration may set. */
export function freeCodes({ rows }: Standard): string[] {
  const kinds = FREE_KINDS.filter(isOfRow);
  return rows.flatMap((row) => kinds.filter((kind) => canOccur(row, kind)).map((kind) => `${row.no}.${kind}`));
}

function canOccur({ obligation, legacy, expiry }: Row, kind: Kind): boolean {
  if (kind === "legacy") return legacy !== undefined;
  if (kind === "expiring") return expiry !== undefined;
  return kind !== "recommended" || Object.values(obligation).some(({ is }) => is === "recommended");
}
