import { Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, Lexer, type Node, Parser } from "yaml";
import { Lines } from "./lines.ts";
import { type Entry, isUnstated, type Path, plain, type Span, type ValueNode } from "./node.ts";
import { readPlain } from "./parse-events.ts";
import { PatchedText } from "./patched-text.ts";
import type { Problem, ProblemKind } from "./problem.ts";
import { repair, repairConflicts, repairFullWidthIndent } from "./recovery.ts";
import { shiftDocument } from "./shift.ts";
import type { ParsedChunk, Source, SourceChunk, SourceDocument } from "./source.ts";
import { splitDocuments } from "./split-documents.ts";

/** Characters: a larger text is not read. It is a hundred times the largest register we know. */
const MAX_CHARACTERS = 10 * 1024 * 1024;
/** Values: what a document may amount to with its aliases followed. */
const MAX_VALUES = 100_000;
/** Values within values; a profile has seven. */
const MAX_DEPTH = 100;
/** Values within values that the parser is let follow: near the end of the stack it does not throw but ends the process. */
const MAX_PARSER_DEPTH = 200;
/** Documents: each is judged on its own, however short it is. */
const MAX_DOCUMENTS = 2000;
/** Characters: between an anchor's mark and its value stands no more than comments. */
const MAX_LEAD_LENGTH = 2000;
/** Characters that may be parsed again while mending; a large broken text is repaired in fewer places. */
const REPAIR_BUDGET = 200_000;
const MAX_REPAIRS = 30;

/**
 * Reads a text as YAML 1.2. Never throws: what is wrong is in the documents' problems, and the rest of the text stands.
 *
 * @param before what was read of the text before it was edited: no more than time is saved by it
 */
export function parseSource(text: string, before?: Source): Source {
  const lines = new Lines(text);
  const parts = readChunks(text, before?.parts ?? []) ?? [withoutContent({ start: 0, end: lines.end(0) }, "limit")];
  const documents = parts.flatMap((part) => part.documents);
  if (documents.length > 0) return { text, lines, documents, parts };
  const nothing = withoutContent({ start: 0, end: 0 });
  return { text, lines, documents: nothing.documents, parts: [nothing] };
}

