import stringWidth from "string-width";
import { wrap } from "../../core/text/wrap.ts";
import type { Style } from "../formats/style.ts";
import { visible } from "../terminal.ts";

/** Renders the Markdown that `explain` writes for a terminal: headings, lists, quotes, tables and lines, wrapped to its width. */
export function terminalText(markdown: string, style: Style): string {
  const lines: string[] = [];
  let table: string[][] = [];
  for (const line of [...markdown.trimEnd().split("\n"), ""]) {
    if (line.startsWith("| ")) {
      table.push(line.slice(2, -2).split(" | "));
      continue;
    }
    if (table.length > 0) lines.push(...tableLines(table, style));
    table = [];
    lines.push(...lineOf(line, style));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function lineOf(line: string, { colors, columns }: Style): string[] {
  const [, level, heading] = /^(#+) (.*)$/.exec(line) ?? [];
  if (level && heading !== undefined) {
    const paint = level.length < 3 ? (text: string) => colors.bold(colors.underline(text)) : colors.bold;
    return wrap(plain(heading), columns).map(paint);
  }
  const [, quote] = /^>\s*(|\S.*)$/.exec(line) ?? [];
  if (quote !== undefined) return wrap(visible(quote), columns - 4).map((text) => colors.dim(`  │ ${text}`));
  const [, lead = "", text = ""] = /^(- | {2})?(.*)$/.exec(line) ?? [];
  return wrap(plain(text), columns - 2 - lead.length).map((part, index) => {
    return part === "" ? "" : `  ${index === 0 ? lead : " ".repeat(lead.length)}${part}`;
  });
}

/** A text without code marks. */
function plain(text: string): string {
  return visible(text.replaceAll("`", "").trimEnd());
}

/** A table, whose widest columns shrink until it fits. */
function tableLines([head = [], , ...rows]: readonly (readonly string[])[], { colors, columns }: Style): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, index) => Math.max(...all.map((row) => stringWidth(plain(row[index] ?? "")))));
  while (widths.reduce((sum, width) => sum + width + 2, 0) > columns && Math.max(...widths) > 8) {
    widths[widths.indexOf(Math.max(...widths))] = Math.max(...widths) - 1;
  }
  const lines = all.map((row) => {
    const cells = widths.map((width, index) => wrap(plain(row[index] ?? ""), width));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, index) => padded(cell[line] ?? "", widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  });
  return lines.flatMap((row, index) => row.map((line) => `  ${index === 0 ? colors.bold(line) : line}`));
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}
