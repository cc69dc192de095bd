import type { Kind } from "../findings/finding.ts";
import { type Format, fieldAt } from "../schema/format.ts";
import { ANY, factsOfRow } from "../standard/facts.ts";
import { type Row, riskOf, rowOf, type Standard, type Text } from "../standard/standard.ts";
import type { Language } from "./language.ts";

/** A requirement's full text as Markdown: mended and to the letter, its risk, its obligations, and what decides it. */
export function rowPage(row: Row, standard: Standard, format: Format, { id, page }: Language): string {
  const texts = [row.requirement, row.risk, ...Object.values(row.obligation).map(({ text }) => text)];
  // cells of one row share slips
  const corrections = new Map(
    texts.flatMap(({ corrections }) => corrections ?? []).map((correction) => [correction.from, correction]),
  );
  const group = standard.alternatives.find(({ rows }) => rows.includes(row.no));
  const risk = riskOf(standard, row);
  const lines = [
    `# ${page.row(row)}`,
    `${standard.title[id]} / ${row.category[id]}`,
    `## ${standard.columns.requirement?.[id]}`,
    row.requirement[id],
    `## ${standard.columns.risk?.[id]}`,
    row.riskFrom === undefined ? risk[id] : `${risk[id]}\n\n${page.inherited(rowOf(standard, row.riskFrom))}`,
    `## ${page.obligations}`,
    Object.entries(row.obligation)
      .map(([name, { text }]) => `- ${standard.columns[name]?.[id] ?? name}: ${text[id]}`)
      .join("\n"),
    ...(group ? [page.alternatives(group.rows, group.classes)] : []),
    `## ${page.remedy}`,
    row.remedy[id],
    factsUsed(row, format, id)
      .map((line) => `- ${line}`)
      .join("\n"),
    `## ${page.original}`,
    quote(row.requirement),
    ...(corrections.size > 0
      ? [
          `## ${page.corrections}`,
          [...corrections.values()]
            .map(({ from, to, reason }) => `- 「${from}」 → ${to === null ? page.unclear : `「${to}」`}: ${reason[id]}`)
            .join("\n"),
        ]
      : []),
  ];
  return `${lines.join("\n\n")}\n`;
}

/** What a kind of finding means. */
export function kindPage(kind: Kind, { kinds }: Language): string {
  return `# ${kind}\n\n${kinds[kind]}\n`;
}

function quote({ original }: Text): string {
  return original
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

/** The facts that a row looks at, each with its title; of a list of plain values, the list. */
function factsUsed(row: Row, format: Format, language: "ja" | "en"): string[] {
  return factsOfRow(row).map(({ pattern }) => {
    const named = pattern.at(-1) === ANY ? pattern.slice(0, -1) : pattern;
    const title = fieldAt(
      format,
      named.map((step) => (step === ANY ? 0 : step)),
    )?.title;
    return `\`${named.join(".").replaceAll(`.${ANY}`, ANY)}\`${title ? ` ${title[language]}` : ""}`;
  });
}