/** Undefined where the text is too large, has too many documents, or its values are nested too deep. */
function readChunks(text: string, before: readonly SourceChunk[]): SourceChunk[] | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const parts = splitDocuments(text);
  if (parts.length > MAX_DOCUMENTS) return undefined;
  let budget = REPAIR_BUDGET;
  try {
    return parts.map(({ start, text }, index) => {
      const most = Math.min(MAX_REPAIRS, Math.ceil(budget / text.length));
      // as far from the start as it was, or from the end
      const known = [before[index], before[index - parts.length + before.length]].find(
        (part) => part?.reading.text === text && isReadAlike(part.reading, most),
      );
      const reading = known?.reading ?? readChunk(parts.length > 1 ? copyOf(text) : text, most);
      budget = Math.max(0, budget - reading.repairs * text.length);
      if (known?.start === start) return known;
      return { start, reading, documents: reading.documents.map((document) => shiftDocument(document, start)) };
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a part was read as it is when it may be repaired in so many places. */
function isReadAlike({ repairs, maxRepairs }: ParsedChunk, most: number): boolean {
  return most === maxRepairs || repairs < Math.min(most, maxRepairs);
}

/** A text in memory of its own: a slice keeps all that it was cut from. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/** All there is of a text in which nothing stands, or nothing that could be read. */
function withoutContent(span: Span, problem?: ProblemKind): SourceChunk {
  const problems = problem ? [{ kind: problem, span }] : [];
  const documents = [{ span, root: undefined, problems, anchors: [] }];
  return { start: 0, reading: { text: "", documents, repairs: 0, maxRepairs: 0 }, documents };
}

/** Reads a part of a text, repaired in some places at most. Throws a RangeError where it goes too deep. */
export function readChunk(text: string, maxRepairs: number): ParsedChunk {
  const documents = readPlain(text);
  return documents ? { text, documents, repairs: 0, maxRepairs } : readTolerantly(text, maxRepairs);
}

/** Reads whatever can be read of a part, for {@link readChunk}. */
export function readTolerantly(text: string, maxRepairs = MAX_REPAIRS): ParsedChunk {
  const draft = new PatchedText(text);
  const problems = repairConflicts(draft);
  // what a conflict hides here is read by others that take the text as it is
  if (problems.length > 0) parse(text);
  let documents = parse(draft.text);
  const repaired = new Set<number>();
  let repairs = 0;
  for (; repairs < maxRepairs; repairs++) {
    const broken = documents.find(({ errors }) => errors.length > 0);
    const error = broken?.errors[0];
    const problem = broken && error ? repair(draft, broken, error, repaired) : repairFullWidthIndent(draft, documents);
    if (problem) problems.push(problem);
    else if (!error) break;
    documents = parse(draft.text);
  }
  // what there was no time to mend is said, and not taken for well-formed
  for (const { errors } of documents) {
    const at = errors[0]?.pos[0];
    if (at !== undefined)
      problems.push({ kind: "syntax", span: { start: draft.origin(at), end: draft.origin(draft.lineEnd(at)) } });
  }
  const read = documents.map((document) => new Reader(document, draft).read());
  const all = read.map((document, index) => {
    const start = index === 0 ? 0 : document.span.start;
    const end = read[index + 1]?.span.start ?? text.length + 1;
    const own = problems.filter(({ span }) => span.start >= start && span.start < end);
    return own.length === 0 ? document : { ...document, problems: [...own, ...document.problems] };
  });
  const stated = all.filter(({ root, problems }) => root !== undefined || problems.length > 0);
  // nothing is left once it is repaired
  const lost = { span: { start: 0, end: 0 }, root: undefined, problems, anchors: [] };
  return { text, documents: stated.length > 0 || problems.length === 0 ? stated : [lost], repairs, maxRepairs };
}

/**
 * What the composer keeps to itself: where it says what is wrong with the document that it composes. A document's first error is
 * the one that is repaired; to make a million others would take longer than all the rest.
 */
interface Reporting {
  onError: ComposeErrorHandler;
  readonly errors: readonly unknown[];
}

type ComposeErrorHandler = (...error: [source: unknown, code: string, message: string, isWarning?: boolean]) => void;

function parse(text: string): Document.Parsed[] {
  const composer = new Composer({
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
    schema: "core",
    // else a !!timestamp or !!binary is read as what no profile can hold, and its tag not told
    resolveKnownTags: false,
  });
  const reporting = composer as unknown as Reporting;
  const { onError } = reporting;
  reporting.onError = (...error) => {
    if (error[3] || reporting.errors.length === 0) onError(...error);
  };
  return [...composer.compose(sparing(treesOf(text)))];
}

/** The trees of a text, before values are made of them. Throws a RangeError where they go too deep, whatever makes them. */
function* treesOf(text: string): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_PARSER_DEPTH) throw new RangeError("values nested too deep");
  }
  yield* parser.end();
}

/** Of what stands between documents and cannot be read, the first after each. Throws a RangeError where documents are too many. */
function* sparing(trees: Iterable<CST.Token>): Generator<CST.Token, void> {
  let documents = 0;
  let isBroken = false;
  for (const tree of trees) {
    if (tree.type === "document" && ++documents > MAX_DOCUMENTS) throw new RangeError("too many documents");
    if (tree.type !== "error" || !isBroken) yield tree;
    if (tree.type === "error" || tree.type === "document") isBroken = tree.type === "error";
  }
}

/** The way to a value, from its end: made for every value, and a path only where a problem needs one. */
interface PathLink {
  readonly step: string | number;
  readonly parent: PathLink | undefined;
  readonly depth: number;
}

function below(parent: PathLink | undefined, step: string | number): PathLink {
  return { step, parent, depth: (parent?.depth ?? 0) + 1 };
}

function toPath(way: PathLink | undefined): Path {
  return way ? [...toPath(way.parent), way.step] : [];
}

/** An anchor as it is read: its value is not there until all of it is. */
interface OpenAnchor {
  readonly name: string;
  readonly span: Span;
  readonly aliases: Span[];
  readonly node?: ValueNode;
  /** Values in it, itself included, and how deep it goes. */
  readonly size: number;
  readonly height: number;
}

