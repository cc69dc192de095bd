import { tokensOf } from "../../core/yaml/tokens.ts";
import type { Edit } from "./edit.ts";
import type { Target } from "./target.ts";

/** The same removals, but every comment in them stays: where it stood, or on a line of its own. */
export function keepComments(target: Target, removals: readonly Edit[]): Edit[] {
  return removals.map((edit) => withComments(target, edit));
}

/** Whether edits remove a comment. */
function hasComment({ text }: Target, edits: readonly Edit[]): boolean {
  return edits.some(({ span }) => commentsIn(text.slice(span.start, span.end)).length > 0);
}

/** Of two removals that are alike, the one that takes no comment along; if both would, the first, and its comments stay. */
export function sparingComments(
  target: Target,
  removal: readonly Edit[] | undefined,
  alternative: () => readonly Edit[] | undefined,
): readonly Edit[] | undefined {
  if (!removal || !hasComment(target, removal)) return removal;
  const other = alternative();
  return other && !hasComment(target, other) ? other : keepComments(target, removal);
}

function withComments({ text }: Target, edit: Edit): Edit {
  const { start, end } = edit.span;
  const removed = text.slice(start, end);
  const comments = commentsIn(removed);
  if (comments.length === 0) return edit;
  let kept = edit.text;
  for (const { 0: line, 1: content = "", 2: eol = "", index } of removed.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const comment = comments.find(({ start }) => start >= index && start < index + line.length);
    const isWhole = index > 0 || start === 0 || /[\r\n]/.test(text.charAt(start - 1));
    const indent = isWhole ? /^[ \t]*/.exec(content)?.[0] : /[ \t]$/.test(text.slice(0, start) + kept) ? "" : " ";
    if (comment) kept += indent + removed.slice(comment.start, comment.end) + eol;
    else if (!isWhole) kept += eol;
    // what stands behind the removed text on its last line
    else if (content !== "" && eol === "") kept = isLineEnd(text, end) ? kept.replace(/(?:\r\n|\n|\r)$/, "") : kept + indent;
  }
  return { span: edit.span, text: kept };
}

function commentsIn(text: string) {
  return text.includes("#") ? tokensOf(text).filter(({ kind }) => kind === "comment") : [];
}

function isLineEnd(text: string, offset: number): boolean {
  return offset === text.length || /[\r\n]/.test(text.charAt(offset));
}
