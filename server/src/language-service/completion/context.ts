import type { Profile } from "../../core/evaluation/profile.ts";
import { factsNeeded, type Pattern } from "../../core/standard/facts.ts";
import { isMarker } from "../../core/yaml/alike-separators.ts";
import type { Lines } from "../../core/yaml/lines.ts";
import type { Span } from "../../core/yaml/node.ts";
import type { Source, SourceDocument } from "../../core/yaml/source.ts";
import { type Indentation, indentationOf, USUAL_INDENTATION } from "../edits/indentation.ts";
import type { View } from "../view.ts";
import type { CompletionSlot } from "./slot.ts";
import { SlotFinder } from "./slot-finder.ts";

/** The cursor, and the document and profile that it is in. */
export interface CompletionContext {
  readonly view: View;
  readonly offset: number;
  /** Undefined if the document is empty. */
  readonly document: SourceDocument | undefined;
  readonly profile: Profile | undefined;
  /** The facts that the profile's class needs; none if the profile states no class. */
  readonly needed: readonly Pattern[];
  /** None in comments and free text; two where both an item and a key may begin. */
  readonly slots: readonly CompletionSlot[];
  /** How the document is indented. */
  readonly indentation: Indentation;
}

/** What can be written at an offset. */
export function contextAt(view: View, offset: number): CompletionContext {
  const { source, profiles, standard } = view.analysis;
  const document = documentAt(source, offset);
  const profile = document && profiles[source.documents.indexOf(document)];
  const isOnMarker = isMarker(source.lines.text(source.lines.position(offset).line));
  const slots = isOnMarker ? [] : new SlotFinder(view, offset, document?.root).find();
  const needed = profile?.classification ? factsNeeded(standard, profile.classification) : [];
  const indentation = document?.root ? indentationOf(source, document.root) : USUAL_INDENTATION;
  return { view, offset, document, profile, needed, slots, indentation };
}

/** The document that an offset is in; undefined if it is empty. */
function documentAt({ chunks, lines }: Source, offset: number): SourceDocument | undefined {
  const documents = chunks.findLast(({ start }) => start <= offset)?.documents ?? [];
  const last = documents.findLastIndex(({ span }) => span.start <= offset);
  return [documents[last], documents[last + 1]].find((document) => document?.root && !isApart(lines, document.root.span, offset));
}

/** Whether a document marker is between a value and an offset. */
function isApart(lines: Lines, { start, end }: Span, offset: number): boolean {
  const { line } = lines.position(offset);
  const [first, last] = offset < start ? [line + 1, lines.position(start).line] : [lines.position(end - 1).line + 1, line - 1];
  for (let between = first; between <= last; between++) if (isMarker(lines.text(between))) return true;
  return false;
}
