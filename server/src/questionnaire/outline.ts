import { type Field, type Format, keysOf } from "../core/schema/format.ts";

/** Stands for a row's number in the paths of what is stated for each of them. */
export const EACH = "*";

/** One fact that is asked for: a value, or several of one kind. */
export interface Question {
  /** From the profile, or from the item of the list that it is in. */
  readonly path: readonly string[];
  readonly field: Field;
  /** What one answer is: the field itself, or an item of the list that it is. */
  readonly one: Field;
  readonly isList: boolean;
}

/** Questions under one heading. */
export interface Section {
  readonly path: readonly string[];
  /** From the root: their titles make the heading. */
  readonly fields: readonly Field[];
  readonly questions: readonly Question[];
}

/** A list of things of one kind: a row for each. */
export interface ListTable {
  readonly path: readonly string[];
  readonly field: Field;
  readonly columns: readonly Question[];
}

/** What is stated for each of some names, the rows of the standard. */
export interface KeyedTable {
  readonly path: readonly string[];
  readonly keys: readonly string[];
  /** Each with the names that have it. */
  readonly columns: readonly (Question & { readonly keys: ReadonlySet<string> })[];
  /** Lists below each name; their paths have EACH in the place of the name. */
  readonly lists: readonly ListTable[];
}

/** Everything that a profile can say, as it can be asked. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly tables: readonly ListTable[];
  readonly keyed: readonly KeyedTable[];
}

const outlines = new WeakMap<Format, Outline>();

/** What there is to ask, in the format's order. What stands at the root itself is about the file, and is not asked. */
export function outlineOf(format: Format): Outline {
  const known = outlines.get(format);
  if (known) return known;
  const sections: Section[] = [];
  const tables: ListTable[] = [];
  const keyed: KeyedTable[] = [];
  const walk = (field: Field, path: readonly string[], fields: readonly Field[]): void => {
    const questions: Question[] = [];
    const section: Section = { path, fields, questions };
    if (path.length > 0) sections.push(section);
    for (const [name, child] of childrenOf(field)) {
      const below = [...path, name];
      if (child.order) keyed.push(keyedTable(child, below));
      else if (child.type === "object") walk(child, below, [...fields, child]);
      else if (isTable(child)) tables.push({ path: below, field: child, columns: columnsOf(child.items as Field) });
      else if (path.length > 0) questions.push(questionOf(child, below));
    }
  };
  walk(format.root, [], []);
  const outline = { sections: sections.filter(({ questions }) => questions.length > 0), tables, keyed };
  outlines.set(format, outline);
  return outline;
}

/** The keys of a mapping with what may stand behind them, in the format's order. */
function childrenOf(field: Field): (readonly [string, Field])[] {
  return keysOf(field).flatMap((name) => {
    const child = field.properties?.[name];
    return child ? [[name, child] as const] : [];
  });
}

function isTable(field: Field): boolean {
  return field.type === "array" && field.items?.type === "object";
}

function questionOf(field: Field, path: readonly string[]): Question {
  const isList = field.type === "array" && field.items !== undefined;
  return { path, field, one: isList ? (field.items as Field) : field, isList };
}

/** The values in an item, those in mappings within it too; a list of mappings within it has no column. */
function columnsOf(item: Field, path: readonly string[] = []): Question[] {
  return childrenOf(item).flatMap(([name, child]) => {
    if (child.type === "object") return columnsOf(child, [...path, name]);
    return isTable(child) ? [] : [questionOf(child, [...path, name])];
  });
}

function keyedTable(field: Field, path: readonly string[]): KeyedTable {
  const keys = keysOf(field);
  const columns = new Map<string, Question & { keys: Set<string> }>();
  const lists = new Map<string, ListTable>();
  for (const [key, child] of childrenOf(field)) {
    for (const column of columnsOf(child)) {
      const id = column.path.join(".");
      const known = columns.get(id) ?? { ...column, keys: new Set<string>() };
      columns.set(id, known);
      known.keys.add(key);
    }
    for (const [name, list] of childrenOf(child)) {
      if (!isTable(list) || lists.has(name)) continue;
      lists.set(name, { path: [...path, EACH, name], field: list, columns: columnsOf(list.items as Field) });
    }
  }
  return { path, keys, columns: [...columns.values()], lists: [...lists.values()] };
}
