import type { VerdictParams } from "../../../protocol/requests.ts";
import type { Analysis } from "../core/analysis/analyze.ts";
import type { Verdict } from "../core/evaluation/verdict.ts";
import { editorMessages } from "../language-service/messages/index.ts";
import type { LanguageId } from "../messages/language.ts";
import { summaryOf } from "../messages/render.ts";

/** The severity of each verdict, the worst verdict first. */
const SEVERITIES: Readonly<Record<Verdict, VerdictParams["severity"]>> = {
  invalid: "error",
  nonconforming: "error",
  undetermined: "warning",
  conforming: "ok",
  "not-applicable": "ok",
};

const WORST_FIRST = Object.keys(SEVERITIES);

/** The verdict of a file: the worst of its profiles' verdicts. */
export function verdict(uri: string, version: number, analysis: Analysis, languageId: LanguageId): VerdictParams {
  const { summary } = editorMessages[languageId];
  const profiles = analysis.profiles.map((profile) => ({ profile, line: summary(summaryOf(profile)) }));
  const worst = [...profiles].sort((a, b) => WORST_FIRST.indexOf(a.profile.verdict) - WORST_FIRST.indexOf(b.profile.verdict))[0];
  return {
    uri,
    version,
    text: worst?.line ?? "",
    detail:
      profiles.length < 2
        ? (worst?.profile.service ?? "")
        : profiles.map(({ profile, line }) => `${profile.service ?? `#${profile.index + 1}`}: ${line}`).join("\n"),
    severity: worst ? SEVERITIES[worst.profile.verdict] : "ok",
  };
}
