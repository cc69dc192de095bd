import type { Location, Position, Range } from "vscode-languageserver";
import { type Analysis, type Bundle, profileAt } from "../core/analysis/analyze.ts";
import type { Profile } from "../core/evaluation/profile.ts";
import { ANY, factsOfRow, type Pattern } from "../core/standard/facts.ts";
import type { Row } from "../core/standard/standard.ts";
import { childOf, type Path, type Span } from "../core/yaml/node.ts";
import { locate, nameAt } from "../core/yaml/node-at-offset.ts";
import type { Anchor } from "../core/yaml/source.ts";
import { rowAssessedAt } from "./blocks.ts";
import { toRange } from "./convert.ts";
import { headingOf, rowOnPage } from "./pages.ts";
import type { View } from "./view.ts";

/** The ranges of the facts that a file states, by the number of the row that they decide. */
export type RowPlaces = ReadonlyMap<string, readonly Range[]>;

/** The files of the workspace. Read lazily: only references to rows need them. */
export type Places = AsyncIterable<{ readonly uri: string; readonly places: RowPlaces }>;

/**
 * The aliases of the anchor at a position, or the facts that profiles state for the row whose number is there. Null elsewhere.
 */
export async function references(
  view: View,
  position: Position,
  includeDeclaration: boolean,
  files: Places,
): Promise<Location[] | null> {
  const { uri, analysis, language, capabilities } = view;
  const anchor = anchorAt(analysis, position);
  if (anchor) {
    const spans = includeDeclaration ? [anchor.span, ...anchor.aliases] : anchor.aliases;
    return spans.map((span) => ({ uri, range: toRange(analysis.source.lines, span) }));
  }
  const row = assessedRowAt(analysis, position);
  if (!row) return null;
  const declaration = includeDeclaration && capabilities.pages ? [headingOf(row, analysis, language)] : [];
  return [...declaration, ...(await locationsOf(row, files))];
}

/** The facts that profiles state for the row whose section of the standard contains a position. Null outside rows. */
export async function pageReferences(
  uri: string,
  { line }: Position,
  includeDeclaration: boolean,
  bundle: Bundle,
  files: Places,
): Promise<Location[] | null> {
  const onPage = rowOnPage(uri, line, bundle);
  if (!onPage) return null;
  return [...(includeDeclaration ? [onPage.heading] : []), ...(await locationsOf(onPage.row, files))];
}

/** The ranges of the facts that a text states, for each row. */
export function rowPlaces({ source, profiles, standard }: Analysis): RowPlaces {
  return new Map(
    standard.rows.map((row) => {
      const spans = profiles.flatMap((profile) => statedPlaces(row, profile));
      return [row.no, spans.map((span) => toRange(source.lines, span))];
    }),
  );
}

/** The spans of the facts that a profile states for a row, in the order of the text. */
export function statedPlaces(row: Row, profile: Profile): Span[] {
  const spans = factsOfRow(row).flatMap(({ pattern }) => statedSpans(profile, pattern));
  // a value used through aliases has one span
  const distinct = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...distinct.values()].sort((a, b) => a.start - b.start);
}

/** The anchor whose name or alias is at a position. */
export function anchorAt({ source }: Analysis, position: Position): Anchor | undefined {
  const offset = source.lines.offset(position);
  return source.documents.flatMap(({ anchors }) => anchors).find((anchor) => nameAt(anchor, offset));
}

/** The row whose number, as a key of `assessment`, is at a position. */
export function assessedRowAt(analysis: Analysis, position: Position): Row | undefined {
  const offset = analysis.source.lines.offset(position);
  const located = locate(profileAt(analysis, offset).root, offset);
  const no = located?.onKey ? rowAssessedAt(located.path) : undefined;
  return analysis.standard.rows.find((row) => row.no === no);
}

async function locationsOf({ no }: Row, files: Places): Promise<Location[]> {
  const locations: Location[] = [];
  for await (const { uri, places } of files) for (const range of places.get(no) ?? []) locations.push({ uri, range });
  return locations;
}

/** The spans of the values that a profile states for a fact; ANY stands for every item of a list. */
function statedSpans({ facts, root }: Profile, pattern: Pattern): Span[] {
  let paths: Path[] = [[]];
  for (const step of pattern) {
    paths = paths.flatMap((path): Path[] => {
      if (step !== ANY) return [[...path, step]];
      const list = path.reduce<typeof root>(childOf, root);
      return list?.kind === "list" ? list.items.map((_, index) => [...path, index]) : [];
    });
  }
  return paths.flatMap((path) => {
    const fact = facts.at(path);
    return fact.state === "stated" ? [fact.node.span] : [];
  });
}
