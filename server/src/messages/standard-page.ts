import type { Kind } from "../core/findings/finding.ts";
import { type Format, fieldAt } from "../core/schema/format.ts";
import { ANY, factsOfRow } from "../core/standard/facts.ts";
import { isJudged, type Row, riskOf, rowOf, type Standard } from "../core/standard/standard.ts";
import type { Bilingual, Correction, Text } from "../core/standard/text.ts";
import type { CoreMessages, LanguageId } from "./language.ts";

/** The standard as one document, with the lines of its rows. */
export interface StandardPage {
  /** Markdown that is also readable unrendered. */
  readonly text: string;
  /** The zero-based line of a row's heading. */
  readonly lineOfRow: (no: string) => number | undefined;
  /** The row in whose section a line lies. */
  readonly rowAtLine: (line: number) => Row | undefined;
}

const cache = new WeakMap<Standard, Map<LanguageId, StandardPage>>();

/** The whole standard: how to read it, its classes, its rows, its footnote. Cached for each standard and language. */
export function standardPage(standard: Standard, format: Format, language: CoreMessages): StandardPage {
  const pages = cache.get(standard) ?? new Map<LanguageId, StandardPage>();
  cache.set(standard, pages);
  const page = pages.get(language.id) ?? makePage(standard, format, language);
  pages.set(language.id, page);
  return page;
}

/** A page with the meaning of a kind of finding. */
export function kindPage(kind: Kind, { kinds }: CoreMessages): string {
  return `# ${kind}\n\n${kinds[kind]}\n`;
}

