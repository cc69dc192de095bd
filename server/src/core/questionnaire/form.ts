import type { Bundle } from "../analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Asked, type AskedWords, type QuestionnaireWords, questionnaireWords } from "../messages/questionnaire.ts";
import { type Field, vocabularyOf } from "../schema/format.ts";
import { ANY, factsNeeded, type Pattern, rowsOn } from "../standard/facts.ts";
import { alternativesOf, isAsked, rowOf, type Standard } from "../standard/standard.ts";
import { choicesOf, kindOf } from "./answer.ts";
import { BLANK, type Filled, type FilledItem, piecesOf } from "./fill.ts";
import { EACH, type KeyedTable, type ListTable, outlineOf, type Question } from "./outline.ts";

/** Stands first in each sheet, in a cell that is not shown; what follows tells what the sheet is. */
export const MARK = "vendor-profile";
/** The version of how answers are marked. */
export const VERSION = "1";
/** Of a row or a column: it is only to be read. */
export const STATIC = "-";
/** Of a column: it has the answers to the rows' questions. */
export const ANSWER = "=";
/** Of a column: remarks. */
export const REMARK = "#";
/** Of a row: whether a table has no rows. */
export const NONE = "[]";
/** Of a row: what it says goes on from the row above. */
export const MORE = "+";

/** Of the columns of what has no cell of its own: where it was, and what it is. */
export const POINTER = "pointer";
export const YAML = "yaml";

/** What a sheet is. */
export type SheetKind = "guide" | "questions" | "list" | "keyed" | "other" | "choices";

/** A sheet of a questionnaire in one language. */
export interface FormSheet {
  readonly kind: SheetKind;
  readonly name: string;
  /** Of its rows: a list, or what has names. */
  readonly path: readonly string[];
  /** The first is not shown: it has the rows' marks. */
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormColumn {
  readonly mark: string;
  /** In half-width characters. */
  readonly width: number;
}

export interface FormRow {
  readonly mark: string;
  readonly style: "title" | "text" | "section" | "head" | "hint" | "item";
  /** From the second column on. */
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly text: string;
  /** Present where it is to be filled in. */
  readonly input?: Input;
  /** Whether it belongs to the cell above. */
  readonly isContinued?: boolean;
  /** Whether it explains another. */
  readonly isQuiet?: boolean;
}

/** What may be filled in. */
export interface Input {
  /** Empty where any text may stand. */
  readonly choices: readonly string[];
  /** Whether something else than the choices may stand there too. */
  readonly isOpen: boolean;
}

/** A questionnaire in one language: its sheets in their order. */
export interface Form {
  readonly language: LanguageId;
  readonly title: string;
  readonly sheets: readonly FormSheet[];
}

/** Empty rows of a table, and empty cells of a list of any words. */
const SPARE_ROWS = 8;
const SPARE_CELLS = 4;
/** Cells for one answer of several choices, in a row. */
const COLUMNS_OF_LIST = 4;
/** What explains a choice may be this long altogether. */
const LONGEST_MEANINGS = 330;

const NO_INPUT: FormCell = { text: "" };
const FREE: Input = { choices: [], isOpen: true };

/** The mark of a question: of its rows, or of its columns. */
export function idOf({ path, isList }: Question): string {
  return path.join(".") + (isList ? NONE : "");
}

/** The texts that are only to be read. */
export function staticTexts({ sheets }: Form): string[] {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  return cells.flatMap(({ text, input }) => (input || text.trim() === "" ? [] : [text.trim()]));
}

/** A questionnaire, empty or with what a profile says, for a class where one is asked for. */
export function formOf(bundle: Bundle, language: LanguageId, filled: Filled = BLANK, classification?: string): Form {
  return new FormMaker(bundle, language, filled, classification).form();
}

class FormMaker {
  readonly #bundle: Bundle;
  readonly #language: LanguageId;
  readonly #filled: Filled;
  readonly #classification: string | undefined;
  readonly #words: QuestionnaireWords;
  readonly #needed: readonly Pattern[];

  constructor(bundle: Bundle, language: LanguageId, filled: Filled, classification: string | undefined) {
    this.#bundle = bundle;
    this.#language = language;
    this.#filled = filled;
    this.#classification = classification;
    this.#words = questionnaireWords[language];
    this.#needed = classification === undefined ? [] : factsNeeded(bundle.standard, classification);
  }

