import assert from "node:assert/strict";
import { type CompletionItem, InsertTextFormat, type TextEdit } from "vscode-languageserver";
import { completion } from "../../server/src/language-service/completion/index.ts";
import { applyEdits, isOverlapping } from "../../server/src/language-service/edits/edit.ts";
import { type AtCursor, atCursor, CURSOR } from "./view.ts";

/** The items that an editor would show at the cursor mark for what is typed, best match first. */
export function offered(marked: string, options: Parameters<typeof atCursor>[1] = {}): CompletionItem[] {
  const at = atCursor(marked, options);
  return shown(completion(at.view, at.position).items, at);
}

/** The labels of these items. */
export function labels(marked: string, options: Parameters<typeof atCursor>[1] = {}): string[] {
  return offered(marked, options).map(({ label }) => label);
}

/** The whole text after an item is accepted, with the mark where typing continues. */
export function accepted(marked: string, label: string, options: Parameters<typeof atCursor>[1] = {}): string {
  const at = atCursor(marked, options);
  const item = offered(marked, options).find((item) => item.label === label);
  assert.ok(item, `${label} is not among ${labels(marked, options).slice(0, 20).join(", ") || "nothing"}`);
  return accept(item, at, CURSOR);
}

/** Filters and sorts as an editor does: items that match what is typed, by score, then by `sortText`. */
function shown(items: readonly CompletionItem[], at: AtCursor): CompletionItem[] {
  const scored = items.flatMap((item) => {
    const score = scoreOf(typed(item, at), item.filterText ?? item.label);
    return score === undefined ? [] : [{ item, score }];
  });
  const order = ({ sortText = "" }: CompletionItem) => sortText;
  return scored.sort((a, b) => b.score - a.score || (order(a.item) < order(b.item) ? -1 : 1)).map(({ item }) => item);
}

/** The text before the cursor that an item is matched against. */
export function typed(item: CompletionItem, { view, offset }: AtCursor): string {
  const { text, lines } = view.analysis.source;
  return text.slice(lines.offset(editOf(item).range.start), offset);
}

/**
 * A model of how VS Code scores a match: the characters in order, the first at a word's start, within the first 128 characters.
 * A common prefix scores best. Undefined if the text does not match.
 */
export function scoreOf(pattern: string, text: string): number | undefined {
  const word = text.slice(0, 128);
  if (pattern === "") return 0;
  const begins = (at: number) =>
    at === 0 || /[\s\-_./"'*:[\](){}<>]/.test(word[at - 1] as string) || /[A-Z]/.test(word[at] as string);
  const low = word.toLowerCase();
  const wanted = pattern.toLowerCase();
  if (low.startsWith(wanted)) return 3;
  for (let at = low.indexOf(wanted[0] as string); at >= 0; at = low.indexOf(wanted[0] as string, at + 1)) {
    if (!begins(at)) continue;
    if (low.startsWith(wanted, at)) return 2;
    if (isSubsequence(wanted, low.slice(at))) return 1;
  }
  return undefined;
}

function isSubsequence(wanted: string, text: string): boolean {
  let from = 0;
  for (const char of wanted) {
    const at = text.indexOf(char, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function editOf({ textEdit }: CompletionItem): TextEdit {
  assert.ok(textEdit && "range" in textEdit);
  return textEdit;
}

/** The text after an item's edits, its snippet expanded, with `mark` at the first tab stop, or at the end. */
export function accept(
  item: CompletionItem,
  { view, offset, position }: Pick<AtCursor, "view" | "offset" | "position">,
  mark = "",
): string {
  const { text, lines } = view.analysis.source;
  const main = editOf(item);
  assert.equal(main.range.start.line, position.line);
  assert.equal(main.range.end.line, position.line);
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const newText = isSnippet ? expand(main.newText, mark) : main.newText + mark;
  const edits = [{ ...main, newText }, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
    span: { start: lines.offset(range.start), end: lines.offset(range.end) },
    text: newText,
  }));
  const [{ span }] = edits as [(typeof edits)[0]];
  assert.ok(span.start <= offset && offset <= span.end, "the range contains the cursor");
  assert.ok(!isOverlapping(edits), "the edits do not overlap");
  return applyEdits(text, edits);
}

/** A snippet as plain text, with `mark` at its first tab stop. */
function expand(snippet: string, mark: string): string {
  return snippet.replace(/\\([\\$}])|\$(\d+)/g, (_, escaped?: string, stop?: string) => escaped ?? (stop === "1" ? mark : ""));
}
