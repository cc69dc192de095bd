/**
 * Editors as language clients: what they announce, which is beside this file as data, and how they insert an accepted completion
 * item, after their sources.
 */
import { readFileSync } from "node:fs";
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from "vscode-languageserver";
import { Lines } from "../../../server/src/core/yaml/lines.ts";
import { applyEdits, type Edit } from "../../../server/src/language-service/edits/edit.ts";

export type ClientKey = "vscode" | "neovim" | "helix" | "eglot" | "lsp4ij" | "kate" | "none";

export interface FakeClient {
  readonly key: ClientKey;
  /** With its version. */
  readonly name: string;
  readonly capabilities: ClientCapabilities;
  /** The text after an item is accepted at the cursor. */
  readonly accept: (text: string, item: CompletionItem, cursor: Position) => string;
}

/** An accepted item, with offsets in the text. */
interface Accepted {
  readonly text: string;
  readonly cursor: number;
  readonly item: CompletionItem;
  readonly isSnippet: boolean;
  readonly edit: Edit;
  /** All are before the edit proper. */
  readonly others: readonly Edit[];
}

type Insert = (accepted: Accepted) => string;

/** The edit proper with another text, and the other edits. */
function applied({ text, edit, others }: Accepted, inserted: string): string {
  return applyEdits(text, [...others, { ...edit, text: inserted }]);
}

/** A snippet as text. Its syntax here is what the server sends: tab stops and escapes. */
function expanded(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$\d+/g, (_, escaped?: string) => escaped ?? "");
}

/** Adds the indentation of the line to every further line. */
function adjusted(inserted: string, text: string, offset: number): string {
  const [indent = ""] = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset)) ?? [];
  return inserted.replaceAll("\n", `\n${indent}`);
}

/** Does as the item says, else as it announced: keepWhitespace in its SnippetController2, adjustWhitespace in SnippetSession. */
const vscode: Insert = (accepted) => {
  const { text, edit, item, isSnippet } = accepted;
  const inserted = isSnippet ? expanded(edit.text) : edit.text;
  return applied(accepted, item.insertTextMode === InsertTextMode.asIs ? inserted : adjusted(inserted, text, edit.span.start));
};

/**
 * Inserts of plain text the first word only, and replaces up to the cursor. For a snippet it takes away the rest of the line,
 * applies the other edits, and expands the snippet with that rest: on_complete_done in vim/lsp/completion.lua, vim/snippet.lua.
 */
const neovim: Insert = ({ text, cursor, edit, others, isSnippet }) => {
  const { start } = edit.span;
  const head = applyEdits(text.slice(0, start), others);
  if (!isSnippet) return head + (/^\S*/.exec(edit.text)?.[0] || edit.text) + text.slice(cursor);
  const lineEnd = /$/m.exec(text.slice(cursor))?.index ?? 0;
  const rest = text.slice(cursor, cursor + lineEnd);
  return head + adjusted(expanded(edit.text) + rest, head, head.length) + text.slice(cursor + lineEnd);
};

/** Takes an item of kind snippet for one, whatever its format, and adjusts it: lsp_item_to_transaction in ui/completion.rs. */
const helix: Insert = (accepted) => {
  const { text, edit, item, isSnippet } = accepted;
  const isExpanded = isSnippet || item.kind === CompletionItemKind.Snippet;
  return applied(accepted, isExpanded ? adjusted(expanded(edit.text), text, edit.span.start) : edit.text);
};

/** yasnippet has the mode indent the further lines, which yaml-mode does in its own way: here, not at all. */
const eglot: Insert = (accepted) => {
  const { edit, isSnippet } = accepted;
  return applied(accepted, isSnippet ? expanded(edit.text).replace(/\n[ \t]+/g, "\n") : edit.text);
};

/** A live template, which IntelliJ adjusts, starts for several tab stops only: LSPCompletionProposal.handleInsert. */
const lsp4ij: Insert = (accepted) => {
  const { text, edit, isSnippet } = accepted;
  if (!isSnippet) return applied(accepted, edit.text);
  const isTemplate = (edit.text.match(/(?<!\\)\$\d/g) ?? []).length > 1;
  return applied(accepted, isTemplate ? adjusted(expanded(edit.text), text, edit.span.start) : expanded(edit.text));
};

/** Replaces the word at the cursor, and drops tab stops but not backslashes: stripSnippetMarkers in lspclientcompletion.cpp. */
const kate: Insert = (accepted) => {
  const { text, cursor, edit, item } = accepted;
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, cursor))?.[0] ?? "";
  const behind = /^[\p{L}\p{N}_]*/u.exec(text.slice(cursor))?.[0] ?? "";
  const span = { start: Math.min(cursor - before.length, edit.span.start), end: cursor + behind.length };
  const inserted = (edit.text === "" ? item.label : edit.text).replace(/(?<!\\)\$\d+/g, "");
  const isClosed = text[span.end] === '"' && inserted.endsWith('"');
  return applied({ ...accepted, edit: { ...edit, span } }, isClosed ? inserted.slice(0, -1) : inserted);
};

/** Inserts what it is sent. */
const none: Insert = (accepted) => applied(accepted, accepted.edit.text);

const INSERTS: Readonly<Record<ClientKey, Insert>> = { vscode, neovim, helix, eglot, lsp4ij, kate, none };

export const CLIENTS: readonly FakeClient[] = Object.entries(INSERTS).map(([key, insert]) => {
  const { client, capabilities } = JSON.parse(readFileSync(new URL(`${key}.json`, import.meta.url), "utf8"));
  return { key: key as ClientKey, name: client, capabilities, accept: (...args) => insert(acceptedOf(...args)) };
});

function acceptedOf(text: string, item: CompletionItem, cursor: Position): Accepted {
  const { textEdit, additionalTextEdits = [], insertTextFormat } = item;
  if (!textEdit || !("range" in textEdit)) throw new Error(`${item.label} has no edit`);
  const lines = new Lines(text);
  const [edit, ...others] = [textEdit, ...additionalTextEdits].map(
    ({ range, newText }): Edit => ({ span: { start: lines.offset(range.start), end: lines.offset(range.end) }, text: newText }),
  ) as [Edit, ...Edit[]];
  return { text, cursor: lines.offset(cursor), item, isSnippet: insertTextFormat === InsertTextFormat.Snippet, edit, others };
}
