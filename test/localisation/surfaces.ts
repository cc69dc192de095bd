/** The texts that each feature shows for a profile in an editor. */
import {
  CodeActionKind,
  type CompletionItem,
  type DocumentSymbol,
  type InlayHint,
  type MarkupContent,
} from "vscode-languageserver";
import { verdict } from "../../server/src/language-server/verdict.ts";
import { codeActions } from "../../server/src/language-service/code-actions.ts";
import { codeLenses } from "../../server/src/language-service/code-lens.ts";
import { completion, resolveCompletion } from "../../server/src/language-service/completion/index.ts";
import { diagnostics } from "../../server/src/language-service/diagnostics.ts";
import { hover } from "../../server/src/language-service/hover.ts";
import { inlayHints } from "../../server/src/language-service/inlay-hints.ts";
import { documentLinks } from "../../server/src/language-service/links.ts";
import { documentSymbols } from "../../server/src/language-service/symbols.ts";
import type { View } from "../../server/src/language-service/view.ts";

type Text = string | MarkupContent | undefined;

const plain = (text: Text): string => (typeof text === "object" ? text.value : (text ?? ""));

const whole = ({ analysis: { source } }: View) => source.lines.range({ start: 0, end: source.text.length });

/** The offsets where words begin and lines end. */
function offsetsIn({ analysis: { source } }: View): number[] {
  return [...source.text.matchAll(/[^\s:#[\]{},-][^\s:,]*|$/gm)].map(({ index }) => index);
}

function hovers(view: View): string[] {
  const { lines } = view.analysis.source;
  const texts = offsetsIn(view).map((offset) => hover(view, lines.position(offset))?.contents as Text);
  return [...new Set(texts.map(plain))];
}

/** The texts of the completions at the end of every third line: those at the other lines are much the same. */
function completions(view: View): string[] {
  const { source, format, standard } = view.analysis;
  const ends = [...source.text.matchAll(/$/gm)].map(({ index }) => index).filter((_, line) => line % 3 === 0);
  const items = new Map<string, CompletionItem>();
  for (const offset of ends) {
    for (const item of completion(view, source.lines.position(offset)).items)
      items.set(JSON.stringify([item.label, item.data]), item);
  }
  return [...items.values()].flatMap((item) => {
    const { labelDetails, detail, documentation } = resolveCompletion({ format, standard }, view, item);
    return [detail, labelDetails?.detail, labelDetails?.description, documentation].map(plain);
  });
}

function hintTexts({ label, tooltip }: InlayHint): string[] {
  const parts = typeof label === "string" ? [label] : label.flatMap(({ value, tooltip }) => [value, plain(tooltip)]);
  return [...parts, plain(tooltip)];
}

function symbolTexts({ name, detail, children = [] }: DocumentSymbol): string[] {
  return [name, detail ?? "", ...children.flatMap(symbolTexts)];
}

/** The texts of each feature, by its name. */
export const editorSurfaces: Readonly<Record<string, (view: View) => string[]>> = {
  diagnostics: (view) =>
    diagnostics(view).flatMap(({ message, relatedInformation = [] }) => [
      plain(message),
      ...relatedInformation.map(({ message }) => message),
    ]),
  hovers,
  completions,
  lenses: (view) => codeLenses(view).map(({ command }) => command?.title ?? ""),
  hints: (view) => inlayHints(view, whole(view)).flatMap(hintTexts),
  symbols: (view) => (documentSymbols(view) as DocumentSymbol[]).flatMap(symbolTexts),
  actions: (view) =>
    codeActions(view, { range: whole(view), context: { diagnostics: [], only: [CodeActionKind.Empty] } }).flatMap(
      ({ title, disabled }) => [title, disabled?.reason ?? ""],
    ),
  links: (view) => documentLinks(view, ["file:///profiles"]).map(({ tooltip }) => tooltip ?? ""),
  status: (view) => {
    const { text, detail } = verdict(view.uri, 1, view.analysis, view.language);
    return [text, detail];
  },
};
