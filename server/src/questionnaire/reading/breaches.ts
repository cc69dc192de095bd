import { checkSchema } from "../../core/schema/check.ts";
import { type Field, fieldAt, keysOf, propertyOf } from "../../core/schema/format.ts";
import type { Path } from "../../core/yaml/node.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import { addressOf } from "../grid.ts";
import { ANSWER } from "../marks.ts";
import { areNested } from "../tree.ts";
import type { ReadingContext } from "./context.ts";
import type { Kept } from "./other.ts";

/** Reports what breaks the format though its cells were read: a required answer that is blank, a value taken over as it was. */
export function reportBreaches(context: ReadingContext, facts: unknown, kept: readonly Kept[]): void {
  const { format, log } = context;
  const text = JSON.stringify(facts);
  const root = parseSource(text).documents[0]?.root;
  const breaches = root ? checkSchema(text, root, format) : [];
  const missing = breaches.filter(({ kind }) => kind === "schema.required");
  const others = breaches.filter(({ kind }) => kind !== "schema.required");
  const isIn = (path: Path, all: typeof breaches) => all.some((breach) => areNested(breach.path, path));
  for (const { sheet, cell, path } of kept) if (isIn(path, others)) log.misfit(sheet, cell, path);
  for (const path of requiredIn(format.root)) if (isIn(path, missing) && !log.isReported(path)) reportMissing(context, path);
}

/** The paths of all required answers, in the format's order. */
function requiredIn(field: Field, path: Path = []): Path[] {
  return keysOf(field).flatMap((name) => {
    const child = propertyOf(field, name);
    if (!child || !field.required?.includes(name)) return [];
    const below = [...path, name];
    return child.type === "object" ? requiredIn(child, below) : [below];
  });
}

/** Reports a required answer at the cell for it. */
function reportMissing({ format, log, messages, collected }: ReadingContext, path: Path): void {
  const [sheet] = collected.sheetsOf("questions");
  // a sheet that lost its marks has been reported, with all of its answers
  if (!sheet && log.problems.some(({ kind }) => kind === "stripped")) return;
  const find = (marks: ReadonlyMap<number, string> = new Map(), mark: string) =>
    [...marks].find(([, text]) => text === mark)?.[0];
  const row = find(sheet?.rowMarks, path.join("."));
  const column = find(sheet?.columnMarks, ANSWER);
  const address = row === undefined || column === undefined ? "" : addressOf(row, column);
  const fact = (fieldAt(format, path) ?? format.root).title;
  log.missing(sheet?.grid.name ?? messages.sheets.questions, address, path, fact);
}
