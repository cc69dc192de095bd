import { CST, Lexer, Parser } from "yaml";
import { ALIKE, isBlank } from "../../core/text/white-space.ts";
import { Lines } from "../../core/yaml/lines.ts";
import { indentOf, linesAbove, normalize, withColons } from "./excerpt.ts";

/** A collection that is open at the cursor. */
export interface Level {
  readonly kind: "map" | "list";
  readonly isFlow: boolean;
  /** The column of its keys or dashes; for a flow collection, that of the block around it, -1 where there is no block. */
  readonly column: number;
  /** The last key of a mapping, once its colon is written. */
  readonly key: string | undefined;
  /** The keys before the last one, or the scalars before a list's last item. */
  readonly names: readonly string[];
  /** The line of the whole text on which the last item begins. */
  readonly line: number;
  /** What follows on the line of the last key or dash; "text" for a block scalar. */
  readonly value: "nothing" | "plain" | "text" | "other";
}

/** The word at the cursor and the collections around it. */
export interface Probed {
  /** "start": first on its line; "item": after a dash; "value": after a colon; "flow": in brackets; "nothing": no completion. */
  readonly kind: "nothing" | "start" | "item" | "value" | "flow";
  /** How many characters of the word are before the cursor. */
  readonly length: number;
  readonly column: number;
  /** Outermost first. */
  readonly levels: readonly Level[];
}

type Token = CST.Token | null | undefined;
type Item = CST.CollectionItem;
type Block = CST.BlockMap | CST.BlockSequence;

/** A letter, so that the parser finds a scalar at the cursor even before anything is typed. */
const PROBE = "x";
/** A closed word in quotes at a line's start is already a scalar, and a letter after it would be an error. */
const QUOTED_WORD = /^[ \t\u3000]*(?:"[^"]*"|'[^']*')$/;
/** The lexer ends an unclosed quote where the indentation ends, but only if a closing quote follows somewhere. */
const CLOSING_QUOTES = "\n...\n'\"";
/** Nested collections: the parser recurses, so the stack must not overflow. */
const MAX_DEPTH = 200;

const NOTHING: Probed = { kind: "nothing", length: 0, column: 0, levels: [] };

/**
 * Parses an excerpt that ends at the cursor with a probe, and returns where the parser put the probe. The parser itself recovers
 * from half-typed text: it decides where unclosed brackets and quotes end.
 *
 * @param minColumn the least column of the probe on an empty line
 */
export function probe(lines: Lines, offset: number, minColumn: number): Probed {
  const { line, character } = lines.position(offset);
  const numbers = linesAbove(lines, line);
  const before = lines.text(line).slice(0, character);
  const mark = QUOTED_WORD.test(before) ? "" : PROBE;
  const above = withColons(numbers.map((number) => normalize(lines.text(number))));
  const text = [...above, probeLine(before, mark, minColumn)].join("\n");
  return locate(rootOf(text), text, mark, [...numbers, line]);
}

const GLUED = new RegExp(`[:：]$|^[ \\t${ALIKE}]*(?:-[ \\t${ALIKE}]+)*-$`);

function probeLine(before: string, mark: string, minColumn: number): string {
  if (isBlank(before)) return normalize(before).padEnd(minColumn) + mark;
  const isGlued = GLUED.test(before);
  return normalize(`${before}${isGlued ? " " : ""}${mark}`);
}

/** The syntax tree of the last document; undefined if it is nested too deep. */
function rootOf(text: string): Token {
  const parser = new Parser();
  const trees: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text + CLOSING_QUOTES)) {
    trees.push(...parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) return undefined;
    if (parser.offset >= text.length) break;
  }
  trees.push(...parser.end());
  return trees.findLast((tree) => tree.type === "document")?.value;
}

/** Follows the last item of each collection down to the probe. */
function locate(root: Token, text: string, mark: string, numbers: readonly number[]): Probed {
  const { levels, word, lead } = spineOf(root, text, numbers);
  if (!endsAt(word, text.length)) return NOTHING;
  const lineStart = text.lastIndexOf("\n") + 1;
  const indent = indentOf(text.slice(lineStart));
  const isContinued = word.offset < lineStart;
  const start = isContinued ? lineStart + indent : word.offset;
  const length = text.length - start - mark.length;
  const top = levels.at(-1);
  if (isContinued && (top?.isFlow || word.type !== "scalar")) return NOTHING;
  if (top?.isFlow) return { kind: "flow", length, column: top.column, levels };
  if (start === lineStart + indent) return { kind: "start", length, column: indent, levels };
  if (!top || lead < lineStart) return NOTHING;
  if (top.kind === "map") return { kind: "value", length, column: top.column, levels };
  return { kind: "item", length, column: start - lineStart, levels };
}

