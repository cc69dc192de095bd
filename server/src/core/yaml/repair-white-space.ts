import { hasAlike } from "../text/white-space.ts";
import { type AlikeSlip, findAlikes } from "./find-alikes.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem, Replacement } from "./problem.ts";

/** How often a text is looked at: a patch may bring others to light, as behind a dash that was none. */
const MAX_PASSES = 20;

/** Replaces the look-alikes of spaces around keys, values and marks by spaces, so that the text is read as it looks. */
export function repairWhiteSpace(draft: PatchedText): Problem[] {
  let problems: Problem[] = [];
  for (let pass = 0; pass < MAX_PASSES && hasAlike(draft.text); pass++) {
    const found = findAlikes(draft.text);
    if (found.length === 0) break;
    // what was not seen yet may tell where the others belong
    const certain = found.filter(({ isGuess }) => !isGuess);
    const slips = certain.length > 0 ? certain : found;
    problems = problems.concat(groupsOf(slips, draft).map((group) => problemOf(group, draft)));
    draft.replaceAll(slips.map(({ patch }) => patch));
  }
  return problems;
}

/** Lines in a row that are indented so are one slip. */
function groupsOf(slips: readonly AlikeSlip[], draft: PatchedText): AlikeSlip[][] {
  const groups: AlikeSlip[][] = [];
  let lines: AlikeSlip[] = [];
  for (const slip of slips) {
    const above = lines.at(-1);
    if (slip.isIndent && above && draft.nextLine(above.span.end) === slip.patch.span.start) {
      lines.push(slip);
      continue;
    }
    const group = [slip];
    groups.push(group);
    if (slip.isIndent) lines = group;
  }
  return groups;
}

function problemOf(slips: readonly AlikeSlip[], draft: PatchedText): Problem {
  const [{ span }] = slips as [AlikeSlip];
  const origin = ({ span, text }: Replacement) => ({ span: draft.originOf(span), text });
  return {
    kind: "white-space",
    span: draft.originOf(span),
    text: draft.text.slice(span.start, span.end),
    mend: slips.map(({ mend }) => origin(mend)),
  };
}
