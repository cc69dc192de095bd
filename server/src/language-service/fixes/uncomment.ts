import type { AnyFinding } from "../../core/findings/finding.ts";
import { fieldAt } from "../../core/schema/format.ts";
import type { Lines } from "../../core/yaml/lines.ts";
import { nodeAt, type Path, pointer, type Span } from "../../core/yaml/node.ts";
import { locate } from "../../core/yaml/node-at-offset.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";
import { type FixContext, type FixRule, makeFix } from "./fix.ts";
import { freeKeys, type Home, homesOf, lineAt } from "./line.ts";
import { addsNoProblem } from "./repair.ts";

const KEY = /^(?<indent> *)(?<dash>- +)?(?<quote>["']?)(?<name>[^\s#:"']+)\k<quote>[ \t]*:(?:\s|$)/;
const COMMENTED_KEY = /^(?<lead> *)(?<mark># ?)(?<indent> *)(?<quote>["']?)(?<name>[^\s#:"']+)\k<quote>:[ \t]*$/;

/** The section's key is at most so many lines above: in a new profile, comments are in between. */
const MAX_LINES = 100;

/** A key whose sections are still commented out, as in a new profile: takes away the `#` before the sections' keys. */
export const uncomment: FixRule = (finding, context) => {
  if (!/^(?:yaml|schema)\./.test(finding.kind)) return [];
  const { lines } = context.analysis.source;
  const line = lineOf(finding, context);
  const { indent = "", dash = "", name } = KEY.exec(lines.text(line))?.groups ?? {};
  if (name === undefined) return [];
  const offset = lines.start(line) + indent.length + dash.length;
  const below = dash === "" ? [name] : [0, name];
  let sections: readonly CommentedKey[] = [];
  for (const key of commentedAbove(lines, line, indent.length)) {
    sections = [key, ...sections];
    const keys = sections.map(({ name }) => name);
    const edits = sections.map(({ mark }) => ({ span: mark, text: "" }));
    const home = homeOfSection(key, context);
    if (home && isFreed([...home.path, ...keys, ...below], offset, edits, context)) {
      return [makeFix(finding, "uncomment", { keys }, edits)];
    }
  }
  return [];
};

/** The line that a finding is about: that of its value, or the next one that is neither empty nor a comment. */
function lineOf({ kind, path, span }: AnyFinding, { analysis, document }: FixContext): number {
  const { lines } = analysis.source;
  const value = kind === "schema.type" ? nodeAt(document.root, path) : undefined;
  let { line } = lines.position((value ?? { span }).span.start);
  while (line + 1 < lines.count && /^[ \t]*(?:#|$)/.test(lines.text(line))) line++;
  return line;
}

interface CommentedKey {
  readonly name: string;
  /** The span of the `#` with the space behind it. */
  readonly mark: Span;
  /** The key's column without the mark. */
  readonly column: number;
}

/** The commented-out keys that may be the sections of a line, the innermost first. */
function* commentedAbove(lines: Lines, from: number, startColumn: number): Generator<CommentedKey> {
  let column = startColumn;
  for (let line = from - 1; line >= Math.max(0, from - MAX_LINES) && column > 0; line--) {
    const text = lines.text(line);
    const isContent = !/^[ \t]*(?:#|$)/.test(text);
    if (isContent && text.search(/\S/) < startColumn) return;
    const { lead = "", mark = "", indent = "", name } = COMMENTED_KEY.exec(text)?.groups ?? {};
    if (name === undefined || lead.length + indent.length >= column) continue;
    column = lead.length + indent.length;
    const start = lines.start(line) + lead.length;
    yield { name, mark: { start, end: start + mark.length }, column };
  }
}

/** The mapping that may have the key where its comment is. */
function homeOfSection({ name, mark, column }: CommentedKey, context: FixContext): Home | undefined {
  const homes = homesOf(context, lineAt(context, mark.start));
  return homes.find((home) => home.column === column && freeKeys(home).includes(name));
}

/** Whether a key gets a path of the format by the edits before it, and nothing is worse. */
function isFreed(path: Path, offset: number, edits: readonly Edit[], { analysis, document }: FixContext): boolean {
  if (!fieldAt(analysis.format, path) || !addsNoProblem(analysis, edits)) return false;
  const { text, documents } = analysis.source;
  const after = parseSource(applyEdits(text, edits)).documents[documents.indexOf(document)]?.root;
  const removed = edits.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const located = locate(after, offset - removed);
  return located?.onKey === true && pointer(located.path) === pointer(path);
}
