import type { Bundle } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Grid, shown } from "./grid.ts";
import type { ImportError } from "./import-error.ts";
import type { Imported } from "./imported.ts";
import { VERSION } from "./marks.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import type { ReadingContext } from "./reading/context.ts";
import { Answers } from "./reading/given.ts";
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

/** Reads a filled-in questionnaire, whatever was done to its sheets; what cannot be read as an answer is told, never guessed. */
export function readForm(bundle: Bundle, grids: readonly Grid[], language: LanguageId): Imported | ImportError {
  const sheets: readonly Sheet[] = grids.map((grid) => ({ grid, mark: markOf(grid) }));
  const version = sheets.flatMap(({ mark }) => (mark && mark.version !== VERSION ? [mark.version] : []))[0];
  if (version !== undefined) return { kind: "version", version };
  if (!sheets.some(({ mark }) => mark && mark.kind !== "choices")) {
    return { kind: "foreign", sheets: grids.map(({ name }) => name) };
  }
  const log = new Log(textsIn(sheets) ?? textsOfForms(bundle));
  const words = questionnaireMessages[language];
  const context: ReadingContext = { format: bundle.format, language, words, log, given: new Answers(log) };
  const isOther = ({ mark }: Sheet) => mark?.kind === "other";
  for (const { grid, mark } of sheets.filter((sheet) => !isOther(sheet))) {
    const sheet = openSheet(context, grid, mark);
    if (sheet) readSheet(sheet, context);
  }
  const settled = settle(context);
  // what belongs to an item goes where that has come to stand
  for (const { grid, mark } of sheets.filter(isOther)) {
    const sheet = openSheet(context, grid, mark);
    if (sheet) readOther(sheet, context, settled);
  }
  return importedOf(context, settled.facts, grids);
}

/** The texts that are only to be read, as the file lists them; undefined where that sheet has gone. */
function textsIn(sheets: readonly Sheet[]): ReadonlySet<string> | undefined {
  const found = sheets.find(({ mark }) => mark?.kind === "choices");
  if (!found) return undefined;
  const { grid, mark } = found;
  return new Set(
    grid.cells.filter(({ row, column }) => column === mark?.column && row > mark.row).map(({ content }) => shown(content)),
  );
}

function readSheet(sheet: Marked, context: ReadingContext): void {
  const { kind } = sheet.mark;
  if (kind === "questions") readQuestions(sheet, context);
  else if (kind === "list") readList(sheet, context);
  else if (kind === "keyed") readKeyed(sheet, context);
  else for (const [, cells] of sheet.rows) for (const cell of cells) context.log.static(sheet, cell);
}

/** What was read, in the order of the sheets. */
function importedOf({ format, log }: ReadingContext, facts: Record<string, unknown>, grids: readonly Grid[]): Imported {
  for (const [name, { const: value }] of Object.entries(format.root.properties ?? {})) {
    if (value !== undefined && !Object.hasOwn(facts, name)) facts[name] = value;
  }
  const { problems, remarks } = log;
  // what is remarked where nothing is stated has a place as well
  for (const { path } of remarks) if (path) place(facts, path, null);
  const order = new Map(grids.map(({ name }, index) => [name, index]));
  const bySheet = (a: { sheet: string }, b: { sheet: string }) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0);
  return { facts, problems: problems.toSorted(bySheet), remarks: remarks.toSorted(bySheet) };
}
