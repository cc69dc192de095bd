import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from "js-yaml";
import { isScalar, Schema } from "yaml";
import { ALIKE } from "../text/white-space.ts";
import type { Entry, ListNode, MapNode, ScalarNode, Span, ValueNode } from "./node.ts";
import type { SourceDocument } from "./source.ts";

/**
 * Syntax that the two parsers may read differently, or that one of them may expand: tabs, lone CRs, byte order marks, directives,
 * document ends, merge conflicts, escaped line breaks and escapes of code points, which may not exist, anchors and tags.
 */
const UNUSUAL = /\t|\r(?!\n)|\ufeff|^(?:%|\.{3}|<{7})|\\[U\r\n]|(?:^|[ ,[{])(?:!|&\S)/m;
/** Look-alikes of spaces at the edges of words: the tolerant parser names them. */
const ALIKE_AT_EDGE = new RegExp(`(?:^|[ \\t\\r\\n:,[\\]{}"'#|>+-])[${ALIKE}]|[${ALIKE}](?:[ \\t\\r\\n:,\\]}"'#]|$)`);
/** The start of a plain scalar that may be something else than a string. */
const NO_STRING = /^[-+.\d~nNtTfF]/;
/** Characters. The tolerant parser refuses a longer key. */
const MAX_KEY_LENGTH = 1000;
/** A text with more events may have more values than are read, which only the tolerant reader checks. */
const MAX_EVENTS = 100_000;

/** Thrown at syntax that is left to the tolerant parser. */
class Unusual extends Error {}

/**
 * Reads a text of plain, well-formed documents to the same result as the tolerant parser, in a fraction of the time. Undefined for
 * any other text: one with an error, a tag, an anchor, a duplicate key, and so on.
 */
export function readPlain(text: string): SourceDocument[] | undefined {
  if (UNUSUAL.test(text) || ALIKE_AT_EDGE.test(text)) return undefined;
  try {
    return new EventReader(text, parseEvents(text, {})).read();
  } catch (error) {
    if (error instanceof Unusual || error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** Turns a parser's events into nodes. Events lack the ends of collections and the offsets of empty values, so it scans for them. */
class EventReader {
  readonly text: string;
  readonly events: readonly Event[];
  #next = 0;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  read(): SourceDocument[] {
    const documents: SourceDocument[] = [];
    let end = 0;
    check(this.events.length > 0 && this.events.length <= MAX_EVENTS);
    while (this.#next < this.events.length) {
      const document = this.#take();
      const first = this.#take();
      check(document.type === EVENT_ID.DOCUMENT && first.type === EVENT_ID.MAPPING);
      const root = this.#map(first);
      check(root.span.start === 0 || this.text[root.span.start - 1] === "\n");
      // the document starts at its "---", after the comments before that
      const start = document.explicitStart ? this.#skip(/(?:[ \r\n]|#[^\n]*\n)*(?=^---)/my, end) : root.span.start;
      end = root.span.end;
      documents.push({ span: { start, end }, root, problems: [], anchors: [] });
      this.#take();
    }
    return documents;
  }

  #take(): Event {
    return this.events[this.#next++] as Event;
  }

  /** The offset after the match of a sticky pattern. */
  #skip(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    check(pattern.test(this.text));
    return pattern.lastIndex;
  }

  /** @param expectedStart the offset after the value's colon or dash, where a scalar starts, or an empty value is */
  #value(event: Event, expectedStart?: number): ValueNode {
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, expectedStart);
    if (event.type === EVENT_ID.MAPPING) return this.#map(event);
    check(event.type === EVENT_ID.SEQUENCE);
    return this.#list(event);
  }

  #scalar(event: ScalarEvent, expectedStart: number | undefined): ScalarNode {
    check(isBare(event));
    if (event.valueStart < 0) {
      check(expectedStart !== undefined);
      return { kind: "scalar", span: { start: expectedStart, end: expectedStart }, value: null };
    }
    const span = isBlock(event) ? this.#blockSpan(event, expectedStart) : spanOf(event);
    check(expectedStart === undefined || expectedStart === span.start);
    const text = getScalarValue(this.text, event);
    return { kind: "scalar", span, value: event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text };
  }

  /** The span of a block scalar, from its mark to the end of its last line, without the empty lines after it. */
  #blockSpan({ chomping, valueStart, valueEnd }: ScalarEvent, start: number | undefined): Span {
    check(start !== undefined && /[|>]/.test(this.text.charAt(start)) && chomping !== CHOMPING_MODE.KEEP);
    const tail = /[^ \r\n](\r?\n)?[\r\n]*$/.exec(this.text.slice(valueStart, valueEnd));
    check(tail !== null);
    return { start, end: valueStart + tail.index + 1 + (tail[1]?.length ?? 0) };
  }

  #map(event: MappingEvent): MapNode {
    check(isBare(event));
    const { start } = event;
    const entries: Entry[] = [];
    const names = new Set<string>();
    let end = start + 1;
    for (let next = this.#take(); next.type !== EVENT_ID.POP; next = this.#take()) {
      check(next.type === EVENT_ID.SCALAR && isBare(next) && next.valueStart >= 0 && !isBlock(next));
      const name = getScalarValue(this.text, next);
      const key = spanOf(next);
      const valueStart = this.#skip(/ *: */y, key.end);
      check(name !== "<<" && !names.has(name) && valueStart - key.start < MAX_KEY_LENGTH);
      const value = this.#value(this.#take(), valueStart);
      names.add(name);
      entries.push({ name, key, value });
      end = this.#checkedEnd(event, value);
    }
    return { kind: "map", span: { start, end: this.#end(event, end) }, entries };
  }

  #list(event: SequenceEvent): ListNode {
    check(isBare(event));
    const { start } = event;
    const items: ValueNode[] = [];
    let end = event.style === COLLECTION_STYLE.BLOCK ? start : start + 1;
    for (let next = this.#take(); next.type !== EVENT_ID.POP; next = this.#take()) {
      const itemStart = event.style === COLLECTION_STYLE.BLOCK ? this.#skip(/(?:[ \r\n]|#[^\n]*\n)*- */y, end) : undefined;
      const item = this.#value(next, itemStart);
      items.push(item);
      end = this.#checkedEnd(event, item);
    }
    return { kind: "list", span: { start, end: this.#end(event, end) }, items };
  }

  /** The end of a value, after which only a comment may follow on its line; in a flow collection, only a comma or the closing bracket. */
  #checkedEnd({ style }: MappingEvent | SequenceEvent, { span: { end } }: ValueNode): number {
    if (style === COLLECTION_STYLE.FLOW) this.#skip(/ *(?:,|(?:[\r\n][\r\n ]*)?[\]}])/y, end);
    else if (this.text[end - 1] !== "\n") this.#skip(/ *(?:\r?\n| #|$)/y, end);
    return end;
  }

  /** The end of a collection: that of its last value, or the offset after the closing bracket. */
  #end({ style }: MappingEvent | SequenceEvent, end: number): number {
    return style === COLLECTION_STYLE.FLOW ? this.#skip(/[ \r\n,]*[\]}]/y, end) : end;
  }
}

function check(isUsual: boolean): asserts isUsual {
  if (!isUsual) throw new Unusual();
}

/** Whether a value has neither anchor nor tag. */
function isBare({ anchorStart, tagStart }: ScalarEvent | MappingEvent | SequenceEvent): boolean {
  return anchorStart < 0 && tagStart < 0;
}

function isBlock({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
}

/** The span of a plain or quoted scalar, including its quotation marks. */
function spanOf({ style, valueStart, valueEnd }: ScalarEvent): Span {
  return style === SCALAR_STYLE.PLAIN ? { start: valueStart, end: valueEnd } : { start: valueStart - 1, end: valueEnd + 1 };
}

/** The tags by which the tolerant parser resolves plain scalars. */
const tags = new Schema({ schema: "core" }).tags.flatMap((tag) => (tag.collection || !tag.test ? [] : [tag]));

function plainValue(text: string): ScalarNode["value"] {
  const tag = NO_STRING.test(text) ? tags.find(({ test }) => test?.test(text)) : undefined;
  const value = tag ? tag.resolve(text, () => {}, {}) : text;
  return (isScalar(value) ? value.value : value) as ScalarNode["value"];
}
