import { l10n, Selection, TextEditorRevealType, type Uri, window } from "vscode";
import type { ImportAnswer, ImportProblem } from "../../../protocol/requests.ts";
import { withoutIcons } from "./choose.ts";
import { inNotification } from "./notification.ts";

type Imported = Exclude<ImportAnswer, { readonly refusal: string }>;

/** Shows the result of an import, and leads to the answers that could not be read. */
export async function tellProblems(profile: Uri, { summary, problems, note }: Imported): Promise<void> {
  const said = inNotification([summary, note].filter(Boolean).join(" "));
  if (problems.length === 0) {
    void window.showInformationMessage(said);
    return;
  }
  const count =
    problems.length === 1
      ? l10n.t("1 answer could not be read. It was kept as a comment.")
      : l10n.t("{0} answers could not be read. They were kept as comments.", problems.length);
  const show = l10n.t("Show");
  if ((await window.showWarningMessage(`${count} ${said}`, show)) === show) await showProblems(profile, problems);
}

/** Lists the unread answers; choosing one moves the cursor to the comment that keeps it. */
async function showProblems(profile: Uri, problems: readonly ImportProblem[]): Promise<void> {
  const editor = await window.showTextDocument(profile);
  const items = problems.map(({ place, message, line }) => ({
    label: withoutIcons(place),
    detail: withoutIcons(message),
    line,
  }));
  const goTo = ({ line }: { readonly line: number }) => {
    const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenter);
  };
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Answers That Could Not Be Read"),
    matchOnDetail: true,
    ignoreFocusOut: true,
    onDidSelectItem: (item) => goTo(item as (typeof items)[number]),
  });
  if (chosen) goTo(chosen);
}
