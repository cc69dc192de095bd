import type { Checklist, Position, Range } from "../../../protocol/requests.ts";

/** The profile of a file that a line belongs to: the last one that begins at or before the line. */
export function profileAt({ profiles }: Checklist, { line }: Position): number | undefined {
  return (profiles.findLast(({ range }) => range.start.line <= line) ?? profiles[0])?.index;
}

/** The rows whose facts contain a position, or else those with facts on its line. */
export function rowsAt({ rows }: Checklist, position: Position): string[] {
  const rowsWith = (isOn: (range: Range) => boolean) => rows.filter(({ places }) => places.some(isOn)).map(({ no }) => no);
  const exact = rowsWith((range) => isWithin(position, range));
  return exact.length > 0 ? exact : rowsWith(({ start, end }) => start.line <= position.line && position.line <= end.line);
}

function isWithin(position: Position, { start, end }: Range): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
