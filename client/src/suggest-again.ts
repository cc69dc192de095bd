import { type CompletionItem, CompletionList } from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient";

/** What is written up to where a value goes, with the stop that a snippet has there: "key: ", "key: [$1]". */
const UP_TO_A_VALUE = /[:[] ?(\$\{?\d+:?\}?)?\]?$/;

/** Behind a key just written, its values are offered at once. */
export const suggestAgain: NonNullable<CompletionMiddleware["provideCompletionItem"]> = async (
  document,
  position,
  context,
  token,
  next,
) => {
  const answer = await next(document, position, context, token);
  for (const item of answer instanceof CompletionList ? answer.items : (answer ?? [])) {
    if (UP_TO_A_VALUE.test(textOf(item))) item.command = { command: "editor.action.triggerSuggest", title: "" };
  }
  return answer;
};

function textOf({ insertText, label }: CompletionItem): string {
  if (insertText === undefined) return typeof label === "string" ? label : label.label;
  return typeof insertText === "string" ? insertText : insertText.value;
}
