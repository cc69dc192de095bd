import { type DocumentHighlight, DocumentHighlightKind, type Position } from "vscode-languageserver";
import { profileAt } from "../core/analysis/analyze.ts";
import type { Profile } from "../core/evaluation/profile.ts";
import { places } from "../core/evaluation/trace.ts";
import { resultOf } from "../core/evaluation/verdict.ts";
import { rowsDecidedAt } from "../core/standard/facts.ts";
import type { Row } from "../core/standard/standard.ts";
import { placeOf } from "../core/yaml/location.ts";
import { entryOf, nodeAt, type Path, type Span } from "../core/yaml/node.ts";
import { locate } from "../core/yaml/node-at-offset.ts";
import { rowAssessedAt } from "./blocks.ts";
import { toRange } from "./convert.ts";
import { anchorAt } from "./references.ts";
import type { View } from "./view.ts";

/**
 * The highlights for a position: an anchor and its aliases, or the facts that decide the same row and the row's key in the
 * assessment. Empty otherwise; then the editor highlights equal words itself.
 */
export function documentHighlights({ analysis }: View, position: Position): DocumentHighlight[] {
  const { source, standard } = analysis;
  const offset = source.lines.offset(position);
  const profile = profileAt(analysis, offset);
  const toHighlight = (span: Span, kind: DocumentHighlightKind): DocumentHighlight => ({
    range: toRange(source.lines, span),
    kind,
  });

  const anchor = anchorAt(analysis, position);
  if (anchor) {
    const { Read, Write } = DocumentHighlightKind;
    return [toHighlight(anchor.span, Write), ...anchor.aliases.map((alias) => toHighlight(alias, Read))];
  }
  const located = locate(profile.root, offset);
  if (!located) return [];
  const assessedNo = located.onKey ? rowAssessedAt(located.path) : undefined;
  const rows =
    assessedNo === undefined
      ? rowsDecidedAt(standard, located.path).filter((row) =>
          factsReadBy(profile, row).some((path) => isSameFact(path, located.path)),
        )
      : standard.rows.filter(({ no }) => no === assessedNo);
  const spans = new Map<number, Span>();
  for (const row of rows) {
    const key = entryOf(nodeAt(profile.root, ["assessment"]), row.no)?.key;
    const facts = factsReadBy(profile, row).map((path) => placeOf(profile.root, path, profile.anchor));
    for (const span of key ? [key, ...facts] : facts) spans.set(span.start, span);
  }
  return [...spans.values()].sort((a, b) => a.start - b.start).map((span) => toHighlight(span, DocumentHighlightKind.Text));
}

/** The paths of the facts in a row's evaluation that the profile has keys for. */
function factsReadBy({ root, rows }: Profile, { no }: Row): Path[] {
  return places(resultOf(rows, no).trace).flatMap(({ kind, path }) => (kind === "leaf" && nodeAt(root, path) ? [path] : []));
}

/** Whether two paths belong to one fact: they are equal, or one is a list and the other its item. */
function isSameFact(a: Path, b: Path): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.length - short.length <= 1 && short.every((step, index) => step === long[index]);
}
