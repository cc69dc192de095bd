import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import type { Bundle } from "../../core/analysis/analyze.ts";
import { fieldAt } from "../../core/schema/format.ts";
import { rowsDecidedAt } from "../../core/standard/facts.ts";
import { valueBlocks } from "../hover/value.ts";
import { content, markupFor } from "../markup.ts";
import { editorMessages } from "../messages/index.ts";
import type { View } from "../view.ts";
import { anchors } from "./anchors.ts";
import { type CompletionContext, contextAt } from "./context.ts";
import { type CompletionChoice, canContinue, type ItemData, toItem } from "./item.ts";
import { keys } from "./keys.ts";
import { wholeProfiles } from "./profile.ts";
import type { CompletionSlot } from "./slot.ts";
import { values } from "./values.ts";

/** Characters that make a client request completion. A Japanese keyboard types the last two for a colon and a space. */
export const TRIGGER_CHARACTERS = [":", " ", "-", "[", ",", "{", "*", '"', "：", "\u3000"];

/** What can be written at a position. */
export function completion(view: View, position: Position): CompletionList {
  const context = contextAt(view, view.analysis.source.lines.offset(position));
  const found = context.slots.flatMap((slot) => choices(slot, context).map((choice) => [choice, slot] as const));
  const first = found.findIndex(([{ isNext }]) => isNext);
  return {
    isIncomplete: false,
    items: found.map(([choice, slot], index) => toItem({ ...choice, isNext: index === first }, slot, context, index)),
  };
}

function choices(slot: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { typed, kind, path } = slot;
  if (/^[|>&!@%`]/.test(typed)) return [];
  if (typed.startsWith("*")) return anchors(slot, context);
  const isEmpty = path.length === 0 && !slot.isFlow && (!context.document || context.document.root?.kind === "scalar");
  const all = kind === "key" ? keys(slot, context) : values(slot, context);
  // in an empty document a whole profile comes before a single key
  const offered = kind === "key" && isEmpty ? [...wholeProfiles(context), ...all.map((key) => ({ ...key, isNext: false }))] : all;
  return offered.filter((choice) => canContinue(choice, typed));
}

/** Adds documentation to an item: the value, the field, and the rows that it decides. */
export function resolveCompletion(
  { format, standard }: Bundle,
  { language, capabilities }: Pick<View, "language" | "capabilities">,
  item: CompletionItem,
): CompletionItem {
  const data = item.data as Partial<ItemData> | undefined;
  if (!Array.isArray(data?.path)) return item;
  const { path, value } = data as ItemData;
  const field = fieldAt(format, path);
  if (!field) return item;
  const messages = editorMessages[language];
  const markup = markupFor(capabilities);
  const rows = rowsDecidedAt(standard, path).map((row) => messages.page.row(row));
  const blocks = [
    ...(value === undefined ? [] : valueBlocks(value, path, field, { format, standard }, messages, markup)),
    markup.text(field.description?.[language] ?? ""),
    rows.length > 0 ? markup.text(messages.completion.decides(rows)) : "",
  ];
  const documentation = content(markup, blocks);
  return documentation.value === "" ? item : { ...item, documentation };
}