  form(): Form {
    const { tables, keyed } = outlineOf(this.#bundle.format);
    return {
      language: this.#language,
      title: this.#words.title,
      sheets: [
        this.#guide(),
        this.#questions(),
        ...tables.map((table) => this.#list(table, table.field.title[this.#language])),
        ...keyed.flatMap((table) => [
          this.#keyed(table),
          ...table.lists.map((list) => this.#list(list, this.#words.sheets.evidence, table)),
        ]),
        this.#other(),
      ],
    };
  }

  #guide(): FormSheet {
    const { title, sheets, guide } = this.#words;
    const rows = guide.flatMap(([heading, ...lines]) => [
      row("section", STATIC, [heading]),
      ...lines.map((line) => row("text", STATIC, [line])),
    ]);
    return {
      kind: "guide",
      name: sheets.guide,
      path: [],
      columns: [hidden, { mark: STATIC, width: 84 }],
      rows: [row("title", STATIC, [title]), ...this.#about(), ...rows],
    };
  }

  /** Whose standard, and which class. */
  #about(): FormRow[] {
    const { subtitle, forClass } = this.#words;
    const { standard } = this.#bundle;
    const title = this.#classification === undefined ? undefined : standard.classes[this.#classification]?.title;
    return [
      row("text", STATIC, [subtitle(standard.title, standard.city)]),
      ...(title ? [row("text", STATIC, [forClass(title[this.#language])])] : []),
    ];
  }

  #questions(): FormSheet {
    const { heads, sheets, title } = this.#words;
    const { sections } = outlineOf(this.#bundle.format);
    const hasNeeds = this.#classification !== undefined;
    const needs = <T>(value: T) => (hasNeeds ? [value] : []);
    const head = [heads.row, ...needs(heads.need), heads.question, heads.answer, heads.explanation, heads.remark];
    return {
      kind: "questions",
      name: sheets.questions,
      path: [],
      columns: [
        hidden,
        { mark: STATIC, width: 17 },
        ...needs({ mark: STATIC, width: 8 }),
        { mark: STATIC, width: 40 },
        { mark: ANSWER, width: 34 },
        { mark: STATIC, width: 50 },
        { mark: REMARK, width: 26 },
      ],
      rows: [
        row("title", STATIC, [title]),
        ...this.#about(),
        row("head", STATIC, head),
        ...sections.flatMap(({ fields, questions }) => [
          row("section", STATIC, [this.#heading(fields)]),
          ...questions.flatMap((question) => this.#question(question, hasNeeds)),
        ]),
      ],
    };
  }

  /** What a section is about: 「管理画面の認証・利用者側: 本市・委託先・再委託先のログイン。」 */
  #heading(fields: readonly Field[]): string {
    const title = this.#words.within(fields.map(({ title }) => title[this.#language]));
    const about = fields.findLast(({ description }) => description)?.description?.[this.#language];
    return about === undefined ? title : this.#words.meaning(title, about);
  }

  /** A question's row; of one with several answers, a row for each. */
  #question(question: Question, hasNeeds: boolean): FormRow[] {
    const { path, isList } = question;
    const [asked, explanation] = this.#asked(path, question.field);
    const answers = this.#filled.answers.get(path.join(".")) ?? [];
    const input = this.#input(question, true);
    const spare = input.choices.length > 0 ? Math.min(input.choices.length, SPARE_CELLS) : SPARE_CELLS;
    const count = isList ? Math.max(spare, answers.length + 1) : 1;
    const mark = idOf(question);
    return Array.from({ length: count }, (_, index) => {
      const isContinued = index > 0;
      const say = (text: string): FormCell => (isContinued ? { text: "", isContinued } : { text });
      return {
        mark,
        style: "item",
        cells: [
          say(this.#words.rows(this.#rowsOf(path))),
          ...(hasNeeds ? [say(this.#need(path, this.#isRequired(path)))] : []),
          say(asked),
          { text: answers[index] ?? "", input },
          { ...say(this.#explained(question, explanation)), isQuiet: true },
          { text: "", input: FREE, isContinued },
        ],
      };
    });
  }

  /** A table of a list: a row for each item. */
  #list({ path, field, columns }: ListTable, name: string, keyed?: KeyedTable): FormSheet {
    const { heads, eachRow, forCity, noneOf, none, serves } = this.#words;
    const title = field.title[this.#language];
    const item = (field.items ?? field).title[this.#language];
    const cells = columns.flatMap((column) => {
      const width = Math.max(
        1,
        ...this.#itemsAt(path, keyed).map(({ answers }) => answers.get(column.path.join("."))?.length ?? 1),
      );
      const count = column.isList ? Math.max(COLUMNS_OF_LIST, width) : 1;
      return Array.from({ length: count }, (_, index) => ({ column, index }));
    });
    const keys = keyed?.keys.map((key) => this.#keyText(key));
    const keyCells = <T>(make: (keys: readonly string[]) => T) => (keys ? [make(keys)] : []);
    const id = path.join(".");
    const canBeEmpty = !keyed && !field.minItems;
    const rowOfItem = (item: FilledItem | undefined, key = ""): FormRow => ({
      mark: item ? `#${item.pointer}` : "",
      style: "item",
      cells: [
        ...keyCells((choices) => ({ text: key, input: { choices, isOpen: false } })),
        ...cells.map(({ column, index }) => ({
          text: item?.answers.get(column.path.join("."))?.[index] ?? "",
          input: this.#input(column, index === 0),
        })),
        { text: "", input: FREE },
      ],
    });
    const items = keyed
      ? keyed.keys.flatMap((key) =>
          (this.#filled.items.get(keyPath(path, key)) ?? []).map((item) => rowOfItem(item, this.#keyText(key))),
        )
      : (this.#filled.items.get(id) ?? []).map((item) => rowOfItem(item));
    const about = [keyed ? forCity : "", eachRow(item), keyed ? "" : serves(this.#rowsOf(path))].filter((text) => text !== "");
    return {
      kind: "list",
      name,
      path,
      columns: [
        hidden,
        ...keyCells(() => ({ mark: EACH, width: 26 })),
        ...cells.map(({ column }) => ({
          mark: idOf(column),
          width: widthOf(kindOf(this.#bundle.format, column.one)),
        })),
        { mark: REMARK, width: 24 },
      ],
      rows: [
        row("title", STATIC, [title]),
        ...about.map((text) => row("text", STATIC, [text])),
        ...(canBeEmpty
          ? [
              {
                mark: NONE,
                style: "item",
                cells: [
                  { text: noneOf(item) },
                  { text: this.#filled.none.has(id) ? none : "", input: { choices: [none], isOpen: false } },
                ],
              } as const,
            ]
          : []),
        row("head", STATIC, [
          ...keyCells(() => heads.row),
          ...cells.map(({ column, index }) => {
            const [asked] = this.#asked([...path.filter((step) => step !== EACH), ...column.path], column.field, path);
            return column.isList ? `${asked} ${index + 1}` : asked;
          }),
          heads.remark,
        ]),
        row("hint", STATIC, [
          ...keyCells(() => ""),
          ...cells.map(({ column, index }) => {
            const [, explanation] = this.#asked([...path.filter((step) => step !== EACH), ...column.path], column.field, path);
            return index === 0 ? this.#explained(column, explanation, false) : "";
          }),
          "",
        ]),
        ...items,
        ...Array.from({ length: SPARE_ROWS }, () => rowOfItem(undefined)),
      ],
    };
  }

  /** A table with a row for each name. */
  #keyed({ path, keys, columns }: KeyedTable): FormSheet {
    const { heads, sheets, forCity } = this.#words;
    return {
      kind: "keyed",
      name: sheets.checks,
      path,
      columns: [
        hidden,
        { mark: STATIC, width: 26 },
        ...columns.map((column) => ({
          mark: column.path.join("."),
          width: widthOf(kindOf(this.#bundle.format, column.one)),
        })),
      ],
      rows: [
        row("title", STATIC, [sheets.checks]),
        row("text", STATIC, [forCity]),
        row("head", STATIC, [heads.row, ...columns.map(({ field }) => field.title[this.#language])]),
        ...keys.map(
          (key): FormRow => ({
            mark: key,
            style: "item",
            cells: [
              { text: this.#keyText(key) },
              ...columns.map((column): FormCell => {
                if (!column.keys.has(key)) return NO_INPUT;
                const id = [...path, key, ...column.path].join(".");
                return { text: this.#filled.answers.get(id)?.[0] ?? "", input: this.#input(column, true) };
              }),
            ],
          }),
        ),
      ],
    };
  }

  #other(): FormSheet {
    const { heads, sheets, otherNote } = this.#words;
    return {
      kind: "other",
      name: sheets.other,
      path: [],
      columns: [hidden, { mark: POINTER, width: 40 }, { mark: YAML, width: 80 }],
      rows: [
        row("title", STATIC, [sheets.other]),
        row("text", STATIC, [otherNote]),
        row("head", STATIC, [heads.place, heads.content]),
        ...this.#filled.rest.flatMap(({ pointer, yaml }) =>
          piecesOf(yaml).map(
            (text, index): FormRow => ({
              mark: index === 0 ? "" : MORE,
              style: "item",
              cells: [{ text: index === 0 ? pointer : "" }, { text }],
            }),
          ),
        ),
      ],
    };
  }

  #itemsAt(path: readonly string[], keyed: KeyedTable | undefined): readonly FilledItem[] {
    const ids = keyed ? keyed.keys.map((key) => keyPath(path, key)) : [path.join(".")];
    return ids.flatMap((id) => this.#filled.items.get(id) ?? []);
  }

  /** A row of the standard as it is called in the questionnaire; a name that is none stands for itself. */
  #keyText(key: string): string {
    const { standard } = this.#bundle;
    return standard.rows.some(({ no }) => no === key) ? this.#words.row(rowOf(standard, key)) : key;
  }

  #asked(path: readonly string[], { title, description }: Field, table?: readonly string[]): AskedWords {
    const { asked } = this.#words;
    const names = [path, ...path.map((_, index) => path.map((step, at) => (at === index ? EACH : step)))];
    const known = names.map((name) => name.join(".")).find((name): name is Asked => Object.hasOwn(asked, name));
    // what the city states goes by its title
    if (known === undefined || table?.includes(EACH)) {
      const explanation = description?.[this.#language];
      return explanation === undefined ? [title[this.#language]] : [title[this.#language], explanation];
    }
    return asked[known];
  }

  #explained({ field, one, isList }: Question, explanation = "", hasMeanings = true): string {
    const { format } = this.#bundle;
    const canBeEmpty = isList && !field.minItems && vocabularyOf(format, one) !== undefined;
    const how = this.#words.how(kindOf(format, one), isList, canBeEmpty && !explanation.includes(this.#words.none));
    return [explanation, hasMeanings ? how : "", ...(hasMeanings ? this.#meanings(one) : [])]
      .filter((text) => text !== "")
      .join("\n");
  }

  /** What the choices mean, where that is short. */
  #meanings(field: Field): string[] {
    const values = Object.values(vocabularyOf(this.#bundle.format, field)?.values ?? {});
    const lines = values.flatMap(({ description, ...title }) =>
      description ? [this.#words.meaning(title[this.#language], description[this.#language])] : [],
    );
    return lines.join("").length > LONGEST_MEANINGS ? [] : lines;
  }

  /** The first cell of a list takes that there is nothing as well. */
  #input({ field, one, isList }: Question, isFirst: boolean): Input {
    const { format } = this.#bundle;
    const choices = choicesOf(format, one, this.#words, this.#language);
    const isOpen = ["open-choice", "long-choice"].includes(kindOf(format, one));
    const none = isList && isFirst && !field.minItems && choices.length > 0 ? [this.#words.none] : [];
    return { choices: [...none, ...choices], isOpen: choices.length === 0 || isOpen };
  }

  #rowsOf(path: readonly string[]): string[] {
    return rowsOn(this.#bundle.standard, path).map(({ no }) => no);
  }

  #isRequired(path: readonly string[]): boolean {
    let field: Field | undefined = this.#bundle.format.root;
    for (const step of path) {
      if (!field?.required?.includes(step)) return false;
      field = field.properties?.[step];
    }
    return true;
  }

  #need(path: readonly string[], isRequired: boolean): string {
    const { needs } = this.#words;
    const leads = (pattern: Pattern) => path.every((step, index) => pattern[index] === step || pattern[index] === ANY);
    if (isRequired || this.#needed.some(leads)) return needs.required;
    const { standard } = this.#bundle;
    const classification = this.#classification ?? "";
    const applies = rowsOn(standard, path).some((row) => concerns(standard, row.no, classification));
    return applies ? needs.applicable : needs.optional;
  }
}

/** Whether a class asks for a row, by itself or as one of several. */
function concerns(standard: Standard, no: string, classification: string): boolean {
  return isAsked(rowOf(standard, no), classification) || alternativesOf(standard, no, classification) !== undefined;
}

const hidden: FormColumn = { mark: "", width: 4 };

function row(style: FormRow["style"], mark: string, texts: readonly string[]): FormRow {
  return { mark, style, cells: texts.map((text) => ({ text })) };
}

function widthOf(kind: ReturnType<typeof kindOf>): number {
  return {
    text: 30,
    choice: 22,
    "long-choice": 22,
    "open-choice": 24,
    boolean: 12,
    date: 14,
    integer: 10,
    "corporate-number": 18,
  }[kind];
}

function keyPath(path: readonly string[], key: string): string {
  return path.map((step) => (step === EACH ? key : step)).join(".");
}
