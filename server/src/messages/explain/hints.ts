import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { Decider } from "../../core/evaluation/trace.ts";
import { carrierOf, type RowResult } from "../../core/evaluation/verdict.ts";
import { alternativesOf, isAsked, type Standard } from "../../core/standard/standard.ts";
import { trimSpaceEnd } from "../../core/text/white-space.ts";
import { behindColon, childOf, type Entry, entryOf, isUnstated, type ValueNode } from "../../core/yaml/node.ts";
import { decidersOf } from "./why.ts";

/** The rows that the facts on one line decide. */
export interface Hint {
  /** The offset after the last of these facts. */
  readonly offset: number;
  /** In the order of the standard. */
  readonly rows: readonly RowHint[];
}

/** A row, and those of its deciders that end on the line. */
export interface RowHint {
  readonly result: RowResult;
  readonly deciders: readonly Decider[];
}

interface HintLine {
  offset: number;
  readonly rows: Map<RowResult, Decider[]>;
}

/** What the facts of a profile decide, line by line, for the rows that its class asks for. Facts that decide nothing have no hint. */
export function hintsOf(analysis: Analysis, profile: Profile): Hint[] {
  const { source, standard } = analysis;
  const byLine = new Map<number, HintLine>();
  for (const result of profile.rows.values()) {
    if (!isShown(result, standard, profile)) continue;
    for (const decider of decidersOf(result)) {
      const offset = endOf(decider, profile.root, source.text);
      if (offset === undefined) continue;
      const at = source.lines.position(offset).line;
      const line: HintLine = byLine.get(at) ?? { offset, rows: new Map() };
      line.offset = Math.max(line.offset, offset);
      const deciders = line.rows.get(result);
      if (deciders) deciders.push(decider);
      else line.rows.set(result, [decider]);
      byLine.set(at, line);
    }
  }
  return [...byLine.values()]
    .map(({ offset, rows }) => ({ offset, rows: [...rows].map(([result, deciders]) => ({ result, deciders })) }))
    .sort((a, b) => a.offset - b.offset);
}

/** Whether a row applies and the class asks for it: by itself, or in a group that this row or no row carries. */
function isShown({ row, status }: RowResult, standard: Standard, { judgedAs, rows }: Profile): boolean {
  if (judgedAs === null || status === "not-applicable") return false;
  if (isAsked(row, judgedAs)) return true;
  const group = alternativesOf(standard, row.no, judgedAs);
  return group !== undefined && (carrierOf(group, rows) ?? row) === row;
}

/**
 * The offset after the value and any brackets around it. For an empty value, or a multi-line list that decides as a whole, the offset
 * after the key's colon. Undefined if the key does not exist either.
 */
function endOf({ kind, path }: Decider, root: ValueNode | undefined, text: string): number | undefined {
  let node = root;
  let entry: Entry | undefined;
  for (const step of path) {
    if (node && isInBrackets(node, text)) return node.span.end;
    entry = typeof step === "string" ? entryOf(node, step) : undefined;
    node = childOf(node, step);
  }
  if (!node) return undefined;
  const isWhole = kind !== "leaf" && !isInBrackets(node, text);
  if (entry && (isWhole || (isUnstated(node) && node.span.end === node.span.start))) {
    const colon = behindColon(text, entry);
    // After trailing spaces, so that the hint stays behind the cursor while the user types a value.
    return colon + (/^[ \t]*(?=[\r\n]|$)/.exec(text.slice(colon, colon + 200))?.[0].length ?? 0);
  }
  // The span of a block scalar includes its trailing line breaks.
  return node.span.start + trimSpaceEnd(text.slice(node.span.start, node.span.end)).length;
}

function isInBrackets({ span }: ValueNode, text: string): boolean {
  return text[span.start] === "[" || text[span.start] === "{";
}
