import {
  type Range,
  SemanticTokenModifiers,
  type SemanticTokens,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from "vscode-languageserver";
import type { Profile } from "../core/evaluation/profile.ts";
import type { Path, Span } from "../core/yaml/node.ts";
import { type Block, blocksOf, rootOf, rowAssessedAt, spanWithoutQuotes } from "./blocks.ts";
import type { View } from "./view.ts";

/** Token types that YAML's grammar cannot know. Numbers, dates and free text keep the grammar's colours. */
type Type = keyof typeof TYPES;

const TYPES = {
  /** A key of the format. */
  key: SemanticTokenTypes.property,
  /** A value of one of the format's vocabularies. */
  value: SemanticTokenTypes.enumMember,
  /** A row of the standard, under the assessment. */
  row: SemanticTokenTypes.class,
  /** An anchor or an alias. */
  name: SemanticTokenTypes.variable,
  /**
   * Text that is not judged: `x-` keys, unknown keys, and everything below. Coloured as a comment, because every theme dims
   * those.
   */
  unread: SemanticTokenTypes.comment,
} as const;

const MODIFIERS = [SemanticTokenModifiers.definition, SemanticTokenModifiers.declaration] as const;

/** The legend: the indices of token types and modifiers. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: Object.values(TYPES), tokenModifiers: [...MODIFIERS] };

interface SemanticToken {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly type: Type;
  readonly modifier: (typeof MODIFIERS)[number] | undefined;
}

/** The encoded tokens of a document, or of the lines of a range. */
export function semanticTokens(view: View, range?: Range): SemanticTokens {
  const tokens = tokensOf(view);
  const inRange = range ? tokens.filter(({ line }) => line >= range.start.line && line <= range.end.line) : tokens;
  return { data: encode(inRange) };
}

/** The tokens sorted, each on one line, without overlaps. */
function tokensOf(view: View): SemanticToken[] {
  const { lines } = view.analysis.source;
  const tokens: SemanticToken[] = [];
  const add: Add = (span, type, modifier) => {
    const [from, to] = [lines.position(span.start), lines.position(span.end)];
    for (let line = from.line; line <= to.line; line++) {
      const start = line === from.line ? from.character : lines.text(line).search(/[^ \t]|$/);
      const end = line === to.line ? to.character : lines.text(line).length;
      if (start < end) tokens.push({ line, start, end, type, modifier });
    }
  };
  for (const [index, document] of view.analysis.source.documents.entries()) {
    // add names first: an alias is a name whatever its value is
    for (const { span, aliases } of document.anchors) {
      add(withMark(span), "name", SemanticTokenModifiers.declaration);
      for (const alias of aliases) add(withMark(alias), "name");
    }
    const root = rootOf(view, document);
    const profile = view.analysis.profiles[index];
    if (root && profile) addBelow(view, profile, root, add);
  }
  // the sort is stable: of overlapping tokens the first added stays
  tokens.sort((a, b) => a.line - b.line || a.start - b.start);
  let lastKept: SemanticToken | undefined;
  return tokens.filter((token) => {
    const isFree = lastKept?.line !== token.line || lastKept.end <= token.start;
    if (isFree) lastKept = token;
    return isFree;
  });
}

type Add = (span: Span, type: Type, modifier?: SemanticToken["modifier"]) => void;

function addBelow(view: View, profile: Profile, parent: Block, add: Add): void {
  const { text } = view.analysis.source;
  for (const block of blocksOf(view, parent)) {
    const { path, key, node, field } = block;
    const value = spanWithoutQuotes(text, { start: node.span.start, end: Math.max(node.span.start, block.span.end) });
    if (key) {
      add(spanWithoutQuotes(text, key), !field ? "unread" : rowAssessedAt(path) === undefined ? "key" : "row");
    }
    if (node.kind !== "scalar") addBelow(view, profile, block, add);
    else if (!field) add(value, "unread");
    else if (field.vocabulary !== undefined && profile.facts.at(path).state === "stated") {
      add(value, "value", isClassHandled(path) ? SemanticTokenModifiers.definition : undefined);
    }
  }
}

/** Whether a path is that of the class that the whole profile is judged by. */
function isClassHandled([section, fact, ...below]: Path): boolean {
  return section === "information" && fact === "classification" && below.length === 0;
}

/** The span of a name with its `&` or `*`. */
function withMark({ start, end }: Span): Span {
  return { start: Math.max(0, start - 1), end };
}

/** Encodes tokens as the protocol requires: five numbers each, positions relative to the previous token. */
function encode(tokens: readonly SemanticToken[]): number[] {
  const typeNames = Object.keys(TYPES);
  let previous = { line: 0, start: 0 };
  return tokens.flatMap((token) => {
    const { line, start, end, type, modifier } = token;
    const fromStart = line === previous.line ? start - previous.start : start;
    const modifiers = modifier === undefined ? 0 : 1 << MODIFIERS.indexOf(modifier);
    const numbers = [line - previous.line, fromStart, end - start, typeNames.indexOf(type), modifiers];
    previous = token;
    return numbers;
  });
}