/** How deep a value goes below itself. */
function heightOf(node: ValueNode): number {
  const below = node.kind === "map" ? node.entries.map(({ value }) => value) : node.kind === "list" ? node.items : [];
  return below.reduce((most, child) => Math.max(most, 1 + heightOf(child)), 0);
}

/** Turns one parsed document into nodes: aliases followed, merge keys merged, keys that stand twice found. */
class Reader {
  readonly #problems: Problem[] = [];
  /** By name: of anchors of one name, the last so far. */
  readonly #named = new Map<string, OpenAnchor>();
  readonly #anchors: OpenAnchor[] = [];
  /** Values read so far, those behind aliases counted each time. */
  #size = 0;
  #isFull = false;
  /** The end of the anchor's mark that was found last: they come in the order of the text. */
  #markEnd = 0;
  readonly document: Document.Parsed;
  readonly draft: PatchedText;

  constructor(document: Document.Parsed, draft: PatchedText) {
    this.document = document;
    this.draft = draft;
  }

  read(): SourceDocument {
    const { contents, range, warnings } = this.document;
    for (const { code, pos } of warnings) {
      if (code === "TAG_RESOLVE_FAILED")
        this.#problems.push({ kind: "tag", span: this.#span(pos), text: this.draft.text.slice(pos[0], pos[1]) });
    }
    const node = contents ? this.#node(contents, undefined) : undefined;
    return {
      // the parser counts a comment that follows to the last value
      span: { start: this.draft.origin(range[0]), end: node?.span.end ?? this.draft.origin(range[1]) },
      root: node && isUnstated(node) ? undefined : node,
      problems: this.#problems,
      anchors: this.#anchors.flatMap(({ node, name, span, aliases }) => (node ? [{ node, name, span, aliases }] : [])),
    };
  }

