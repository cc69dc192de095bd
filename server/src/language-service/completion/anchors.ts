import { CompletionItemKind } from "vscode-languageserver";
import { editorMessages } from "../messages/index.ts";
import type { CompletionContext } from "./context.ts";
import type { CompletionChoice } from "./item.ts";
import { canHold } from "./keys.ts";
import type { CompletionSlot } from "./slot.ts";

/** The anchors before the cursor whose value fits the slot, except those that enclose the cursor. */
export function anchors(
  { kind, field, span }: CompletionSlot,
  { view, document, offset }: CompletionContext,
): CompletionChoice[] {
  const { format, source } = view.analysis;
  const expected = kind === "item" ? field.items : field;
  const before = (document?.anchors ?? []).filter(({ span: name, node }) => name.end < span.start && node.span.end < offset);
  // a later anchor redefines the name
  const named = new Map(before.map((anchor) => [anchor.name, anchor]));
  return [...named.values()].flatMap(({ name, span, node }) => {
    if (!expected || !canHold(format, expected, node)) return [];
    const line = source.lines.position(span.start).line + 1;
    const title = { ja: editorMessages.ja.completion.anchor(line), en: editorMessages.en.completion.anchor(line) };
    return [{ label: `*${name}`, word: name, kind: CompletionItemKind.Reference, title, text: `*${name}` }];
  });
}
