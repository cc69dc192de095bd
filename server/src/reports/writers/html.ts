import type { Boxes, Cell, Column, FactList, ReportBlock, ReportDocument, Table, TextLine } from "../document.ts";
import { coveredPositions } from "./spans.ts";
import { STYLE } from "./style.ts";
import { addressOf, largest, shown } from "./text.ts";

/** Writes documents as one self-contained HTML document without scripts or external resources. */
export function htmlOf(documents: readonly ReportDocument[]): string {
  const titles = [...new Set(documents.map(({ title }) => title))].join(" / ");
  return `<!doctype html>
<html lang="${documents[0]?.language ?? "ja"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(titles)}</title>
<style>${STYLE}</style>
</head>
<body>
${[...(documents.length > 1 ? [contents(documents, titles)] : []), ...documents.map(article)].join("\n")}
</body>
</html>
`;
}

/** A table of contents on its own page, with a row per document. */
function contents(documents: readonly ReportDocument[], title: string): string {
  const labels = documents[0]?.labels ?? [];
  const rows = documents.map(({ name, labels }, index) => {
    const values = labels.map(({ value }) => `<td>${escaped(value)}</td>`).join("");
    return `<tr><th scope="row"><a href="#${idOf(index)}" aria-label="${escaped(name)}">${index + 1}</a></th>${values}</tr>`;
  });
  const heads = labels.map(({ name }) => `<th scope="col">${escaped(name)}</th>`).join("");
  return `<nav class="paper">
<h1>${escaped(title)}</h1>
<table class="contents">
<thead><tr><td></td>${heads}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</nav>`;
}

const idOf = (index: number) => `paper-${index + 1}`;

function article({ language, title, parts }: ReportDocument, index: number): string {
  const id = idOf(index);
  return `<article class="paper" id="${id}" lang="${language}" aria-labelledby="${id}-title">
<h1 id="${id}-title">${escaped(title)}</h1>
${parts.map((part) => partOf(part, title)).join("\n")}
</article>`;
}

function partOf(part: ReportBlock, title: string): string {
  switch (part.kind) {
    case "heading":
      return `<h2>${escaped(part.text)}</h2>`;
    case "paragraph":
      return `<p${classOf(part.tone)}>${part.text.split("\n").map(escaped).join("<br>")}</p>`;
    case "facts":
      return facts(part);
    case "table":
      return table(part, title);
    case "boxes":
      return boxes(part);
  }
}

function facts({ entries }: FactList): string {
  const items = entries.map(({ name, value }) => {
    const isLong = value.lines.some(({ text }) => text.length > 80);
    return `<div${classOf(isLong && "long")}><dt>${escaped(name)}</dt><dd${classOf(value.tone)}>${contentOf(value)}</dd></div>`;
  });
  return `<dl>\n${items.join("\n")}\n</dl>`;
}

function table(table: Table, title: string): string {
  const { columns } = table;
  const widths = widthsOf(table);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const heads = columns.map(
    ({ title, isMarked, align }) => `<th scope="col"${classOf(isMarked && "marked", align)}>${escaped(title)}</th>`,
  );
  // tabindex lets keyboard users scroll a table that is wider than the window.
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(title)}">
<table>
<colgroup>${widths.map((width) => `<col style="width:${((width / all) * 100).toFixed(2)}%">`).join("")}</colgroup>
<thead>
<tr>${heads.join("")}</tr>
</thead>
${groupsOf(table)
  .map((rows) => `<tbody>\n${rows.join("\n")}\n</tbody>`)
  .join("\n")}
</table>
</div>`;
}

/** Column widths in half-width characters, including cell padding, such that no word breaks, nor a checkbox with its word. */
function widthsOf({ columns, rows }: Table): number[] {
  return columns.map(({ title, width }, index) => {
    const cells = rows.map((row) => row[index] ?? { lines: [] });
    const words = [title, ...cells.flatMap(({ lines }) => lines.map(({ text }) => text))].map(longestWord);
    const choices = cells.flatMap(({ choices = [] }) => choices.map((choice) => longestWord(choice) + 1));
    return Math.max(width, largest([...words, ...choices]) * LATIN_WIDTH) + 2;
  });
}

/** How much wider than a half-width character a Latin letter can be. */
const LATIN_WIDTH = 1.5;

/** The length of the longest word. Longer strings, such as URLs, may break and do not count. */
function longestWord(text: string): number {
  return largest((text.match(/(?<![\w./:@-])[A-Za-z]{1,15}[\])]?(?![\w/:@-])/g) ?? []).map(({ length }) => length));
}

/** Rows, grouped so that no cell reaches from one group into the next. */
function groupsOf(table: Table): string[][] {
  const groups: string[][] = [];
  for (const row of coveredPositions(table)) {
    if (row.every(({ isFirst }) => isFirst)) groups.push([]);
    const heading = row.find(({ cell, isFirst, rowsBelow }) => isFirst && rowsBelow === 0 && cell.lines.length > 0);
    const cells = row.flatMap((position, index) => {
      const column = table.columns[index];
      if (!column || !position.isFirst) return [];
      const isGroup = index === 0 && position.rowsBelow > 0;
      return [tableCell(position.cell, column, position === heading ? "row" : isGroup ? "rowgroup" : undefined)];
    });
    groups.at(-1)?.push(`<tr>\n${cells.join("\n")}\n</tr>`);
  }
  return groups;
}

/** @param scope what the cell is a heading of, if it is a heading */
function tableCell(cell: Cell, { isMarked, align }: Column, scope: "row" | "rowgroup" | undefined): string {
  const { span = 1, tone } = cell;
  const [name, heads] = scope ? ["th", ` scope="${scope}"`] : ["td", ""];
  const rows = span > 1 ? ` rowspan="${span}"` : "";
  // Keeps the text together when a page break divides the cell.
  const content = span > 1 ? `<div class="whole">${contentOf(cell)}</div>` : contentOf(cell);
  return `<${name}${heads}${rows}${classOf(tone, isMarked && "marked", align)}>${content}</${name}>`;
}

/** A table with empty cells that are high enough for a seal. */
function boxes({ titles }: Boxes): string {
  return `<table class="boxes">
<thead><tr>${titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join("")}</tr></thead>
<tbody><tr>${titles.map(() => "<td></td>").join("")}</tr></tbody>
</table>`;
}

/** A cell's lines. Choices become checkboxes; the one that a person chose is ticked. */
function contentOf({ lines, choices = [] }: Cell): string {
  const isChosen = choices.some((choice) => choice === lines[0]?.text);
  const boxes = choices.map((choice) => {
    const ticked = isChosen && choice === lines[0]?.text;
    return `<span class="choice">${ticked ? "☑" : "☐"} ${escaped(choice)}</span>`;
  });
  return [...boxes, ...lines.slice(isChosen ? 1 : 0).map(lineOf)].join("<br>");
}

function lineOf(line: TextLine): string {
  const address = addressOf(line);
  const text = escaped(line.text);
  if (address === undefined) return text;
  // In print, the style sheet writes out an address that is not visible as text.
  const hidden = address === line.text ? "" : ' class="named"';
  return `<a${hidden} href="${escaped(address)}" rel="noopener noreferrer">${text}</a>`;
}

function classOf(...names: readonly (string | false | undefined)[]): string {
  const present = names.filter((name) => name);
  return present.length > 0 ? ` class="${present.join(" ")}"` : "";
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return shown(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] as string);
}
