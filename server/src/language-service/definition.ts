import type { Location, Position } from "vscode-languageserver";
import { type Analysis, profileAt } from "../core/analysis/analyze.ts";
import { rowsDecidedAt, rowsOn } from "../core/standard/facts.ts";
import type { Row } from "../core/standard/standard.ts";
import { locate } from "../core/yaml/node-at-offset.ts";
import { toRange } from "./convert.ts";
import { headingOf } from "./pages.ts";
import { anchorAt, assessedRowAt } from "./references.ts";
import type { View } from "./view.ts";

/**
 * The definition at a position: the anchor of an alias; for a row's number or a fact, the rows in the standard. Null if there is
 * none.
 */
export function definition({ uri, analysis, language, capabilities }: View, position: Position): Location[] | null {
  const anchor = anchorAt(analysis, position);
  if (anchor) return [{ uri, range: toRange(analysis.source.lines, anchor.span) }];
  if (!capabilities.pages) return null;
  const row = assessedRowAt(analysis, position);
  const rows = row ? [row] : rowsAt(analysis, position);
  return rows.length > 0 ? rows.map((row) => headingOf(row, analysis, language)) : null;
}

/**
 * The rows that the fact at a position decides or that have a finding there, in the standard's order; for the key of a section,
 * all rows that read facts in it.
 */
function rowsAt(analysis: Analysis, position: Position): Row[] {
  const { source, standard, findings } = analysis;
  const offset = source.lines.offset(position);
  const located = locate(profileAt(analysis, offset).root, offset);
  if (!located || located.path.length === 0) return [];
  const { path, onKey, node } = located;
  if (!onKey && node.kind === "map") return [];
  const decided = rowsDecidedAt(standard, path);
  const marked = findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  const rows = standard.rows.filter((row) => decided.includes(row) || marked.some(({ requirement }) => requirement === row.no));
  return rows.length > 0 || !onKey ? rows : rowsOn(standard, path);
}
