import type { Boxes, Cell, FactList, ReportBlock, ReportDocument, Table, TextLine } from "../document.ts";
import { coveredPositions } from "./spans.ts";
import { addressOf, largest, shown } from "./text.ts";

/** Writes documents in GitHub's Markdown, for example for a pull request. Texts from profiles never act as markup. */
export function markdownOf(documents: readonly ReportDocument[]): string {
  return `${documents.map(documentOf).join("\n\n---\n\n")}\n`;
}

function documentOf({ title, parts }: ReportDocument): string {
  return [`## ${inline(title)}`, ...parts.map(partOf)].filter((block) => block !== "").join("\n\n");
}

function partOf(part: ReportBlock): string {
  switch (part.kind) {
    case "heading":
      return `### ${inline(part.text)}`;
    case "paragraph":
      return part.text.split("\n").map(paragraphLine).join("  \n");
    case "facts":
      return facts(part);
    case "table":
      return table(part);
    case "boxes":
      return boxes(part);
  }
}

function facts({ entries }: FactList): string {
  return entries.map(({ name, value }) => `- **${inline(name)}**: ${contentOf(value)}`).join("\n");
}

function table(table: Table): string {
  const { columns, rows } = table;
  const heads = columns.map(({ title }, index) => {
    const texts = [title, ...rows.flatMap((row) => row[index]?.lines.map(({ text }) => text) ?? [])];
    return `${inline(title)}<br>${strut(largest(texts.map(widthOf)))}`;
  });
  const lines = coveredPositions(table).map((row) =>
    row.map(({ cell, isFirst }, index) => (isFirst ? tableCell(cell, columns[index]?.isMarked) : DITTO)),
  );
  return [heads, columns.map(({ align }) => (align === "center" ? ":-:" : "---")), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** Keeps a column wide enough to read. Japanese text may break anywhere, so a narrow column would become a vertical strip. */
function strut(width: number): string {
  // The entity at the end keeps renderers from trimming the spaces.
  return `${"\u00a0".repeat(2 * (width > MAX_UNFOLDED_WIDTH / 2 ? 20 : Math.min(width, 10)))}&nbsp;`;
}

/** Means “same as above”, because Markdown cells cannot span rows. */
const DITTO = "〃";

function tableCell(cell: Cell, isMarked = false): string {
  const content = contentOf(cell);
  const beginning = cell.lines[0]?.text ?? "";
  if (widthOf(beginning) > MAX_UNFOLDED_WIDTH) {
    return `<details><summary>${inline([...beginning].slice(0, 24).join(""))}…</summary>${content}</details>`;
  }
  return (isMarked || cell.tone === "bad") && content !== "" ? `**${content}**` : content;
}

/** In half-width characters. A cell whose first line is longer, such as the standard's texts, is folded. */
const MAX_UNFOLDED_WIDTH = 140;

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u00ff" ? 2 : 1), 0);
}

function boxes({ titles }: Boxes): string {
  return [titles.map(inline), titles.map(() => ":-:"), titles.map(() => "<br><br>")]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function contentOf({ lines }: Cell): string {
  return lines.map(lineOf).join("<br>");
}

function lineOf(line: TextLine): string {
  const address = addressOf(line);
  return address === undefined ? inline(line.text) : `[${inline(line.text)}](${encoded(address)})`;
}

/** An address whose characters cannot end the link early. */
function encoded(address: string): string {
  const codes: Readonly<Record<string, string>> = { "(": "%28", ")": "%29", "&": "&amp;" };
  return shown(address).replace(/[\s()<>\\|`"&]/g, (mark) => codes[mark] ?? encodeURIComponent(mark));
}

/** Escaped text: no markup, and no mention, issue reference, formula or autolink of GitHub. */
function inline(text: string): string {
  return (
    shown(text)
      .trim()
      // GitHub searches the rendered text for these, where escapes are gone, so a zero-width space splits them.
      .replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=[\w+-]+:)/gi, "$&\u200b")
      .replace(/[\\`*_[\]<>&~#]/g, "\\$&")
      .replaceAll("\u200b", "&#8203;")
      // In a table, not every renderer honours a backslash before “|”.
      .replaceAll("|", "&#124;")
      .replaceAll("$", "<span>$</span>")
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/www(?=\.)/gi, "www\\")
  );
}

/** Escaped text that does not begin like a list, a heading or a rule. */
function paragraphLine(text: string): string {
  return inline(text).replace(/^([-+=]|\d+[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
