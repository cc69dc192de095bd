import { type Field, type Format, keysOf } from "../core/schema/format.ts";

/** The placeholder for a key in the paths of a keyed table's lists. */
export const EACH = "*";

/** A fact that the questionnaire asks for: one value, or a list of values. */
export interface Question {
  /** From the root of the profile, or from the list item for columns. */
  readonly path: readonly string[];
  readonly field: Field;
  /** The field of a single answer: `field` itself, or the list's items. */
  readonly one: Field;
  readonly isList: boolean;
}

/** The questions under one heading. */
export interface Section {
  readonly path: readonly string[];
  /** From the root down; their titles make up the heading. */
  readonly fields: readonly Field[];
  readonly questions: readonly Question[];
}

/** A list of objects: a row for each item. */
export interface ListTable {
  readonly path: readonly string[];
  readonly field: Field;
  readonly columns: readonly Question[];
}

/** An object with a fixed set of keys, the rows of the standard: a row for each key. */
export interface KeyedTable {
  readonly path: readonly string[];
  readonly keys: readonly string[];
  /** Each with the keys that it applies to. */
  readonly columns: readonly (Question & { readonly keys: ReadonlySet<string> })[];
  /** The lists below each key; their paths have EACH in place of the key. */
  readonly lists: readonly ListTable[];
}

/** Everything that a profile can state, arranged as questions. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly tables: readonly ListTable[];
  readonly keyed: readonly KeyedTable[];
}

const outlines = new WeakMap<Format, Outline>();

/** The questions, in the format's order. Values directly at the root describe the file, so there is no question for them. */
export function outlineOf(format: Format): Outline {
  const cached = outlines.get(format);
  if (cached) return cached;
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

/** The keys of a mapping with their fields, in the format's order. */
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

/** The values in a list item, including those in nested mappings. A nested list of mappings gets no column. */
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
      const entry = columns.get(id) ?? { ...column, keys: new Set<string>() };
      columns.set(id, entry);
      entry.keys.add(key);
    }
    for (const [name, list] of childrenOf(child)) {
      if (!isTable(list) || lists.has(name)) continue;
      lists.set(name, { path: [...path, EACH, name], field: list, columns: columnsOf(list.items as Field) });
    }
  }
  return { path, keys, columns: [...columns.values()], lists: [...lists.values()] };
}
