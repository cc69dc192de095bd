import { type CompletionItem, CompletionList } from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient";

/** Matches an accepted key up to the place of its value, with a snippet's tab stop: "key: ", "key: [$1]". */
const UP_TO_A_VALUE = /[:[] ?(\$\{?\d+:?\}?)?\]?$/;

/** Opens the suggestions for a value as soon as its key has been completed. */
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
