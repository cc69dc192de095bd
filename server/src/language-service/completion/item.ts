import { type CompletionItem, type CompletionItemKind, InsertTextFormat, InsertTextMode } from "vscode-languageserver";
import type { Bilingual } from "../../core/standard/text.ts";
import type { Path } from "../../core/yaml/node.ts";
import { toRange, toSnippet, toTextEdit } from "../convert.ts";
import type { Edit } from "../edits/edit.ts";
import type { CompletionContext, CompletionSlot } from "./context.ts";
import { lineEnd } from "./cursor-scanner.ts";

/** Something that may be chosen. */
export interface CompletionChoice {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What it is found by, beside its title, where that is not its label. */
  readonly word?: string;
  /** What it is called, in both languages: it is found by either. */
  readonly title: Bilingual;
  /** What is shown beside it instead of its title. */
  readonly detail?: string;
  readonly text: string;
  /** Where in the text something is left to be written. */
  readonly stops?: readonly number[];
  /** Takes the gap before the place with it: the text begins on a new line. */
  readonly isBelow?: boolean;
  readonly isNext?: boolean;
  /** Of what it says more when asked. */
  readonly path?: Path;
  readonly value?: string;
}

/** What an item carries until it is asked for more. */
export interface ItemData {
  readonly path: Path;
  readonly value?: string;
}

/** A choice as the protocol has it, in the order given. */
export function toItem(
  choice: CompletionChoice,
  place: CompletionSlot,
  { view, offset }: CompletionContext,
  order: number,
): CompletionItem {
  const { label, kind, title, path, value, isNext } = choice;
  const { lines } = view.analysis.source;
  const { edit, fixes } = editOf(choice, place, offset, view.analysis.source.text);
  const isSnippet = view.capabilities.snippets && edit.stops?.some((stop) => stop < edit.text.length);
  const detail = choice.detail ?? title[view.language];
  const data: ItemData | undefined = path && { path, ...(value === undefined ? {} : { value }) };
  return {
    label,
    kind,
    ...(detail === "" || detail === label ? {} : { detail, labelDetails: { description: detail } }),
    ...(isNext ? { preselect: true } : {}),
    sortText: String(order).padStart(4, "0"),
    filterText: filterText(choice, place.typed),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: toRange(lines, edit.span), newText: isSnippet ? toSnippet(edit) : edit.text },
    ...(fixes.length > 0 ? { additionalTextEdits: fixes.map((fix) => toTextEdit(lines, fix)) } : {}),
    ...(data ? { data } : {}),
  };
}

function editOf(
  choice: CompletionChoice,
  place: CompletionSlot,
  offset: number,
  text: string,
): { edit: Edit; fixes: readonly Edit[] } {
  const { span, behind } = place;
  const { stops = [] } = choice;
  if (!choice.isBelow) {
    const { lead } = place;
    const edit = { span, text: lead + choice.text, stops: stops.map((stop) => stop + lead.length) };
    return { edit: keepComment(edit, offset, text), fixes: place.fixes };
  }
  // the gap behind a colon would be left at the end of its line
  const gap = { span: { start: behind, end: span.start }, text: "" };
  const hasMended = place.fixes.some((fix) => fix.span.start < behind);
  const fixes = hasMended ? place.fixes : behind < span.start ? [gap] : [];
  return { edit: keepComment({ span, text: choice.text, stops }, offset, text), fixes };
}

/** A comment stays on its line where more lines are put behind it. */
function keepComment(edit: Edit, offset: number, text: string): Edit {
  const lineBreak = edit.text.search(/[\r\n]/);
  if (lineBreak < 0) return edit;
  const comment = /^[ \t]*#[^\r\n]*/.exec(text.slice(edit.span.end, lineEnd(text, offset)))?.[0];
  if (comment === undefined) return edit;
  const stops = (edit.stops ?? []).map((stop) => (stop > lineBreak ? stop + comment.length : stop));
  return {
    span: { start: edit.span.start, end: edit.span.end + comment.length },
    text: edit.text.slice(0, lineBreak) + comment + edit.text.slice(lineBreak),
    stops,
  };
}

/** What is typed is looked for in it: the word itself first, so that it ranks first, then its titles. */
function filterText({ label, word = label, title }: CompletionChoice, typed: string): string {
  const quote = /^["'*]/.exec(typed)?.[0] ?? "";
  const wide = /[！-～]/u.test(typed) ? ` ${fullWidth(word)}` : "";
  return `${quote}${word} ${words(title)}${wide}`;
}

const known = new WeakMap<Bilingual, string>();

/** Titles as they are found. Editors only look where words begin, and Japanese has no spaces: each of its characters is a word. */
function words(title: Bilingual): string {
  let text = known.get(title);
  if (text === undefined) {
    text = `${title.ja.replace(/[^\x20-\x7e]/gu, " $& ")} ${title.en}`.replace(/ {2,}/g, " ").trim();
    known.set(title, text);
  }
  return text;
}

/** As a Japanese keyboard writes it before it is converted. */
function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** Whether typed text that ends with a space may go on: otherwise the value is finished. */
export function mayGoOn({ label, word = label, title }: CompletionChoice, typed: string): boolean {
  const begun = typed.replace(/^["']/, "").toLowerCase();
  return begun === begun.trimEnd() || [word, title.ja, title.en].some((name) => name.toLowerCase().startsWith(begun));
}