/** One row as on the standard's page, with the footnote if it applies. */
export function rowPage(row: Row, standard: Standard, format: Format, language: CoreMessages): string {
  const blocks = [
    SECTION + language.page.row(row),
    ...section(row, standard, format, language),
    ...(row.exception ? footnote(standard, language) : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** A table of all rows with each class's obligations, then the alternatives and exceptions. */
export function overviewPage(standard: Standard, language: CoreMessages): string {
  const { page } = language;
  const exceptions = standard.rows.flatMap(({ no, exception }) =>
    exception ? [page.exception(no, exception.carriedBy, exception.classes)] : [],
  );
  const blocks = [`# ${standard.title[language.id]}`, ...overview(standard, language), ...alternatives(standard, language)];
  return `${[...blocks, ...exceptions].join("\n\n")}\n`;
}

const SECTION = "## ";

function makePage(standard: Standard, format: Format, language: CoreMessages): StandardPage {
  const headingOf = (row: Row) => SECTION + language.page.row(row);
  const blocks = [
    ...introduction(standard, language),
    ...classes(standard, language),
    ...overview(standard, language),
    ...standard.rows.flatMap((row) => [headingOf(row), ...section(row, standard, format, language)]),
    ...alternatives(standard, language),
    ...footnote(standard, language),
  ];
  const text = `${blocks.join("\n\n")}\n`;
  const lines = text.split("\n");
  const rows = new Map(standard.rows.map((row) => [headingOf(row), row]));
  const lineOf = new Map(standard.rows.map((row) => [row.no, lines.indexOf(headingOf(row))]));
  return {
    text,
    lineOfRow: (no) => lineOf.get(no),
    rowAtLine: (line) => rows.get(lines.slice(0, line + 1).findLast((text) => text.startsWith(SECTION)) ?? ""),
  };
}

function introduction({ id: standardId, city, title, columns, classesHeading }: Standard, { id, page }: CoreMessages): string[] {
  const headings = [title, ...Object.values(columns), classesHeading];
  const marks = new Marks(headings, page.mark);
  return [
    `# ${marks.in(title, id)}`,
    `${city[id]} (\`${standardId}\`)`,
    SECTION + page.reading,
    bullets(page.notes(marks.markOf(0))),
    ...(marks.corrections.length > 0 ? [page.headingCorrections, corrections(marks, id, page)] : []),
  ];
}

function classes(standard: Standard, { id, page }: CoreMessages): string[] {
  const { classesHeading } = standard;
  return [
    SECTION + page.classes,
    broken(classesHeading[id]),
    ...Object.entries(standard.classes).flatMap(([name, { title, definition, examples }]) => [
      `### ${title[id]}`,
      `${page.definition}:${definition[id].includes("\n") ? "\n\n" : " "}${broken(definition[id])}`,
      `${page.examples}: ${broken(examples[id])}`,
      ...(isJudged(standard, name) ? [] : [page.notAsked]),
    ]),
  ];
}

function overview({ rows, columns }: Standard, { id, page, obligations }: CoreMessages): string[] {
  const names = [...new Set(rows.flatMap(({ obligation }) => Object.keys(obligation)))];
  const title = (name: string) => columns[name]?.[id] ?? name;
  const cells = [
    [title("no"), title("requirement"), ...names.map(title)],
    ["---", "---", ...names.map(() => "---")],
    ...rows.map(({ no, label, obligation, exception }) => [
      no,
      label[id],
      ...names.map((name) => {
        const is = obligation[name]?.is ?? "none";
        return exception?.classes.includes(name) ? page.footnoted(obligations[is]) : obligations[is];
      }),
    ]),
  ];
  return [SECTION + page.overview, cells.map((row) => `| ${row.join(" | ")} |`).join("\n")];
}

function section(row: Row, standard: Standard, format: Format, { id, page }: CoreMessages): string[] {
  const { columns } = standard;
  const title = (name: string) => columns[name]?.[id] ?? name;
  const risk = riskOf(standard, row);
  const cells: [name: string, text: Text][] = [
    ["requirement", row.requirement],
    ["risk", risk],
    ...(risk === row.risk ? [] : ([["risk", row.risk]] satisfies [string, Text][])),
    ...Object.entries(row.obligation).map(([name, { text }]): [string, Text] => [name, text]),
  ];
  const marks = new Marks(
    cells.map(([, text]) => text),
    page.mark,
  );
  const group = standard.alternatives.find(({ rows }) => rows.includes(row.no));
  // Cells of a row often share the same text, which is quoted once.
  const quoted = new Map(cells.flatMap(([name, text]) => (text.corrections ? [[text.original, name] as const] : [])).reverse());
  quoted.delete(row.requirement.original);
  return [
    `${title("category")}: ${row.category[id]}${row.label.ours ? `  \n${page.ours}` : ""}`,
    `### ${title("requirement")}`,
    broken(marks.in(row.requirement, id)),
    `### ${title("risk")}`,
    broken(marks.in(risk, id)),
    ...(row.riskFrom === undefined ? [] : [page.inherited(rowOf(standard, row.riskFrom))]),
    `### ${page.obligations}`,
    bullets(Object.entries(row.obligation).map(([name, { text }]) => `${title(name)}: ${marks.in(text, id)}`)),
    ...(group ? [page.alternatives(group.rows, group.classes)] : []),
    `### ${page.remedy}`,
    row.remedy[id],
    `${page.facts}:`,
    bullets(factsUsed(row, format, id)),
    `### ${page.original}`,
    quote(row.requirement),
    ...[...quoted].reverse().flatMap(([original, name]) => [`${title(name)}:`, quote({ original })]),
    ...(marks.corrections.length > 0 ? [`### ${page.corrections}`, corrections(marks, id, page)] : []),
  ];
}

function alternatives(standard: Standard, { page }: CoreMessages): string[] {
  const explained = standard.alternatives.map(({ rows: [first, ...others], classes }) =>
    page.alternativesExplained(first, others, classes),
  );
  return explained.length === 0 ? [] : [SECTION + page.alternativesHeading, bullets(explained), page.alone];
}

function footnote({ footnote, rows }: Standard, { id, page }: CoreMessages): string[] {
  const marks = new Marks([footnote], page.mark);
  return [
    SECTION + page.footnote,
    broken(marks.in(footnote, id)),
    ...rows.flatMap(({ no, exception }) => (exception ? [page.exception(no, exception.carriedBy, exception.classes)] : [])),
    `### ${page.original}`,
    quote(footnote),
    ...(marks.corrections.length > 0 ? [`### ${page.corrections}`, corrections(marks, id, page)] : []),
  ];
}

/** The numbered corrections of texts shown together. A correction that several texts share has one number. */
class Marks {
  readonly corrections: readonly Correction[];
  readonly #mark: (number: number) => string;

  constructor(texts: readonly Text[], mark: (number: number) => string) {
    const all = texts.flatMap(({ corrections = [] }) => corrections);
    this.corrections = [...new Map(all.map((correction) => [correction.from, correction])).values()];
    this.#mark = mark;
  }

  markOf(index: number): string {
    return this.#mark(index + 1);
  }

  /** The text with a mark after each corrected word; in a translation, only after corrected words that appear in it. */
  in(text: Text, id: LanguageId): string {
    const own = this.corrections.filter(({ from }) => text.corrections?.some((correction) => correction.from === from));
    const markOf = (correction: Correction) => this.markOf(this.corrections.indexOf(correction));
    if (id === "ja") return align(text, own, markOf);
    return own.reduce((marked, correction) => {
      const [first = "", ...others] = correction.to === null ? [marked] : marked.split(correction.to);
      return [first, ...others.map((rest) => correction.to + rest.replace(LETTERS, `$&${markOf(correction)}`))].join("");
    }, text[id]);
  }
}

/** A mark never splits these, so that URLs stay whole. */
const LETTERS = /^[\w/]*/;

/** Private-use characters are placeholders for marks while `align` runs. */
const PRIVATE_USE = 0xe000;

/** Marks the repaired text where its original was corrected. Otherwise the two differ only in white space and markup. */
function align({ original, ja }: Text, corrections: readonly Correction[], markOf: (correction: Correction) => string): string {
  const repaired = corrections
    .reduce(
      (text, { from, to }, index) => text.replaceAll(from, (to ?? from) + String.fromCharCode(PRIVATE_USE + index)),
      original,
    )
    .replace(/<[^<>]+>|\s/gu, "");
  let marked = "";
  let held = "";
  let at = 0;
  for (const unit of ja.split("")) {
    if (LETTERS.exec(unit)?.[0] === "") {
      marked += held;
      held = "";
    }
    marked += unit;
    if (/\s/u.test(unit)) continue;
    if (repaired[at++] !== unit) return ja;
    for (;;) {
      const correction = corrections[repaired.charCodeAt(at) - PRIVATE_USE];
      if (!correction) break;
      held += markOf(correction);
      at++;
    }
  }
  return marked + held;
}

function corrections(marks: Marks, id: LanguageId, { unclear }: CoreMessages["page"]): string {
  return bullets(
    marks.corrections.map(
      ({ from, to, reason }, index) =>
        `${marks.markOf(index)} 「${from}」 → ${to === null ? unclear : `「${to}」`}: ${reason[id]}`,
    ),
  );
}

/** As a code block in a quote, so that Markdown changes no character. */
function quote({ original }: Pick<Text, "original">): string {
  return original
    .split("\n")
    .map((line) => `>     ${line}`)
    .join("\n");
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${broken(item).replaceAll("\n", "\n  ")}`).join("\n");
}

/** Keeps line breaks in Markdown. */
function broken(text: string): string {
  return text.replaceAll("\n", "  \n");
}

/** The facts that a row depends on, with their titles; for a list of plain values, the list. */
export function namedFacts(row: Row, format: Format): { readonly path: string; readonly title: Bilingual | undefined }[] {
  return factsOfRow(row).map(({ pattern }) => {
    const named = pattern.at(-1) === ANY ? pattern.slice(0, -1) : pattern;
    const title = fieldAt(
      format,
      named.map((step) => (step === ANY ? 0 : step)),
    )?.title;
    return { path: named.join(".").replaceAll(`.${ANY}`, ANY), title };
  });
}

function factsUsed(row: Row, format: Format, language: LanguageId): string[] {
  return namedFacts(row, format).map(({ path, title }) => `\`${path}\`${title ? ` ${title[language]}` : ""}`);
}
