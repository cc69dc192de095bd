import type { Hover, Position } from "vscode-languageserver";
import { profileAt } from "../core/analysis/analyze.ts";
import { resultOf } from "../core/evaluation/verdict.ts";
import { type Field, fieldAt } from "../core/schema/format.ts";
import { rowsDecidedAt, rowsOn } from "../core/standard/facts.ts";
import type { Row, Standard } from "../core/standard/standard.ts";
import type { Path, Span } from "../core/yaml/node.ts";
import { type Located, locate, nameAt } from "../core/yaml/node-at-offset.ts";
import { rowAssessedAt } from "./blocks.ts";
import { toRange } from "./convert.ts";
import { aliasBlocks } from "./hover/alias.ts";
import type { HoverContext } from "./hover/context.ts";
import { rowBlocks, rowDetails, statusLines } from "./hover/rows.ts";
import { allowedValues, valueBlocks } from "./hover/value.ts";
import { content, markupFor } from "./markup.ts";
import { editorMessages } from "./messages/index.ts";
import { anchorAt } from "./references.ts";
import type { View } from "./view.ts";

/** The hover at a position: on a key, a value, a row number or an alias. Null elsewhere. */
export function hover(view: View, position: Position): Hover | null {
  const { source } = view.analysis;
  const offset = source.lines.offset(position);
  const profile = profileAt(view.analysis, offset);
  const markup = markupFor(view.capabilities);
  const context = { analysis: view.analysis, profile, messages: editorMessages[view.language], markup };
  const answer = (span: Span, blocks: readonly (string | undefined)[]): Hover => ({
    contents: content(markup, blocks),
    range: toRange(source.lines, span),
  });
  const anchor = anchorAt(view.analysis, position);
  const name = anchor && nameAt(anchor, offset);
  if (name && name !== anchor.span) {
    return answer({ start: name.start - 1, end: name.end }, aliasBlocks(anchor, context));
  }
  const located = locate(profile.root, offset);
  if (!located) return null;
  const span = located.onKey ? located.entry?.key : located.node.kind === "scalar" ? located.node.span : undefined;
  if (!span) return null;
  const blocks = blocksOf(located, context);
  return blocks && answer(span, blocks);
}

/**
 * The blocks of a hover, the most important first: what it is, the status of its rows with reasons, the risk, the full
 * requirement.
 */
function blocksOf({ path, node, onKey }: Located, context: HoverContext): string[] | null {
  const { analysis, profile, messages, markup } = context;
  const { format, standard } = analysis;
  if (path.some((step) => typeof step === "string" && step.startsWith("x-"))) return [markup.text(messages.hover.ownKey)];
  const field = fieldAt(format, path);
  if (!field) return null;
  const row = onKey ? rowNamed(rowAssessedAt(path), standard) : undefined;
  if (row) return rowBlocks(resultOf(profile.rows, row.no), context);
  const value = !onKey && node.kind === "scalar" ? node.value : undefined;
  const isSection = field.type === "object" || field.items?.type === "object";
  const rows = isSection ? rowsOn(standard, path) : rowsDecidedAt(standard, path);
  const results = rows.map(({ no }) => resultOf(profile.rows, no));
  return [
    ...(typeof value === "string" ? valueBlocks(value, path, field, analysis, messages, markup) : []),
    !onKey && profile.facts.isInvalid(path) ? markup.text(messages.hover.unreadable) : "",
    titleOf(path, field, context, onKey),
    results.length > 0 ? statusLines(results, context, path) : "",
    onKey ? allowedValues(field, format, messages, markup) : "",
    // for a section with several rows, their status is enough
    ...(results.length > 0 && (!isSection || results.length === 1) ? rowDetails(results, context) : []),
  ];
}

/** The title of a fact and its description if `isWhole`; for an item of plain values, those of its list. */
function titleOf(path: Path, field: Field, { analysis, messages: { id }, markup }: HoverContext, isWhole: boolean): string {
  const isItem = typeof path.at(-1) === "number" && field.type !== "object";
  const { title, description } = (isItem ? fieldAt(analysis.format, path.slice(0, -1)) : undefined) ?? field;
  return `${markup.bold(title[id])}${description && isWhole ? markup.text(` — ${description[id]}`) : ""}`;
}

function rowNamed(no: string | undefined, { rows }: Standard): Row | undefined {
  return rows.find((row) => row.no === no);
}
