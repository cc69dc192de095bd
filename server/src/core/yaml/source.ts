import type { Lines } from "./lines.ts";
import type { Span, ValueNode } from "./node.ts";
import type { Problem } from "./problem.ts";

/** One document of a YAML stream. */
export interface SourceDocument {
  readonly span: Span;
  /** Undefined where the document is empty or null. */
  readonly root: ValueNode | undefined;
  readonly problems: readonly Problem[];
  /** In the order of the text. */
  readonly anchors: readonly Anchor[];
}

/** An anchored value (`&name`) with its aliases (`*name`). */
export interface Anchor {
  readonly name: string;
  /** The span of the name without `&`. */
  readonly span: Span;
  readonly node: ValueNode;
  /** The spans of the aliases without `*`. */
  readonly aliases: readonly Span[];
}

/** A text parsed as YAML, as far as it can be. */
export interface Source {
  readonly text: string;
  readonly lines: Lines;
  /** At least one. Empty documents of a stream are left out. */
  readonly documents: readonly SourceDocument[];
  readonly chunks: readonly SourceChunk[];
}

/** A chunk of a text at its offset. The same object as before an edit that changed neither. */
export interface SourceChunk {
  readonly start: number;
  readonly parsed: ParsedChunk;
  readonly documents: readonly SourceDocument[];
}

/** A chunk as it was read, independent of its place in the text: its offsets are relative to the chunk. */
export interface ParsedChunk {
  readonly text: string;
  /** Empty for a blank chunk. */
  readonly documents: readonly SourceDocument[];
  /** The number of repairs made. */
  readonly repairs: number;
  /** The limit of repairs under which the chunk was read. */
  readonly maxRepairs: number;
}
