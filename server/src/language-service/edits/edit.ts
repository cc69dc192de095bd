import type { Span } from "../../core/yaml/node.ts";

/** A replacement: `text` replaces the characters of the span (offsets in the text before any edit). */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** Offsets in `text` where the user still has to write something, ascending. */
  readonly stops?: readonly number[];
}

/** The edit that inserts a text. */
export function insertion(offset: number, { text, stops }: Omit<Edit, "span">): Edit {
  return { span: { start: offset, end: offset }, text, ...(stops ? { stops } : {}) };
}

/** Applies edits that do not overlap, given in any order; insertions at the same offset keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { span, text: insertion } of inOrder(edits)) {
    result += text.slice(from, span.start) + insertion;
    from = span.end;
  }
  return result + text.slice(from);
}

/** The same replacement without the characters that stay the same at its start and its end. */
export function withoutCommonEnds(text: string, { span: { start, end }, text: insertion }: Edit): Edit {
  const current = text.slice(start, end);
  const shorter = Math.min(current.length, insertion.length);
  let head = 0;
  while (head < shorter && current[head] === insertion[head]) head++;
  let tail = 0;
  while (tail < shorter - head && current.at(-1 - tail) === insertion.at(-1 - tail)) tail++;
  return { span: { start: start + head, end: end - tail }, text: insertion.slice(head, insertion.length - tail) };
}

/** Whether two of the edits change the same characters; adjacent insertions do not. */
export function isOverlapping(edits: readonly Edit[]): boolean {
  return inOrder(edits).some(({ span }, index, all) => index > 0 && span.start < (all[index - 1] as Edit).span.end);
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The offset of the first stop, in the text after the edits. */
export function firstStop(edits: readonly Edit[]): number | undefined {
  let shift = 0;
  for (const { span, text, stops } of inOrder(edits)) {
    const [stop] = stops ?? [];
    if (stop !== undefined) return span.start + shift + stop;
    shift += text.length - (span.end - span.start);
  }
  return undefined;
}
