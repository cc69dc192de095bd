import { type Field, type Format, propertyOf } from "../core/schema/format.ts";
import { type Path, pointer } from "../core/yaml/node.ts";
import type { LanguageId } from "../messages/language.ts";
import { saysNone, written } from "./answer.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import type { QuestionnaireMessages } from "./messages/questionnaire-messages.ts";
import { EACH, type ListTable, outlineOf, type Question } from "./outline.ts";
import { type Rest, restOf } from "./rest.ts";
import { type Data, isMapping } from "./tree.ts";

/** An item of a list, as the cells of its row. */
export interface FilledItem {
  /** Where it was in the profile: what is stated of it beside its row goes by this. */
  readonly pointer: string;
  /** By the dotted paths of the columns. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** What a profile says, as a questionnaire's cells. */
export interface Filled {
  /** By the dotted paths of the questions. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** By the dotted paths of the lists. */
  readonly items: ReadonlyMap<string, readonly FilledItem[]>;
  /** The dotted paths of the lists that are stated to have no items. */
  readonly none: ReadonlySet<string>;
  readonly rest: readonly Rest[];
}

/**
 * Puts what a profile says into cells. A value goes to a cell only where reading that cell gives the value again; all else is the
 * rest, so that nothing is lost whatever the profile holds.
 */
export function fill(format: Format, data: unknown, language: LanguageId): Filled {
  const filler = new Filler(format, language);
  filler.mapping(format.root, data, []);
  return filler;
}

/** A questionnaire without answers. */
export const BLANK: Filled = { answers: new Map(), items: new Map(), none: new Set(), rest: [] };

class Filler implements Filled {
  readonly answers = new Map<string, readonly string[]>();
  readonly items = new Map<string, FilledItem[]>();
  readonly none = new Set<string>();
  readonly rest: Rest[] = [];
  readonly #format: Format;
  readonly #language: LanguageId;
  readonly #words: QuestionnaireMessages;
  readonly #questions: ReadonlyMap<string, Question>;
  readonly #tables: ReadonlyMap<string, ListTable>;
  /** The lists whose table has a cell for saying that there is nothing. */
  readonly #emptied: ReadonlySet<string>;

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
    this.#words = questionnaireMessages[language];
    this.#questions = byPath([...sections.flatMap(({ questions }) => questions), ...each]);
    this.#tables = byPath([...tables, ...lists]);
    this.#emptied = new Set(tables.map(({ path }) => path.join(".")));
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
    // the format's version is written anew
    else if (field.const === undefined || field.const !== value) this.#keep(path, value);
  }

  #table({ field, columns }: ListTable, value: unknown, path: Path): void {
    if (!Array.isArray(value)) {
      this.#keep(path, value);
      return;
    }
    const id = path.join(".");
    if (value.length === 0) {
      if (field.minItems || !this.#emptied.has(id)) this.#keep(path, value);
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
      // a row without an answer would be no item
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
    within: readonly string[],
    path: Path,
    answers: Map<string, readonly string[]>,
    rest: Rest[],
  ): void {
    for (const [name, value] of Object.entries(data)) {
      if (value === null) continue;
      const below = [...within, name];
      const column = columns.find((column) => column.path.join(".") === below.join("."));
      const texts = column && this.#texts(column, value);
      const isWithin = columns.some(
        (column) => column.path.length > below.length && below.every((step, at) => column.path[at] === step),
      );
      if (texts) answers.set(below.join("."), texts);
      else if (isWithin && isMapping(value)) this.#item(columns, value, below, [...path, name], answers, rest);
      else rest.push(restOf([...path, name], value));
    }
  }

  /** The texts of a question's cells; undefined where they would not be read as the value again. */
  #texts({ field, one, isList }: Question, value: unknown): readonly string[] | undefined {
    const format = this.#format;
    if (!isList) {
      const text = written(format, one, value, this.#language);
      return text === undefined || text === "" ? undefined : [text];
    }
    if (!Array.isArray(value)) return undefined;
    if (value.length === 0) return field.minItems ? undefined : [this.#words.none];
    const texts: string[] = [];
    for (const item of value) {
      const text = written(format, one, item, this.#language);
      if (text === undefined || text === "" || saysNone(format, field, { kind: "text", text })) return undefined;
      texts.push(text);
    }
    return texts;
  }

  #keep(path: Path, value: unknown): void {
    this.rest.push(restOf(path, value));
  }
}

function byPath<T extends { readonly path: readonly string[] }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.path.join("."), one]));
}
