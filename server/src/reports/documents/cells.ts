import type { Verdict } from "../../core/evaluation/verdict.ts";
import type { Status } from "../../core/standard/status.ts";
import { type Cell, cell, type FactList, type ReportDocument, type TextLine, type Tone } from "../document.ts";
import type { ReportLanguage } from "./language.ts";

/** A text from a profile as one line. */
export function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*[\r\n\u2028\u2029]\s*/g, " ").trim();
}

/** A cell with one line per text; line breaks within a text become spaces. */
export function linesOf(texts: readonly string[], tone?: Tone): Cell {
  return cellOf(
    texts.map((text) => ({ text: oneLine(text) })),
    tone,
  );
}

export function cellOf(lines: readonly TextLine[], tone?: Tone): Cell {
  return { lines, ...(tone && { tone }) };
}

/** A value from a profile, or “not stated” for null. */
export function statedOf(value: string | null, { messages }: ReportLanguage): Cell {
  return value === null ? cell(messages.notStated, "open") : cell(oneLine(value));
}

/** The first `count` facts as labels that identify a document. */
export function labelsOf(entries: FactList["entries"], count: number): ReportDocument["labels"] {
  return entries.slice(0, count).map(({ name, value }) => ({ name, value: value.lines.map(({ text }) => text).join(" ") }));
}

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  conforming: "good",
  nonconforming: "bad",
  undetermined: "open",
  "not-applicable": "muted",
  invalid: "bad",
};

/** The tone of a status that affects the verdict. */
export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  met: "good",
  unmet: "bad",
  unknown: "open",
  "not-applicable": "muted",
};
