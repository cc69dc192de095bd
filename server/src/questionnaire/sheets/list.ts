import type { FilledItem } from "../fill.ts";
import { idOf, NONE, placeMark, REMARK } from "../marks.ts";
import { EACH, type KeyedTable, type ListTable, type Question } from "../outline.ts";
import type { FormContext } from "./context.ts";
import { FREE, inputOf, widthOf } from "./input.ts";
import { rowsServed, rowText } from "./requirement.ts";
import { type FormRow, type FormSheet, HIDDEN } from "./sheet.ts";
import { staticRow } from "./static-row.ts";
import { askedOf, titled } from "./wording.ts";

/** Empty rows after the items. */
const SPARE_ROWS = 8;
/** The least number of cells that a row has for an answer of several choices. */
const MIN_LIST_COLUMNS = 4;

/** A column for a question. One that takes several answers has several columns, by index. */
interface QuestionColumn {
  readonly question: Question;
  readonly index: number;
  readonly asked: string;
  readonly explanation: string;
}

/** An item with the name of its requirement, empty if the list has none. */
interface NamedItem {
  readonly item: FilledItem;
  readonly name: string;
}

/** The sheet of a list, with a row for each item. */
export function listSheet(context: FormContext, table: ListTable, name: string, keyed?: KeyedTable): FormSheet {
  const { bundle, language, messages, filled } = context;
  const { heads, eachRow, forCity, noneOf, none, serves } = messages;
  const { path, field } = table;
  const id = path.join(".");
  const title = field.title[language];
  const itemTitle = (field.items ?? field).title[language];
  const items = itemsOf(context, path, keyed);
  const columns = columnsOf(context, table, keyed, items);
  const names = keyed?.keys.map((key) => rowText(context, key));
  const nameCell = <T>(cell: T) => (names ? [cell] : []);
  const about = [keyed ? forCity : "", eachRow(itemTitle), keyed ? "" : serves(rowsServed(bundle.standard, path))];
  const canBeEmpty = !keyed && !field.minItems;
  const denial: FormRow = {
    mark: NONE,
    style: "item",
    cells: [{ text: noneOf(itemTitle) }, { text: filled.none.has(id) ? none : "", input: { choices: [none], isOpen: false } }],
  };
  const rowOfItem = (named?: NamedItem): FormRow => ({
    mark: named ? placeMark(named.item.pointer) : "",
    style: "item",
    cells: [
      ...nameCell({ text: named?.name ?? "", input: { choices: names ?? [], isOpen: false } }),
      ...columns.map(({ question, index }) => ({
        text: named?.item.answers.get(question.path.join("."))?.[index] ?? "",
        input: inputOf(context, question, index === 0),
      })),
      { text: "", input: FREE },
    ],
  });
  return {
    kind: "list",
    name,
    path,
    columns: [
      HIDDEN,
      ...nameCell({ mark: EACH, width: 26 }),
      ...columns.map(({ question }) => ({ mark: idOf(question), width: widthOf(bundle.format, question) })),
      { mark: REMARK, width: 24 },
    ],
    rows: [
      staticRow("title", [title]),
      ...about.filter((text) => text !== "").map((text) => staticRow("text", [text])),
      ...(canBeEmpty ? [denial] : []),
      staticRow("head", [
        ...nameCell(heads.row),
        ...columns.map(({ question, index, asked }) => (question.isList ? `${asked} ${index + 1}` : asked)),
        heads.remark,
      ]),
      staticRow("hint", [...nameCell(""), ...columns.map(({ index, explanation }) => (index === 0 ? explanation : "")), ""]),
      ...items.map(rowOfItem),
      ...Array.from({ length: SPARE_ROWS }, () => rowOfItem()),
    ],
  };
}

/** The profile's items of the list. */
function itemsOf(context: FormContext, path: readonly string[], keyed: KeyedTable | undefined): NamedItem[] {
  const named = (id: string, name: string) => (context.filled.items.get(id) ?? []).map((item) => ({ item, name }));
  if (!keyed) return named(path.join("."), "");
  return keyed.keys.flatMap((key) => named(path.map((step) => (step === EACH ? key : step)).join("."), rowText(context, key)));
}

/** A column for each question; as many as the longest answer needs for those that take several. */
function columnsOf(
  context: FormContext,
  { path, columns }: ListTable,
  keyed: KeyedTable | undefined,
  items: readonly NamedItem[],
): QuestionColumn[] {
  return columns.flatMap((question) => {
    const [asked, explanation = ""] = keyed
      ? // the city answers these, and its sheets use the titles of the format
        titled(question.field, context.language)
      : askedOf(context, [...path, ...question.path], question.field);
    const longest = Math.max(1, ...items.map(({ item }) => item.answers.get(question.path.join("."))?.length ?? 1));
    const count = question.isList ? Math.max(MIN_LIST_COLUMNS, longest) : 1;
    return Array.from({ length: count }, (_, index) => ({ question, index, asked, explanation }));
  });
}
