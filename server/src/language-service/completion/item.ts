import { type CompletionItem, type CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import type { Bilingual } from "../../core/standard/text.ts";
import { trimBlanksEnd } from "../../core/text/white-space.ts";
import type { Path } from "../../core/yaml/node.ts";
import { toRange, toSnippet, toTextEdit } from "../convert.ts";
import type { Edit } from "../edits/edit.ts";
import type { View } from "../view.ts";
import type { CompletionContext } from "./context.ts";
import { type ChoiceEdits, insertionOf } from "./insertion.ts";
import type { CompletionSlot } from "./slot.ts";

/** One choice, before it is turned into an edit at a slot. */
export interface CompletionChoice {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What the user's typing matches besides the title; the label by default. */
  readonly word?: string;
  /** Its name in both languages; typing matches either. */
  readonly title: Bilingual;
  /** Shown beside the label instead of the title. */
  readonly detail?: string;
  readonly text: string;
  /** Offsets in the text where the user continues typing. */
  readonly stops?: readonly number[];
  /** The text begins on a new line, so the gap before the slot is deleted. */
  readonly isBelow?: boolean;
  readonly isNext?: boolean;
  /** What resolving the item documents. */
  readonly path?: Path;
  readonly value?: string;
}

/** What an item carries so that it can be resolved. */
export interface ItemData {
  readonly path: Path;
  readonly value?: string;
}

/** A choice as an LSP item; `order` is its rank in the list. */
export function toItem(
  choice: CompletionChoice,
  slot: CompletionSlot,
  { view }: CompletionContext,
  order: number,
): CompletionItem {
  const { label, kind, title, path, value, isNext } = choice;
  const { lines } = view.analysis.source;
  const { edit, fixes, isSnippet, mode } = insertionOf(editOf(choice, slot, view), view);
  const detail = choice.detail ?? title[view.language];
  const data: ItemData | undefined = path && { path, ...(value === undefined ? {} : { value }) };
  return {
    label,
    kind,
    ...(detail === "" || detail === label ? {} : { detail, labelDetails: { description: detail } }),
    ...(isNext ? { preselect: true } : {}),
    sortText: String(order).padStart(4, "0"),
    filterText: filterText(choice, slot.typed),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(mode === undefined ? {} : { insertTextMode: mode }),
    textEdit: { range: toRange(lines, edit.span), newText: isSnippet ? toSnippet(edit) : edit.text },
    ...(fixes.length > 0 ? { additionalTextEdits: fixes.map((fix) => toTextEdit(lines, fix)) } : {}),
    ...(data ? { data } : {}),
  };
}

function editOf(choice: CompletionChoice, slot: CompletionSlot, view: View): ChoiceEdits {
  const { span, behind } = slot;
  const { stops = [] } = choice;
  if (!choice.isBelow) {
    const { lead } = slot;
    const edit = { span, text: lead + choice.text, stops: stops.map((stop) => stop + lead.length) };
    return { edit: keepComment(edit, view), fixes: slot.fixes };
  }
  // otherwise the gap after a colon would be left as trailing space
  const gap = { span: { start: behind, end: span.start }, text: "" };
  const isRepaired = slot.fixes.some((fix) => fix.span.start < behind);
  const fixes = isRepaired ? slot.fixes : behind < span.start ? [gap] : [];
  return { edit: keepComment({ span, text: choice.text, stops }, view), fixes };
}

/** Keeps a comment on its line if the edit appends lines. Some clients do not replace what is behind the cursor: there it moves. */
function keepComment(edit: Edit, { analysis, capabilities }: View): Edit {
  if (capabilities.indentation !== "asTold") return edit;
  const lineBreak = edit.text.search(/[\r\n]/);
  if (lineBreak < 0) return edit;
  const comment = /^[ \t]*#[^\r\n]*/.exec(analysis.source.text.slice(edit.span.end))?.[0];
  if (comment === undefined) return edit;
  const stops = (edit.stops ?? []).map((stop) => (stop > lineBreak ? stop + comment.length : stop));
  return {
    span: { start: edit.span.start, end: edit.span.end + comment.length },
    text: edit.text.slice(0, lineBreak) + comment + edit.text.slice(lineBreak),
    stops,
  };
}

/** The text that the client matches typing against: the word first, so that it ranks first, then the titles. */
function filterText({ label, word = label, title }: CompletionChoice, typed: string): string {
  const quote = /^["'*]/.exec(typed)?.[0] ?? "";
  const wide = /[！-～]/u.test(typed) ? ` ${fullWidth(word)}` : "";
  return `${quote}${word} ${searchText(title)}${wide}`;
}

const searchTexts = new WeakMap<Bilingual, string>();

/**
 * Both titles as editors can match them. Editors match only where a word begins, and Japanese has no spaces, so each Japanese
 * character becomes a word. Cached.
 */
function searchText(title: Bilingual): string {
  let text = searchTexts.get(title);
  if (text === undefined) {
    text = `${title.ja.replace(/[^\x20-\x7e]/gu, " $& ")} ${title.en}`.replace(/ {2,}/g, " ").trim();
    searchTexts.set(title, text);
  }
  return text;
}

/** A word in full-width letters, as a Japanese input method shows it before conversion. */
function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** Whether the choice can continue what is typed: a trailing space ends a value unless the choice has it too. */
export function canContinue({ label, word = label, title }: CompletionChoice, typed: string): boolean {
  const begun = typed.replace(/^["']/, "").toLowerCase();
  return begun === trimBlanksEnd(begun) || [word, title.ja, title.en].some((name) => name.toLowerCase().startsWith(begun));
}
