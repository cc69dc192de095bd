import type { Span } from "../../core/yaml/node.ts";

/** A change of a text: what stands in the span goes, and `text` comes in its place. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** Where in `text` something is left to be written, as offsets, ascending. */
  readonly stops?: readonly number[];
}

/** A text after edits that do not overlap, in any order; of insertions at one place the earlier comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { span, text: insertion } of inOrder(edits)) {
    result += text.slice(from, span.start) + insertion;
    from = span.end;
  }
  return result + text.slice(from);
}

/** Whether any two of the edits change the same place; insertions side by side do not. */
export function isOverlapping(edits: readonly Edit[]): boolean {
  return inOrder(edits).some(({ span }, index, all) => index > 0 && span.start < (all[index - 1] as Edit).span.end);
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The first place, in the text after the edits, where something is left to be written. */
export function firstStop(edits: readonly Edit[]): number | undefined {
  let shift = 0;
  for (const { span, text, stops } of inOrder(edits)) {
    const [stop] = stops ?? [];
    if (stop !== undefined) return span.start + shift + stop;
    shift += text.length - (span.end - span.start);
  }
  return undefined;
}
