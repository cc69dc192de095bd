import type { Span } from "./node.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem } from "./problem.ts";

/** Blanks unresolved git merge conflicts, because their two sides cannot both be true. */
export function repairConflicts(draft: PatchedText): Problem[] {
  const conflicts: Span[] = [];
  for (let from = 0; ; ) {
    const start = lineWith("<<<<<<< ", draft.text, from);
    const last = start < 0 ? -1 : lineWith(">>>>>>> ", draft.text, start);
    if (last < 0) break;
    from = draft.lineEnd(last);
    conflicts.push({ start, end: from });
  }
  draft.maskAll(conflicts);
  return conflicts.map(({ start }) => ({ kind: "conflict", span: { start, end: draft.lineEnd(start) } }));
}

/** The start of the next line that begins with a mark; -1 where no line does. */
function lineWith(mark: string, text: string, from: number): number {
  if (from === 0 && text.startsWith(mark)) return 0;
  const before = text.indexOf(`\n${mark}`, from);
  return before < 0 ? -1 : before + 1;
}
