import type { Profile } from "../../core/evaluation/profile.ts";
import { isMarker } from "../../core/yaml/alike-separators.ts";
import type { Source, SourceDocument } from "../../core/yaml/source.ts";
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
  /** None in comments and free text; two where both an item and a key may begin. */
  readonly slots: readonly CompletionSlot[];
}

/** What can be written at an offset. */
export function contextAt(view: View, offset: number): CompletionContext {
  const { source, profiles } = view.analysis;
  const document = documentAt(source, offset);
  const profile = document && profiles[source.documents.indexOf(document)];
  const isOnMarker = isMarker(source.lines.text(source.lines.position(offset).line));
  const slots = isOnMarker ? [] : new SlotFinder(view, offset, document?.root).find();
  return { view, offset, document, profile, slots };
}

/** The document that an offset is in; undefined if it is empty. */
function documentAt({ chunks }: Source, offset: number): SourceDocument | undefined {
  const documents = chunks.findLast(({ start }) => start <= offset)?.documents ?? [];
  const document = documents.findLast(({ span }) => span.start <= offset) ?? documents[0];
  return document?.root && document;
}
