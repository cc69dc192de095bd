import type { Verdict } from "../../core/evaluation/verdict.ts";
import type { Format } from "../../core/schema/format.ts";
import type { Row, Standard } from "../../core/standard/standard.ts";
import type { Status } from "../../core/standard/status.ts";
import { version } from "../../generated/version.ts";
import type { CoreMessages, LanguageId } from "../../messages/language.ts";
import { coreMessages } from "../../messages/render.ts";
import { type Cell, cell, type FactList, type ReportDocument, type TextLine, type Tone } from "../document.ts";
import { reportMessages } from "../messages/report.ts";
import type { ReportMessages } from "../messages/report-messages.ts";
import { listsOf } from "../sources.ts";

/** All that documents are written with. */
export interface ReportLanguage {
  readonly id: LanguageId;
  readonly language: CoreMessages;
  readonly words: ReportMessages;
}

/** The words of a language. */
export function wordsOf(id: LanguageId): ReportLanguage {
  return { id, language: coreMessages[id], words: reportMessages[id] };
}

/** What judging rests on, and what judged. */
export function basisOf(standard: Standard, format: Format, { id, language, words }: ReportLanguage): FactList["entries"] {
  const { facts } = words;
  const lists = listsOf(format).map(({ title, edition, asOf }) =>
    language.explanation.list(title[id], edition ?? undefined, asOf),
  );
  return [
    { name: facts.standard, value: cell(standardText(standard, { id, words })) },
    { name: facts.edition, value: cell(words.noEdition) },
    { name: facts.lists, value: cell(lists.join(words.comma)) },
    { name: facts.tool, value: cell(`vendor-profile ${version}`) },
  ];
}

/** What a standard is called. */
export function standardText({ city, title, id: name }: Standard, { id, words }: Pick<ReportLanguage, "id" | "words">): string {
  return words.standard(city[id], title[id], name);
}

/** A text of a profile as one line. */
export function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*[\r\n\u2028\u2029]\s*/g, " ").trim();
}

/** A cell of several lines of plain text, none of which is broken. */
export function linesOf(texts: readonly string[], tone?: Tone): Cell {
  return cellOf(
    texts.map((text) => ({ text: oneLine(text) })),
    tone,
  );
}

/** A cell of lines. */
export function cellOf(lines: readonly TextLine[], tone?: Tone): Cell {
  return { lines, ...(tone && { tone }) };
}

/** The first of some facts, as what tells a document from others. */
export function labelsOf(entries: FactList["entries"], count: number): ReportDocument["labels"] {
  return entries.slice(0, count).map(({ name, value }) => ({ name, value: value.lines.map(({ text }) => text).join(" ") }));
}

/** What a profile names, or that it does not. */
export function statedOf(value: string | null, { words }: ReportLanguage): Cell {
  return value === null ? cell(words.notStated, "open") : cell(oneLine(value));
}

/** What the standard calls a class. */
export function classTitle({ classes }: Standard, classification: string, { id }: ReportLanguage): string {
  return classes[classification]?.title[id] ?? classification;
}

/** What a class obliges to in a row, as one word. */
export function obligationText(row: Row, classification: string, { language }: ReportLanguage): string {
  const is = row.obligation[classification]?.is ?? "none";
  if (is === "required" && row.exception?.classes.includes(classification)) return language.explanation.inPrinciple;
  return language.obligations[is];
}

/** What the sign of a status means, in a word. */
export function statusWord(status: Status, { language, words }: ReportLanguage): string {
  return status === "unknown" ? words.notStated : language.explanation.statuses[status];
}

/** How a verdict looks. */
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  conforming: "good",
  nonconforming: "bad",
  undetermined: "open",
  "not-applicable": "muted",
  invalid: "bad",
};

/** How a status looks where it counts. */
export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  met: "good",
  unmet: "bad",
  unknown: "open",
  "not-applicable": "muted",
};
