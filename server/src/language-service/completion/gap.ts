import { hasAlike, isBlank, trimBlanksEnd } from "../../core/text/white-space.ts";
import type { CompletionSlot } from "./slot.ts";

/** How a choice deals with the whitespace between the line's start, or a colon or dash, and the word. */
type GapRepair = Pick<CompletionSlot, "lead" | "fixes" | "behind">;

/** Whether a character separates words, as a full-width space does for users. */
export function isGap(char: string | undefined): boolean {
  return char !== undefined && isBlank(char);
}

/**
 * Adds missing indentation, or replaces wrong indentation.
 *
 * @param present the line up to the word
 */
export function repairIndent(present: string, lineStart: number, column: number): GapRepair {
  const start = lineStart + present.length;
  const wanted = " ".repeat(column);
  if (wanted.startsWith(present)) return { lead: wanted.slice(present.length), fixes: [], behind: start };
  const isTooLong = present.startsWith(wanted);
  const fix = isTooLong
    ? { span: { start: lineStart + column, end: start }, text: "" }
    : { span: { start: lineStart, end: start }, text: wanted };
  return { lead: "", fixes: [fix], behind: start };
}

/**
 * Makes the gap after a colon or dash one space if it is missing or none to YAML, and a full-width colon an ASCII one.
 *
 * @param before the line up to the word
 */
export function repairSpace(before: string, lineStart: number): GapRepair {
  const lead = trimBlanksEnd(before);
  const gap = before.slice(lead.length);
  const behind = lineStart + lead.length;
  const end = behind + gap.length;
  if (lead.endsWith("：")) return { lead: " ", fixes: [{ span: { start: behind - 1, end }, text: ":" }], behind };
  if (gap === "") return { lead: /(?:^|[[{])$/.test(lead) ? "" : " ", fixes: [], behind };
  if (!hasAlike(gap)) return { lead: "", fixes: [], behind };
  return { lead: " ", fixes: [{ span: { start: behind, end }, text: "" }], behind };
}
