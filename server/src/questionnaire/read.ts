import type { Bundle } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Grid, shown } from "./grid.ts";
import type { ImportError } from "./import-error.ts";
import type { Imported } from "./imported.ts";
import { VERSION } from "./marks.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
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
    return { kind: "foreign", sheets: grids.map(({ name }) => name) };
  }
  const log = new Log(textsIn(sheets) ?? textsOfForms(bundle));
  const messages = questionnaireMessages[language];
  const context: ReadingContext = { format: bundle.format, language, messages, log, collected: new CollectedAnswers(log) };
  const isOther = ({ mark }: Sheet) => mark?.kind === "other";
  for (const { grid, mark } of sheets.filter((sheet) => !isOther(sheet))) {
    const sheet = openSheet(context, grid, mark);
    if (sheet) readSheet(sheet, context);
  }
  const settled = settle(context);
  // last, because values of an item follow it to its new place
  for (const { grid, mark } of sheets.filter(isOther)) {
    const sheet = openSheet(context, grid, mark);
    if (sheet) readOther(sheet, context, settled);
  }
  return importedOf(context, settled.facts, grids);
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
  const { kind } = sheet.mark;
  if (kind === "questions") readQuestions(sheet, context);
  else if (kind === "list") readList(sheet, context);
  else if (kind === "keyed") readKeyed(sheet, context);
  else for (const [, cells] of sheet.rows) for (const cell of cells) context.log.checkStatic(sheet, cell);
}

/** The result, with problems and remarks in the order of the sheets. */
function importedOf({ format, log }: ReadingContext, facts: Record<string, unknown>, grids: readonly Grid[]): Imported {
  for (const [name, { const: value }] of Object.entries(format.root.properties ?? {})) {
    if (value !== undefined && !Object.hasOwn(facts, name)) facts[name] = value;
  }
  const { problems, remarks } = log;
  // a remark on an unanswered question needs a key to be the comment of
  for (const { path } of remarks) if (path) place(facts, path, null);
  const order = new Map(grids.map(({ name }, index) => [name, index]));
  const bySheet = (a: { sheet: string }, b: { sheet: string }) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0);
  return { facts, problems: problems.toSorted(bySheet), remarks: remarks.toSorted(bySheet) };
}
