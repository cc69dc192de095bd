import type { AnyFinding } from "../../core/findings/finding.ts";
import { meantKey } from "../../core/schema/check.ts";
import { type Field, fieldAt, keysOf } from "../../core/schema/format.ts";
import { trimSpaceEnd } from "../../core/text/white-space.ts";
import { isUnstated, type Path, type Span, type ValueNode } from "../../core/yaml/node.ts";
import type { Problem, Replacement } from "../../core/yaml/problem.ts";
import type { FixContext } from "./fix.ts";

/** The parts of a line that YAML could not read. */
export interface Line {
  readonly start: number;
  /** The offset before its line end. */
  readonly end: number;
  readonly text: string;
  /** The column of its first character after indentation and dashes. */
  readonly column: number;
}

/** The line of an offset. */
export function lineAt({ analysis }: FixContext, offset: number): Line {
  const { lines } = analysis.source;
  const { line, character } = lines.position(offset);
  const text = lines.text(line);
  const start = offset - character;
  const column = (/^[ \t]*(?:-[ \t]+)*/.exec(text) as RegExpExecArray)[0].length;
  return { start, end: start + text.length, text, column };
}

/** The offset of the end of a line's content from `from` on, before a comment and the space before it. */
export function contentEnd({ start, text }: Line, from: number): number {
  const rest = text.slice(from - start);
  const comment = /[ \t]#.*$/s.exec(rest);
  return from + trimSpaceEnd(rest.slice(0, comment ? comment.index : rest.length)).length;
}

/** What mends the problem of a finding, where the reader of the text is certain of it. */
export function mendOf({ kind, span }: AnyFinding, { document }: FixContext): readonly Replacement[] {
  const isCause = (problem: Problem) => `yaml.${problem.kind}` === kind && problem.span.start === span.start;
  return document.problems.find(isCause)?.mend ?? [];
}

/** Whether a key that the mapping may have ends at an offset of its line, as before a colon. */
export function isKeyBefore(offset: number, context: FixContext): boolean {
  const line = lineAt(context, offset);
  const key = line.text.slice(line.column, offset - line.start).replace(/^(["'])(.*)\1$/, "$2");
  const home = homeOf(context, line);
  return home !== undefined && (key.startsWith("x-") || meantKey(home.field, key, freeKeys(home)) !== undefined);
}

/** A mapping that a line can belong to. */
export interface Home {
  readonly path: Path;
  /** Undefined if the format does not know the mapping. */
  readonly field: Field | undefined;
  /** Its keys, without those on the line itself. */
  readonly keys: ReadonlySet<string>;
  /** The column of its keys; if it has none, the least column that they may have. */
  readonly column: number;
  readonly isEmpty: boolean;
}

/** The mappings that a line can belong to, judging by the lines above it, the outermost first. */
export function homesOf({ analysis, document }: FixContext, line: Line): Home[] {
  const { lines, text } = analysis.source;
  const isOnOtherLine = ({ start }: Span) => start < line.start || start > line.end;
  const homes: Home[] = [];
  const columnOf = ({ start }: Span) => lines.position(start).character;
  const enter = (node: ValueNode | undefined, path: Path, minColumn: number): void => {
    const field = fieldAt(analysis.format, path);
    if (node === undefined || isUnstated(node)) {
      if (field?.type === "object" || path.length === 0)
        homes.push({ path, field, keys: new Set(), column: minColumn, isEmpty: true });
      return;
    }
    if (/[[{*]/.test(text[node.span.start] ?? "")) return;
    if (node.kind === "list") {
      const index = node.items.findLastIndex(({ span }) => span.start < line.start);
      const item = node.items[index];
      if (item) enter(item, [...path, index], columnOf(item.span));
      return;
    }
    if (node.kind !== "map") return;
    const entries = node.entries.filter(({ key }) => isOnOtherLine(key));
    const isEmpty = entries[0] === undefined;
    homes.push({
      path,
      field,
      keys: new Set(entries.map(({ name }) => name)),
      column: entries[0] ? columnOf(entries[0].key) : minColumn,
      isEmpty,
    });
    const above = entries.findLast(({ key }) => key.start < line.start);
    if (above) enter(above.value, [...path, above.name], columnOf(above.key) + 1);
  };
  enter(document.root, [], 0);
  return homes;
}

/** The mapping that a line belongs to by its column. */
export function homeOf(context: FixContext, line: Line): Home | undefined {
  const homes = homesOf(context, line);
  return (
    homes.findLast(({ column, isEmpty }) => !isEmpty && column === line.column) ??
    homes.findLast(({ column, isEmpty, path }) => isEmpty && (path.length === 0 ? line.column === 0 : column <= line.column))
  );
}

/** The format's keys that a mapping does not have yet. */
export function freeKeys({ field, keys }: Home): string[] {
  return (field ? keysOf(field) : []).filter((name) => !keys.has(name));
}
