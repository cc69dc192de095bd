import type { Boxes, Cell, FactList, ReportBlock, ReportDocument, Table, TextLine } from "../document.ts";
import { coveredPositions } from "./spans.ts";
import { addressOf, largest, shown } from "./text.ts";

/** Writes documents in the Markdown of GitHub, as for a pull request: text is text there, whatever a profile says. */
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
      return part.text.split("\n").map(startless).join("  \n");
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

/** Keeps a column wide enough to be read: Japanese may break anywhere, and a narrow column of a wide table would run downwards. */
function strut(width: number): string {
  // the last one in a form that no reader takes for the cell's margin
  return `${"\u00a0".repeat(2 * (width > LONG / 2 ? 20 : Math.min(width, 10)))}&nbsp;`;
}

/** The same as above: Markdown has no cell of several rows. */
const DITTO = "〃";

function tableCell(cell: Cell, isMarked = false): string {
  const content = contentOf(cell);
  const beginning = cell.lines[0]?.text ?? "";
  if (widthOf(beginning) > LONG) {
    return `<details><summary>${inline([...beginning].slice(0, 24).join(""))}…</summary>${content}</details>`;
  }
  return (isMarked || cell.tone === "bad") && content !== "" ? `**${content}**` : content;
}

/** In half-width characters. What begins with a longer line, as the standard's texts do, is folded: at hand, and not in the way. */
const LONG = 140;

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

/** An address that cannot end early. */
function encoded(address: string): string {
  const codes: Readonly<Record<string, string>> = { "(": "%28", ")": "%29", "&": "&amp;" };
  return shown(address).replace(/[\s()<>\\|`"&]/g, (mark) => codes[mark] ?? encodeURIComponent(mark));
}

/** Text in which nothing is markup, and nothing calls anybody: no name after an @, no number of an issue, no formula, no address. */
function inline(text: string): string {
  return (
    shown(text)
      .trim()
      // they are looked for in the finished page, where an escape has gone: a space without width keeps them apart
      .replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=[\w+-]+:)/gi, "$&\u200b")
      .replace(/[\\`*_[\]<>&~#]/g, "\\$&")
      .replaceAll("\u200b", "&#8203;")
      // within a table, a backslash before it would not be enough for every reader
      .replaceAll("|", "&#124;")
      .replaceAll("$", "<span>$</span>")
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/www(?=\.)/gi, "www\\")
  );
}

/** Running text that does not begin as a list, a heading or a rule does. */
function startless(text: string): string {
  return inline(text).replace(/^([-+=]|\d+[.)])/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
