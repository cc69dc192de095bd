import { CompletionItemKind } from "vscode-languageserver";
import { factsNeeded } from "../../core/standard/facts.ts";
import { shorten } from "../../core/text/shorten.ts";
import { renderEntries, skeletonOf } from "../edits/skeleton.ts";
import { eolOf } from "../edits/target.ts";
import { editorMessages } from "../messages/index.ts";
import type { CompletionContext } from "./context.ts";
import type { CompletionChoice } from "./item.ts";

const CLASSIFICATION = ["information", "classification"];

/** A whole profile for each class, with just what the class needs. */
export function wholeProfiles({ view }: CompletionContext): CompletionChoice[] {
  const { standard, format, source } = view.analysis;
  return Object.entries(standard.classes).map(([classification, { title, examples }]) => {
    const facts = [CLASSIFICATION, ...factsNeeded(standard, classification)];
    const { entries } = skeletonOf(format, facts, { [CLASSIFICATION.join(".")]: classification });
    const [ja, en] = [editorMessages.ja, editorMessages.en].map(({ completion }) => completion.profile(classification)) as [
      string,
      string,
    ];
    return {
      label: view.language === "ja" ? ja : en,
      word: en,
      kind: CompletionItemKind.Snippet,
      title: { ja, en: title.en },
      detail: editorMessages[view.language].hover.examples(shorten(examples[view.language])),
      ...renderEntries(entries, 0, eolOf(source.text)),
      path: [],
    };
  });
}