interface Spine {
  readonly levels: readonly Level[];
  /** The scalar at the end, which may be the probe. */
  readonly word: Token;
  /** The offset of the innermost key or dash. */
  readonly lead: number;
}

/** The collections that are open at the end of the text. A probe that would begin a new item closes none of them. */
function spineOf(root: Token, text: string, numbers: readonly number[]): Spine {
  const excerpt = new Lines(text);
  let levels: readonly Level[] = [];
  let word: Token;
  let lead = -1;
  let column = -1;
  let node = root;
  while (isOpen(node) && !(word && isFlow(node))) {
    const items: Item[] = [...node.items];
    if (!isFlow(node)) {
      column = node.indent;
      const stray = strayOf(node, items.at(-1));
      if (endsAt(stray, text.length)) {
        word = stray;
        items.pop();
      }
    }
    const last = items.pop();
    const child = childOf(node, last);
    lead = last?.key?.offset ?? last?.start.find(({ type }) => type === "seq-item-ind")?.offset ?? node.offset;
    levels = withLevel(levels, {
      kind: isMap(node) ? "map" : "list",
      isFlow: isFlow(node),
      column,
      key: isMap(node) && hasColon(last) ? textOf(last?.key) : undefined,
      names: items.map((item) => textOf(item.key ?? item.value)),
      line: numbers[excerpt.position(lead).line] ?? 0,
      value: afterLead(child, text.slice(lead, child?.offset).includes("\n")),
    });
    node = child;
  }
  return { levels, word: word ?? node, lead };
}

/** For "key: a: b", which is an error, the parser puts the keys on the lines below into the inner mapping. */
function withLevel(levels: readonly Level[], level: Level): readonly Level[] {
  const outer = levels.at(-1);
  const isSame = outer?.kind === "map" && level.kind === "map" && !level.isFlow && outer.column === level.column;
  if (!isSame) return [...levels, level];
  return [...levels.slice(0, -1), { ...level, names: [...outer.names, outer.key ?? "", ...level.names] }];
}

/** Whether a token is a flow scalar or an alias that ends at an offset. */
function endsAt(token: Token, offset: number): token is CST.FlowScalar {
  return !!token && "source" in token && token.type !== "block-scalar" && token.offset + token.source.length === offset;
}

/** Whether a token is a collection whose brackets, if any, are not closed. */
function isOpen(token: Token): token is Block | CST.FlowCollection {
  return !!token && "items" in token && !(isFlow(token) && token.end.length > 0);
}

function isFlow(token: Block | CST.FlowCollection): token is CST.FlowCollection {
  return token.type === "flow-collection";
}

function isMap(token: Block | CST.FlowCollection): boolean {
  return isFlow(token) ? token.start.source === "{" : token.type === "block-map";
}

function hasColon(item: Item | undefined): boolean {
  return item?.sep?.some(({ type }) => type === "map-value-ind") ?? false;
}

/** The scalar that lacks the colon or the dash of its block. */
function strayOf(block: Block, item: Item | undefined): Token {
  if (block.type === "block-map") return item?.key;
  return item?.start.some(({ type }) => type === "seq-item-ind") ? undefined : item?.value;
}

/** What the last item holds; in brackets also a key without its colon. Undefined for a pair in a list, or if a comma is missing. */
function childOf(parent: Block | CST.FlowCollection, item: Item | undefined): Token {
  if (!item?.key) return item?.value;
  if (hasColon(item)) return isMap(parent) ? item.value : undefined;
  return item.value ? undefined : item.key;
}

function afterLead(token: Token, isBelow: boolean): Level["value"] {
  if (token?.type === "block-scalar") return "text";
  if (!token || isBelow) return "nothing";
  return token.type === "scalar" ? "plain" : "other";
}

/** A scalar's value as a string; empty for anything else. */
function textOf(token: Token): string {
  return CST.isScalar(token) ? CST.resolveAsScalar(token, false, () => {}).value : "";
}
