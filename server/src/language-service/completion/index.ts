import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import type { Bundle } from "../../core/analysis/analyze.ts";
import { fieldAt } from "../../core/schema/format.ts";
import { rowsDecidedAt } from "../../core/standard/facts.ts";
import { valueBlocks } from "../hover/value.ts";
import { content, markupFor } from "../markup.ts";
import { editorMessages } from "../messages/index.ts";
import type { View } from "../view.ts";
import { anchors } from "./anchors.ts";
import { type CompletionContext, type CompletionSlot, contextAt } from "./context.ts";
import { type CompletionChoice, type ItemData, mayGoOn, toItem } from "./item.ts";
import { keys } from "./keys.ts";
import { wholeProfiles } from "./profile.ts";
import { values } from "./values.ts";

/** What makes an editor ask without being told to. A Japanese keyboard gives the last two for a colon and a space. */
export const TRIGGER_CHARACTERS = [":", " ", "-", "[", ",", "{", "*", '"', "：", "\u3000"];

/** What can be written at a position. */
export function completion(view: View, position: Position): CompletionList {
  const context = contextAt(view, view.analysis.source.lines.offset(position));
  const found = context.places.flatMap((place) => choices(place, context).map((choice) => [choice, place] as const));
  const first = found.findIndex(([{ isNext }]) => isNext);
  return {
    isIncomplete: false,
    items: found.map(([choice, place], index) => toItem({ ...choice, isNext: index === first }, place, context, index)),
  };
}

function choices(place: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { typed, kind, path } = place;
  if (/^[|>&!@%`]/.test(typed)) return [];
  if (typed.startsWith("*")) return anchors(place, context);
  const isEmpty = path.length === 0 && !place.isFlow && (!context.document || context.document.root?.kind === "scalar");
  const all = kind === "key" ? keys(place, context) : values(place, context);
  // where nothing stands yet, a whole profile comes before a single key
  const begun = kind === "key" && isEmpty ? [...wholeProfiles(context), ...all.map((key) => ({ ...key, isNext: false }))] : all;
  return begun.filter((choice) => mayGoOn(choice, typed));
}

/** An item with what there is to say of it. */
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
  const words = editorMessages[language];
  const markup = markupFor(capabilities);
  const rows = rowsDecidedAt(standard, path).map((row) => words.page.row(row));
  const blocks = [
    ...(value === undefined ? [] : valueBlocks(value, path, field, { format, standard }, words, markup)),
    markup.text(field.description?.[language] ?? ""),
    rows.length > 0 ? markup.text(words.completion.decides(rows)) : "",
  ];
  const documentation = content(markup, blocks);
  return documentation.value === "" ? item : { ...item, documentation };
}
