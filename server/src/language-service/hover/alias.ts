import { shorten } from "../../core/text/shorten.ts";
import type { Anchor } from "../../core/yaml/source.ts";
import type { HoverContext } from "./context.ts";

/** The number of lines shown of an alias's value. */
const MAX_LINES = 8;
const MAX_COLUMNS = 100;

/** The definition of an alias: its line and its text. */
export function aliasBlocks({ name, span, node }: Anchor, { analysis, messages, markup }: HoverContext): string[] {
  const { lines, text } = analysis.source;
  const { character } = lines.position(node.span.start);
  const lead = text.slice(node.span.start - character, node.span.start);
  // keep the indentation of the first line, so that the lines of a block stay aligned
  const source = (/^[ \t-]*$/.test(lead) ? lead : "") + text.slice(node.span.start, node.span.end);
  const shown = source.split(/\r\n|\r|\n/);
  const excerpt = shown.slice(0, MAX_LINES).map((line) => (line.length > MAX_COLUMNS ? `${line.slice(0, MAX_COLUMNS)}…` : line));
  if (shown.length > MAX_LINES) excerpt.push("…");
  return [
    markup.text(messages.hover.alias(shorten(name), lines.position(span.start).line + 1)),
    markup.block(excerpt.join("\n")),
  ];
}
