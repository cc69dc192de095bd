import { resolvePath } from "../evaluate/facts.ts";
import type { Kind } from "../findings/finding.ts";
import { type Format, fieldAt } from "../schema/format.ts";
import type { Condition } from "../standard/condition.ts";
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
    factsOf(row.condition, format, id)
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

/** The facts that a condition looks at, each with its title. */
function factsOf(condition: Condition, format: Format, language: "ja" | "en"): string[] {
  const facts = new Set<string>();
  collect(condition, "", facts);
  return [...facts].map((fact) => {
    const title = fieldAt(
      format,
      resolvePath(fact, []).flatMap((step) => (step === "[]" ? [0] : [step])),
    )?.title;
    return `\`${fact.replaceAll(".[]", "[]")}\`${title ? ` ${title[language]}` : ""}`;
  });
}

function collect(condition: Condition, scope: string, facts: Set<string>): void {
  const at = (fact: string) => (fact === "." ? scope : fact.startsWith(".") ? `${scope}${fact}` : fact);
  if ("fact" in condition) facts.add(at(condition.fact).replace(/\.\[\]$/, ""));
  else if ("all" in condition) for (const part of condition.all) collect(part, scope, facts);
  else if ("any" in condition) for (const part of condition.any) collect(part, scope, facts);
  else if ("each" in condition) for (const fact of condition.each) collect(condition.satisfies, at(fact), facts);
  else if ("within" in condition) collect(condition.satisfies, at(condition.within), facts);
  else if ("every" in condition) collect(condition.satisfies, `${at(condition.every)}.[]`, facts);
  else if ("some" in condition) collect(condition.satisfies, `${at(condition.some)}.[]`, facts);
  else if ("if" in condition) for (const part of [condition.if, condition.then]) collect(part, scope, facts);
}
