import type { Bundle } from "../core/analysis/analyze.ts";
import type { Format } from "../core/schema/format.ts";
import type { LanguageId } from "../messages/language.ts";
import { shown } from "./content.ts";
import type { Grid } from "./grid.ts";
import type { ImportError } from "./import-error.ts";
import type { Imported } from "./imported.ts";
import { VERSION } from "./marks.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import { reportBreaches } from "./reading/breaches.ts";
import { CollectedAnswers } from "./reading/collected.ts";
import type { ReadingContext } from "./reading/context.ts";
import { readKeyed } from "./reading/keyed.ts";
import { readList } from "./reading/list.ts";
import { Log } from "./reading/log.ts";
import { type Mark, type Marked, markOf } from "./reading/marked.ts";
import { openSheet } from "./reading/open.ts";
import { readOther } from "./reading/other.ts";
import { readQuestions } from "./reading/questions.ts";
import { settle } from "./reading/settle.ts";
import { isStripped } from "./reading/stripped.ts";
import { textsOfForms } from "./static-texts.ts";
import { place } from "./tree.ts";

interface Sheet {
  readonly grid: Grid;
  readonly mark: Mark | undefined;
}

/** Reads a filled-in questionnaire, however its sheets were edited. Reports what it cannot read as an answer instead of guessing. */
export function readForm(bundle: Bundle, grids: readonly Grid[], language: LanguageId): Imported | ImportError {
  const sheets: readonly Sheet[] = grids.map((grid) => ({ grid, mark: markOf(grid) }));
  const version = sheets.flatMap(({ mark }) => (mark && mark.version !== VERSION ? [mark.version] : []))[0];
  if (version !== undefined) return { kind: "version", version };
  if (!sheets.some(({ mark }) => mark && mark.kind !== "choices")) {
    const isOurs = grids.some((grid) => isStripped(grid, textsOfForms(bundle)));
    return isOurs ? { kind: "stripped" } : { kind: "foreign", sheets: grids.map(({ name }) => name) };
  }
  const log = new Log(textsIn(sheets) ?? textsOfForms(bundle).texts);
  const messages = questionnaireMessages[language];
  const collected = new CollectedAnswers(log);
  const context: ReadingContext = { bundle, format: bundle.format, language, messages, log, collected };
  const opened = sheets.flatMap(({ grid, mark }) => openSheet(context, grid, mark) ?? []);
  for (const sheet of opened) readSheet(sheet, context);
  const settled = settle(context);
  // last, because values of an item follow it to its new place
  const kept = readOther(
    opened.filter(({ mark }) => mark.kind === "other"),
    context,
    settled,
  );
  addConstants(bundle.format, settled.facts);
  reportBreaches(context, settled.facts, kept);
  return importedOf(log, settled.facts, grids);
}

/** The static texts that the file's hidden sheet lists; undefined if someone deleted that sheet. */
function textsIn(sheets: readonly Sheet[]): ReadonlySet<string> | undefined {
  const sheet = sheets.find(({ mark }) => mark?.kind === "choices");
  if (!sheet) return undefined;
  const { grid, mark } = sheet;
  return new Set(
    grid.cells.filter(({ row, column }) => column === mark?.column && row > mark.row).map(({ content }) => shown(content)),
  );
}

function readSheet(sheet: Marked, context: ReadingContext): void {
  switch (sheet.mark.kind) {
    case "questions":
      context.collected.open(sheet);
      readQuestions(sheet, context);
      break;
    case "keyed":
      context.collected.open(sheet);
      readKeyed(sheet, context);
      break;
    case "list":
      readList(sheet, context);
      break;
    case "other":
      break;
    default:
      for (const [, cells] of sheet.rows) for (const cell of cells) context.log.checkStatic(sheet, cell);
  }
}

/** Adds the facts that have only one value, such as the format's version. */
function addConstants({ root }: Format, facts: Record<string, unknown>): void {
  for (const [name, { const: value }] of Object.entries(root.properties ?? {})) {
    if (value !== undefined && !Object.hasOwn(facts, name)) facts[name] = value;
  }
}

/** The result, with problems and remarks in the order of the sheets. */
function importedOf({ problems, remarks }: Log, facts: Record<string, unknown>, grids: readonly Grid[]): Imported {
  // a remark on an unanswered question needs a key to be the comment of
  for (const { path } of remarks) if (path) place(facts, path, null);
  const order = new Map(grids.map(({ name }, index) => [name, index]));
  const bySheet = (a: { sheet: string }, b: { sheet: string }) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0);
  return { facts, problems: problems.toSorted(bySheet), remarks: remarks.toSorted(bySheet) };
}
