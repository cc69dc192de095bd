import type { Lines } from "./lines.ts";
import type { Span, ValueNode } from "./node.ts";
import type { Problem } from "./problem.ts";

/** One document of a YAML stream. */
export interface SourceDocument {
  readonly span: Span;
  /** Undefined where the document holds nothing. */
  readonly root: ValueNode | undefined;
  readonly problems: readonly Problem[];
  /** In the order of the text. */
  readonly anchors: readonly Anchor[];
}

/** A value with a name (`&name`) by which it is used elsewhere (`*name`). */
export interface Anchor {
  readonly name: string;
  /** Where the name stands, without its mark. */
  readonly span: Span;
  readonly node: ValueNode;
  /** Where the name is used, without its marks. */
  readonly aliases: readonly Span[];
}

/** A text read as YAML, as far as it can be. */
export interface Source {
  readonly text: string;
  readonly lines: Lines;
  /** At least one; an empty document after a `---` is left out. */
  readonly documents: readonly SourceDocument[];
  readonly parts: readonly SourceChunk[];
}

/** A part of a text and where it stands. Where both are as in the text before, it is the same object. */
export interface SourceChunk {
  readonly start: number;
  readonly reading: ParsedChunk;
  readonly documents: readonly SourceDocument[];
}

/** A part of a text as it was read, wherever it stands: its offsets are the part's own. */
export interface ParsedChunk {
  readonly text: string;
  /** None where nothing stands. */
  readonly documents: readonly SourceDocument[];
  /** In how many places the text was repaired, and in how many it could have been. */
  readonly repairs: number;
  readonly maxRepairs: number;
}
