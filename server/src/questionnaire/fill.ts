import { type Field, type Format, propertyOf } from "../core/schema/format.ts";
import { type Path, pointer } from "../core/yaml/node.ts";
import type { LanguageId } from "../messages/language.ts";
import { readItems, written } from "./answer.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import type { QuestionnaireMessages } from "./messages/questionnaire-messages.ts";
import { EACH, type ListTable, outlineOf, type Question } from "./outline.ts";
import { type Rest, restOf } from "./rest.ts";
import { type Data, isMapping } from "./tree.ts";

/** A list item, as the cells of its row. */
export interface FilledItem {
  /** Its JSON Pointer in the profile. Values of the item that have no cell refer to it. */
  readonly pointer: string;
  /** By the dotted path of the column. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** A profile's values, as the cells of a questionnaire. */
export interface Filled {
  /** By the dotted path of the question. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** By the dotted path of the list. */
  readonly items: ReadonlyMap<string, readonly FilledItem[]>;
  /** The dotted paths of the lists that the profile states to be empty. */
  readonly none: ReadonlySet<string>;
  readonly rest: readonly Rest[];
}

/**
 * Puts the values of a profile into cells. A value goes into a cell only if reading the cell returns the same value. Everything else
 * goes into `rest`, so nothing is lost whatever the profile holds.
 */
export function fill(format: Format, data: unknown, language: LanguageId): Filled {
  const filler = new Filler(format, language);
  filler.mapping(format.root, data, []);
  return filler;
}

/** No answers at all. */
export const BLANK: Filled = { answers: new Map(), items: new Map(), none: new Set(), rest: [] };

class Filler implements Filled {
  readonly answers = new Map<string, readonly string[]>();
  readonly items = new Map<string, FilledItem[]>();
  readonly none = new Set<string>();
  readonly rest: Rest[] = [];
  readonly #format: Format;
  readonly #language: LanguageId;
  readonly #messages: QuestionnaireMessages;
  readonly #questions: ReadonlyMap<string, Question>;
  readonly #tables: ReadonlyMap<string, ListTable>;
  /** The dotted paths of the lists whose sheet has a cell for “There are none”. */
  readonly #canBeNone: ReadonlySet<string>;

  constructor(format: Format, language: LanguageId) {
    const { sections, tables, keyed } = outlineOf(format);
    const each = keyed.flatMap(({ path, keys, columns }) =>
      keys.flatMap((key) => columns.map((column) => ({ ...column, path: [...path, key, ...column.path] }))),
    );
    const lists = keyed.flatMap(({ keys, lists }) =>
      keys.flatMap((key) => lists.map((list) => ({ ...list, path: list.path.map((step) => (step === EACH ? key : step)) }))),
    );
    this.#format = format;
    this.#language = language;
    this.#messages = questionnaireMessages[language];
    this.#questions = byPath([...sections.flatMap(({ questions }) => questions), ...each]);
    this.#tables = byPath([...tables, ...lists]);
    this.#canBeNone = new Set(tables.map(({ path }) => path.join(".")));
  }

  mapping(field: Field, data: unknown, path: Path): void {
    if (!isMapping(data)) {
      this.#keep(path, data);
      return;
    }
    for (const [name, value] of Object.entries(data)) {
      const child = propertyOf(field, name);
      const below = [...path, name];
      if (value === null) continue;
      if (!child) this.#keep(below, value);
      else this.#value(child, value, below);
    }
  }

  #value(field: Field, value: unknown, path: Path): void {
    const id = path.join(".");
    const table = this.#tables.get(id);
    const question = this.#questions.get(id);
    if (table) this.#table(table, value, path);
    else if (question) {
      const texts = this.#texts(question, value);
      if (texts) this.answers.set(id, texts);
      else this.#keep(path, value);
    } else if (field.type === "object") this.mapping(field, value, path);
    // importing writes constants, such as the format's version, again
    else if (field.const === undefined || field.const !== value) this.#keep(path, value);
  }

  #table({ field, columns }: ListTable, value: unknown, path: Path): void {
    if (!Array.isArray(value)) {
      this.#keep(path, value);
      return;
    }
    const id = path.join(".");
    if (value.length === 0) {
      if (field.minItems || !this.#canBeNone.has(id)) this.#keep(path, value);
      else this.none.add(id);
      return;
    }
    const rest: Rest[] = [];
    const items: FilledItem[] = [];
    for (const [index, item] of value.entries()) {
      const answers = new Map<string, readonly string[]>();
      if (!isMapping(item)) {
        this.#keep(path, value);
        return;
      }
      this.#item(columns, item, [], [...path, index], answers, rest);
      // an import would not read a row without answers as an item
      if (answers.size === 0) {
        this.#keep(path, value);
        return;
      }
      items.push({ pointer: pointer([...path, index]), answers });
    }
    this.items.set(id, items);
    this.rest.push(...rest);
  }

  #item(
    columns: readonly Question[],
    data: Data,
    parent: readonly string[],
    path: Path,
    answers: Map<string, readonly string[]>,
    rest: Rest[],
  ): void {
    for (const [name, value] of Object.entries(data)) {
      if (value === null) continue;
      const below = [...parent, name];
      const column = columns.find((column) => column.path.join(".") === below.join("."));
      const texts = column && this.#texts(column, value);
      const hasColumnsBelow = columns.some(
        (column) => column.path.length > below.length && below.every((step, at) => column.path[at] === step),
      );
      if (texts) answers.set(below.join("."), texts);
      else if (hasColumnsBelow && isMapping(value)) this.#item(columns, value, below, [...path, name], answers, rest);
      else rest.push(restOf([...path, name], value));
    }
  }

  /** The texts of a question's cells; undefined if reading them would not return the same value. */
  #texts({ field, one, isList }: Question, value: unknown): readonly string[] | undefined {
    const format = this.#format;
    if (!isList) {
      const text = written(format, one, value, this.#language);
      return text === undefined || text === "" ? undefined : [text];
    }
    if (!Array.isArray(value)) return undefined;
    if (value.length === 0) return field.minItems ? undefined : [this.#messages.none];
    const texts = value.map((item) => written(format, one, item, this.#language));
    const items = texts.map((text) => (text === undefined ? undefined : readItems(format, field, { kind: "text", text })));
    const isSame = items.every((read, index) => read?.length === 1 && read[0] === value[index]);
    const isKept = isSame && !(field.uniqueItems && new Set(value).size < value.length);
    return isKept ? (texts as string[]) : undefined;
  }

  #keep(path: Path, value: unknown): void {
    this.rest.push(restOf(path, value));
  }
}

function byPath<T extends { readonly path: readonly string[] }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.path.join("."), item]));
}
