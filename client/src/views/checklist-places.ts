import type { Checklist, Position, Range } from "../../../protocol/requests.ts";

/** Which of a file's profiles a line belongs to: the last that begins no later. */
export function profileAt({ profiles }: Checklist, { line }: Position): number | undefined {
  return (profiles.findLast(({ range }) => range.start.line <= line) ?? profiles[0])?.index;
}

/** The rows whose facts a position is on: exactly, or else those whose facts stand in its line. */
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
