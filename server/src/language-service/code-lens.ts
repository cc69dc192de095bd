import type { CodeLens } from "vscode-languageserver";
import { outcomes } from "../core/evaluation/outcome.ts";
import { summaryOf } from "../messages/render.ts";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import type { View } from "./view.ts";

/** The lens is not clickable, but the protocol requires a command. */
const NO_COMMAND = "";

/** Lenses above each profile: its verdict, and the outcome for each class. */
export function codeLenses({ analysis, language }: View): CodeLens[] {
  const messages = editorMessages[language];
  const { standard, source } = analysis;
  return analysis.profiles.flatMap((profile) => {
    const { root } = profile;
    const first = root?.kind === "map" ? root.entries[0]?.key : undefined;
    const range = toRange(source.lines, first ?? profile.anchor);
    const toLens = (title: string): CodeLens => ({ range, command: { title, command: NO_COMMAND } });
    const verdict = toLens(messages.marks.verdict(messages.summary(summaryOf(profile))));
    // outcomes of an invalid profile are not reliable
    if (profile.verdict === "invalid") return [verdict];
    return [verdict, toLens(outcomes(standard, profile.rows, profile.facts).map(messages.marks.outcome).join(" · "))];
  });
}
