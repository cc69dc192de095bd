import { shorten } from "../../core/text/shorten.ts";
import type { Anchor } from "../../core/yaml/source.ts";
import type { Markup } from "../markup.ts";
import type { EditorMessages } from "../messages/types.ts";
import type { View } from "../view.ts";

/** More lines than these of what an alias stands for are not shown. */
const MAX_LINES = 8;
const MAX_COLUMNS = 100;

/** What an alias stands for: where it is defined, and its text. */
export function aliasBlocks(
  { name, span, node }: Anchor,
  { analysis }: View,
  { hover }: EditorMessages,
  markup: Markup,
): string[] {
  const { lines, text } = analysis.source;
  const { character } = lines.position(node.span.start);
  const lead = text.slice(node.span.start - character, node.span.start);
  // a block keeps its shape only with what indents its first line
  const source = (/^[ \t-]*$/.test(lead) ? lead : "") + text.slice(node.span.start, node.span.end);
  const shown = source.split(/\r\n|\r|\n/);
  const excerpt = shown.slice(0, MAX_LINES).map((line) => (line.length > MAX_COLUMNS ? `${line.slice(0, MAX_COLUMNS)}…` : line));
  if (shown.length > MAX_LINES) excerpt.push("…");
  return [markup.text(hover.alias(shorten(name), lines.position(span.start).line + 1)), markup.block(excerpt.join("\n"))];
}
