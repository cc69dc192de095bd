import type { Boxes, Cell, FactList, ReportBlock, ReportDocument, Table, TextLine, Tone } from "../document.ts";
import { boxesPlaced, type Columns, mostBoxes, NAME_WIDTH, placed, placedAcross, sum, widthOf } from "./grid.ts";
import type { Role } from "./style.ts";

/** Consecutive rows of a sheet. */
export interface Block {
  /** The minimum heights of its rows in points. */
  readonly heights: readonly number[];
  readonly cells: readonly BlockCell[];
  /** Whether the first row is a table's header. */
  readonly isTable?: boolean;
}

/** A cell with its position in the block. `bottom` is inclusive. */
export interface BlockCell extends Columns {
  readonly top: number;
  readonly bottom: number;
  readonly role: Role;
  readonly lines: readonly TextLine[];
  readonly tone?: Tone | undefined;
  readonly isCentred?: boolean | undefined;
  readonly isMarked?: boolean | undefined;
  /** The choices for a person, and the title of what is chosen. */
  readonly choice?: { readonly title: string; readonly values: readonly string[] } | undefined;
}

/** From this sheet width on, in half-width characters, two facts share a row. */
const MIN_WIDTH_FOR_TWO = 160;
/** In points. High enough for an 18 mm seal when a typical table is scaled to fit the page. */
const BOX_HEIGHT = 84;

/** The blocks of a document from top to bottom, beginning with its title. */
export function blocksOf({ title, parts }: ReportDocument, grid: readonly number[]): Block[] {
  return [
    across(title, "title", grid),
    ...parts.flatMap((part, index) => blockOf(part, parts[index - 1], parts[index + 1], grid)),
  ];
}

function blockOf(
  part: ReportBlock,
  before: ReportBlock | undefined,
  after: ReportBlock | undefined,
  grid: readonly number[],
): Block[] {
  switch (part.kind) {
    case "heading":
      // A heading goes beside its boxes, so that no page break separates them.
      return after?.kind === "boxes" && hasRoomBeside(after, grid) ? [] : [across(part.text, "heading", grid)];
    case "paragraph":
      return [across(part.text, "paragraph", grid, part.tone)];
    case "facts":
      return [facts(part, grid)];
    case "table":
      return [table(part, grid)];
    case "boxes":
      return [boxes(part, before?.kind === "heading" && hasRoomBeside(part, grid) ? before.text : undefined, grid)];
  }
}

function across(text: string, role: Role, grid: readonly number[], tone?: Tone): Block {
  return { heights: [0], cells: [{ top: 0, bottom: 0, left: 0, right: grid.length - 1, role, lines: linesOf(text), tone }] };
}

/** Names and values, two pairs per row if the columns have room. */
function facts({ entries }: FactList, grid: readonly number[]): Block {
  const places = pairsPlaced(2, grid) ?? pairsPlaced(1, grid) ?? [];
  const pairs = places.length / 2;
  return {
    heights: Array<number>(Math.ceil(entries.length / pairs)).fill(0),
    cells: entries.flatMap(({ name, value }, index): BlockCell[] => {
      const row = Math.floor(index / pairs);
      const [names, values] = places.slice(2 * (index % pairs));
      if (!names || !values) return [];
      const { lines, tone } = value;
      const isLast = index % pairs === pairs - 1 || index === entries.length - 1;
      const right = isLast ? grid.length - 1 : values.right;
      return [
        { ...names, top: row, bottom: row, role: "name", lines: linesOf(name) },
        { ...values, right, top: row, bottom: row, role: "fact", lines, tone, choice: choiceOf(value, name) },
      ];
    }),
  };
}

/** The columns of name and value pairs, or undefined without room for them. */
function pairsPlaced(count: number, grid: readonly number[]): readonly Columns[] | undefined {
  const all = sum(grid);
  const widths = Array<number[]>(count)
    .fill([NAME_WIDTH, all / count - NAME_WIDTH])
    .flat();
  const places = count > 1 && all < MIN_WIDTH_FOR_TWO ? undefined : placedAcross(widths, grid);
  const isSuitable = places?.every((columns, index) => widthOf(columns, grid) > (widths[index] ?? 0) / 2);
  return count === 1 || isSuitable ? places : undefined;
}

function table({ columns, rows }: Table, grid: readonly number[]): Block {
  const places = placed(
    columns.map(({ width }) => width),
    grid,
  );
  const covered = new Map<number, number>();
  const cells = columns.flatMap(({ title, isMarked, align }, column): BlockCell[] => {
    const place = places[column];
    if (!place) return [];
    const header: BlockCell = { ...place, top: 0, bottom: 0, role: "header", lines: linesOf(title), isMarked };
    const body = rows.flatMap((row, index): BlockCell[] => {
      const value = row[column];
      if (!value || index < (covered.get(column) ?? 0)) return [];
      const end = Math.min(index + (value.span ?? 1), rows.length);
      covered.set(column, end);
      const choice = choiceOf(value, title);
      const isCentred = align === "center";
      const { lines, tone } = value;
      return [{ ...place, top: index + 1, bottom: end, role: "value", lines, tone, isMarked, isCentred, choice }];
    });
    return [header, ...body];
  });
  return { heights: [0, ...rows.map(() => 0)], cells, isTable: true };
}

/** Boxes with their titles beside them in the same row, so that no page break separates them. */
function boxes({ titles }: Boxes, heading: string | undefined, grid: readonly number[]): Block {
  const lines = linesOfBoxes(titles, grid);
  const headingPlace = { top: 0, bottom: 0, left: 0, right: leftOf(lines, grid) - 1 };
  return {
    heights: lines.map(() => BOX_HEIGHT),
    cells: [
      ...(heading === undefined ? [] : [{ ...headingPlace, role: "heading" as const, lines: linesOf(heading) }]),
      ...lines.flatMap((titles, row) => {
        const { columns } = boxesPlaced(titles.length, grid);
        return titles.flatMap((title, index): BlockCell[] => {
          const [name, box] = columns.slice(2 * index);
          if (!name || !box) return [];
          return [
            { ...name, top: row, bottom: row, role: "header", lines: linesOf(title) },
            { ...box, top: row, bottom: row, role: "box", lines: [] },
          ];
        });
      }),
    ],
  };
}

/** The titles in lines of as many boxes as fit side by side. */
function linesOfBoxes(titles: readonly string[], grid: readonly number[]): (readonly string[])[] {
  const most = mostBoxes(grid);
  return Array.from({ length: Math.ceil(titles.length / most) }, (_, line) => titles.slice(line * most, (line + 1) * most));
}

/** The first column of the boxes. */
function leftOf(lines: readonly (readonly string[])[], grid: readonly number[]): number {
  return boxesPlaced(lines[0]?.length ?? 0, grid).columns[0]?.left ?? 0;
}

/** Whether a heading fits to the left of the boxes. */
function hasRoomBeside({ titles }: Boxes, grid: readonly number[]): boolean {
  return sum(grid.slice(0, leftOf(linesOfBoxes(titles, grid), grid))) >= NAME_WIDTH;
}

function choiceOf({ choices }: Cell, title: string): BlockCell["choice"] {
  return choices && { title, values: choices };
}

function linesOf(text: string): TextLine[] {
  return [{ text }];
}