  #span([start, end]: readonly number[]): Span {
    return { start: this.draft.origin(start as number), end: this.draft.origin(end as number) };
  }

  #node(node: Node | null, way: PathLink | undefined, near = 0): ValueNode {
    if (!node?.range) return { kind: "scalar", span: { start: near, end: near }, value: null };
    const span = this.#span([node.range[0], node.range[1]]);
    if (isAlias(node)) return this.#alias(node.source, span, way);
    if (way && way.depth > MAX_DEPTH) return this.#tooMuch(span, way);
    const before = this.#size++;
    if (this.#size > MAX_VALUES) return this.#tooMuch(span, way);
    const anchor = "anchor" in node && node.anchor ? this.#anchor(node.anchor, node.range[0]) : undefined;
    const result = this.#content(node, span, way);
    if (anchor) Object.assign(anchor, { node: result, size: this.#size - before, height: heightOf(result) });
    return result;
  }

  /** An anchor whose value is about to be read. */
  #anchor(name: string, valueStart: number): OpenAnchor {
    const start = this.#markOf(name, valueStart) + 1;
    const anchor = { name, span: this.#span([start, start + name.length]), aliases: [], size: 0, height: 0 };
    this.#anchors.push(anchor);
    this.#named.set(name, anchor);
    return anchor;
  }

  /** The offset of an anchor's mark: between it and its value stand comments, tags, and the name of its first key. */
  #markOf(name: string, valueStart: number): number {
    const from = Math.max(this.#markEnd, valueStart - MAX_LEAD_LENGTH);
    const lead = this.draft.text.slice(from, valueStart);
    const mark = `&${name}`;
    for (let at = lead.indexOf(mark); at >= 0; at = lead.indexOf(mark, at + 1)) {
      const between = lead
        .slice(at + mark.length)
        .replace(/(^|\s)#.*/g, "")
        .replace(/[!&]\S*/g, "");
      if (between.trim() !== "") continue;
      this.#markEnd = from + at + mark.length;
      return from + at;
    }
    return valueStart;
  }

  /** Says once that the document amounts to too much, and leaves the value out. */
  #tooMuch(span: Span, way: PathLink | undefined): ValueNode {
    if (!this.#isFull) this.#problems.push({ kind: "limit", span, path: toPath(way) });
    this.#isFull = true;
    return { kind: "scalar", span, value: null };
  }

  #content(node: Node, span: Span, way: PathLink | undefined): ValueNode {
    if (isMap(node)) {
      const { entries, end } = this.#map(node.items, span, way);
      return { kind: "map", span: { start: span.start, end: node.flow ? span.end : end }, entries };
    }
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.#node(item as Node | null, below(way, index), span.end));
      // the parser counts a comment that follows to a block
      const end = node.flow ? span.end : Math.max(span.start, items.at(-1)?.span.end ?? span.end);
      return { kind: "list", span: { start: span.start, end }, items };
    }
    const value = isScalar(node) ? node.value : null;
    return { kind: "scalar", span, value: typeof value === "object" ? null : (value as string) };
  }

  #alias(name: string, span: Span, way: PathLink | undefined): ValueNode {
    const anchor = this.#named.get(name);
    const nothing: ValueNode = { kind: "scalar", span, value: null };
    if (!anchor?.node) {
      this.#problems.push({ kind: anchor ? "alias-cycle" : "alias", span, text: name, path: toPath(way) });
      return nothing;
    }
    if (this.#size + anchor.size > MAX_VALUES || (way?.depth ?? 0) + anchor.height > MAX_DEPTH) return this.#tooMuch(span, way);
    this.#size += anchor.size;
    anchor.aliases.push({ start: span.start + 1, end: span.end });
    return { ...anchor.node, span };
  }

  /** The entries of a mapping, and the end of the last that stands in it. */
  #map(
    items: readonly { key: unknown; value: unknown }[],
    span: Span,
    way: PathLink | undefined,
  ): { entries: Entry[]; end: number } {
    const entries: Entry[] = [];
    let end = span.start;
    const known = new Map<string, Entry>();
    /** The first values of keys that stand twice, as JSON. */
    const firsts = new Map<string, string>();
    const merged: Entry[] = [];
    for (const pair of items) {
      const keyNode = pair.key as Node | null;
      const key = keyNode?.range ? this.#span([keyNode.range[0], keyNode.range[1]]) : { start: span.start, end: span.start };
      if (!isScalar(keyNode)) {
        this.#problems.push({ kind: "key", span: key });
        this.#readUnsupported(keyNode, pair.value as Node | null, key, way);
        continue;
      }
      const name = typeof keyNode.value === "string" ? keyNode.value : (keyNode.source ?? "");
      // a key may have a name as well
      if (keyNode.anchor) this.#node(keyNode, below(way, name));
      const value = this.#node(pair.value as Node | null, below(way, name), key.end);
      const entry = { name, key, value };
      end = Math.max(end, key.end, value.span.end);
      if (name === "<<") {
        const sources = value.kind === "list" ? value.items : [value];
        if (sources.every(({ kind }) => kind === "map")) {
          for (const source of sources) if (source.kind === "map") for (const entry of source.entries) merged.push(entry);
          continue;
        }
      }
      const first = known.get(name);
      if (!first) {
        known.set(name, entry);
        entries.push(entry);
      } else {
        const json = firsts.get(name) ?? JSON.stringify(plain(first.value));
        firsts.set(name, json);
        const same = first.value.kind === value.kind && json === JSON.stringify(plain(value));
        // two different answers are none
        this.#problems.push({
          kind: "duplicate-key",
          span: key,
          text: name,
          other: first.key,
          ...(same ? {} : { path: [...toPath(way), name] }),
        });
      }
    }
    // a key of its own wins over a merged one, and an earlier merged one over a later
    for (const entry of merged) {
      if (known.has(entry.name)) continue;
      known.set(entry.name, entry);
      entries.push(entry);
    }
    return { entries, end };
  }

  /** Reads a key that is no plain word, and its value, for the names in them alone. */
  #readUnsupported(keyNode: Node | null, value: Node | null, key: Span, way: PathLink | undefined): void {
    const [start, end] = keyNode?.range ?? [0, 0];
    const step = below(way, this.draft.text.slice(start, end));
    if (isAlias(keyNode)) this.#named.get(keyNode.source)?.aliases.push({ start: key.start + 1, end: key.end });
    else this.#node(keyNode, step);
    this.#node(value, step, key.end);
  }
}
