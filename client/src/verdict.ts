import { Disposable, LanguageStatusSeverity, l10n, languages, type TextDocument, window, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type VerdictParams, verdictChanged } from "../../protocol/requests.ts";

const severities = {
  ok: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/** The language status item: the verdict on the active editor's profile, or a notice that the server has stopped. */
export function verdictStatus(client: BaseLanguageClient, language: string, restartCommand: string): Disposable {
  const verdicts = new Map<string, VerdictParams>();
  const key = (document: TextDocument) => client.code2ProtocolConverter.asUri(document.uri);
  const item = languages.createLanguageStatusItem("vendorProfile.verdict", { language });
  item.name = l10n.t("Verdict");

  const show = () => {
    const document = window.activeTextEditor?.document;
    const verdict = document && verdicts.get(key(document));
    const stopped = client.state === State.Stopped || client.state === State.StartFailed;
    item.busy = !verdict && !stopped;
    item.text = verdict?.text ?? (stopped ? l10n.t("The server has stopped") : l10n.t("Verdict"));
    item.detail = verdict?.detail ?? "";
    item.severity = severities[verdict?.severity ?? (stopped ? "error" : "ok")];
    item.command = stopped ? { title: l10n.t("Restart"), command: restartCommand } : undefined;
  };

  return Disposable.from(
    item,
    client.onNotification(verdictChanged, (verdict: VerdictParams) => {
      verdicts.set(verdict.uri, verdict);
      show();
    }),
    client.onDidChangeState(({ newState }) => {
      // a verdict is valid only while its server runs
      if (newState !== State.Running) verdicts.clear();
      show();
    }),
    workspace.onDidCloseTextDocument((document) => verdicts.delete(key(document))),
    window.onDidChangeActiveTextEditor(show),
  );
}
