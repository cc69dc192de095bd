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
import type { Entry, ListNode, MapNode, ScalarNode, Span, ValueNode } from "./node.ts";
import type { SourceDocument } from "./source.ts";

/**
 * What the parsers may take differently, or one of them may read many times: tabs, lone CRs, byte order marks, directives, ends of
 * documents, conflicts, escapes of line ends and of code points that there are not, names and tags.
 */
const UNUSUAL = /\t|\r(?!\n)|\ufeff|^(?:%|\.{3}|<{7})|\\[U\r\n]|(?:^|[ ,[{])(?:!|&\S)/m;
/** How a plain scalar begins that may be something else than a string. */
const NO_STRING = /^[-+.\d~nNtTfF]/;
/** Characters; a longer key is an error to the tolerant parser. */
const MAX_KEY_LENGTH = 1000;
/** With more events than this, a document may amount to more values than are read. */
const MAX_EVENTS = 100_000;

/** What is left to the tolerant parser. */
class Unusual extends Error {}

/**
 * Reads a text of plain, well-formed documents to the same as the tolerant parser, in a fraction of the time. Undefined for any
 * other text: one with an error, a tag, an anchor, a key that stands twice, and so on.
 */
export function readPlain(text: string): SourceDocument[] | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new EventReader(text, parseEvents(text, {})).read();
  } catch (error) {
    if (error instanceof Unusual || error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** Turns a parser's events into nodes. Events do not say where collections end, nor where nothing is. */
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
      // comments before its mark are not the document's
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

  /** The offset behind what a sticky pattern matches. */
  #skip(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    check(pattern.test(this.text));
    return pattern.lastIndex;
  }

  /** A value, and the place behind its colon or dash where a scalar begins, or stands unwritten. */
  #value(event: Event, near?: number): ValueNode {
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, near);
    if (event.type === EVENT_ID.MAPPING) return this.#map(event);
    check(event.type === EVENT_ID.SEQUENCE);
    return this.#list(event);
  }

  #scalar(event: ScalarEvent, near: number | undefined): ScalarNode {
    check(isBare(event));
    if (event.valueStart < 0) {
      check(near !== undefined);
      return { kind: "scalar", span: { start: near, end: near }, value: null };
    }
    const span = isBlock(event) ? this.#blockSpan(event, near) : spanOf(event);
    check(near === undefined || near === span.start);
    const text = getScalarValue(this.text, event);
    return { kind: "scalar", span, value: event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text };
  }

  /** Where a text block stands, from its mark to the end of its last line; empty lines that follow are not part of it. */
  #blockSpan({ chomping, valueStart, valueEnd }: ScalarEvent, near: number | undefined): Span {
    check(near !== undefined && /[|>]/.test(this.text.charAt(near)) && chomping !== CHOMPING_MODE.KEEP);
    const tail = /[^ \r\n](\r?\n)?[\r\n]*$/.exec(this.text.slice(valueStart, valueEnd));
    check(tail !== null);
    return { start: near, end: valueStart + tail.index + 1 + (tail[1]?.length ?? 0) };
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
      const behind = this.#skip(/ *: */y, key.end);
      check(name !== "<<" && !name.startsWith("\u3000") && !names.has(name) && behind - key.start < MAX_KEY_LENGTH);
      const value = this.#value(this.#take(), behind);
      names.add(name);
      entries.push({ name, key, value });
      end = this.#behind(event, value);
    }
    return { kind: "map", span: { start, end: this.#end(event, end) }, entries };
  }

  #list(event: SequenceEvent): ListNode {
    check(isBare(event));
    const { start } = event;
    const items: ValueNode[] = [];
    let end = event.style === COLLECTION_STYLE.BLOCK ? start : start + 1;
    for (let next = this.#take(); next.type !== EVENT_ID.POP; next = this.#take()) {
      const near = event.style === COLLECTION_STYLE.BLOCK ? this.#skip(/(?:[ \r\n]|#[^\n]*\n)*- */y, end) : undefined;
      const item = this.#value(next, near);
      items.push(item);
      end = this.#behind(event, item);
    }
    return { kind: "list", span: { start, end: this.#end(event, end) }, items };
  }

  /** The end of a value. Behind it follows, outside of brackets, at most a comment on its line; in brackets, a comma or the end. */
  #behind({ style }: MappingEvent | SequenceEvent, { span: { end } }: ValueNode): number {
    if (style === COLLECTION_STYLE.FLOW) this.#skip(/ *(?:,|(?:[\r\n][\r\n ]*)?[\]}])/y, end);
    else if (this.text[end - 1] !== "\n") this.#skip(/ *(?:\r?\n| #|$)/y, end);
    return end;
  }

  /** The end of a collection whose last value ends there; of one in brackets, behind the closing one. */
  #end({ style }: MappingEvent | SequenceEvent, end: number): number {
    return style === COLLECTION_STYLE.FLOW ? this.#skip(/[ \r\n,]*[\]}]/y, end) : end;
  }
}

function check(isUsual: boolean): asserts isUsual {
  if (!isUsual) throw new Unusual();
}

/** Whether a value has neither name nor tag. */
function isBare({ anchorStart, tagStart }: ScalarEvent | MappingEvent | SequenceEvent): boolean {
  return anchorStart < 0 && tagStart < 0;
}

function isBlock({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
}

/** Where a scalar stands, its quotation marks included. */
function spanOf({ style, valueStart, valueEnd }: ScalarEvent): Span {
  return style === SCALAR_STYLE.PLAIN ? { start: valueStart, end: valueEnd } : { start: valueStart - 1, end: valueEnd + 1 };
}

/** What the tolerant parser takes plain scalars for. */
const tags = new Schema({ schema: "core" }).tags.flatMap((tag) => (tag.collection || !tag.test ? [] : [tag]));

function plainValue(text: string): ScalarNode["value"] {
  const tag = NO_STRING.test(text) ? tags.find(({ test }) => test?.test(text)) : undefined;
  const value = tag ? tag.resolve(text, () => {}, {}) : text;
  return (isScalar(value) ? value.value : value) as ScalarNode["value"];
}
