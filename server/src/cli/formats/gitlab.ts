import { createHash } from "node:crypto";
import type { FileResult } from "../../core/analysis/file-result.ts";
import type { Severity } from "../../core/findings/finding.ts";
import { coreMessages, messageOf, textOf } from "../../messages/render.ts";
import type { OutputFormat, Showing } from "./format.ts";
import { itemsText, ListWriter } from "./json-list.ts";
import { relativePath } from "./relative.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", information: "info" };

/** The result as a Code Quality report of GitLab, which finds new issues of a merge request by fingerprint. */
export const gitlab: OutputFormat<string> = {
  pieceOf: (file, showing) => itemsText(issuesOf(file, showing), 1),
  writer: () => {
    const list = new ListWriter(1);
    return { start: "[", next: (issues) => list.next(issues), end: () => [`${list.end()}]\n`] };
  },
};

function issuesOf(file: FileResult, { language: id, fingerprintOf }: Showing): readonly object[] {
  const language = coreMessages[id];
  const path = relativePath(file.path);
  if ("error" in file) return [unreadable(path, file.error)];
  const { source, standard, findings } = file.analysis;
  return findings.map((finding) => {
    const { start, end } = source.lines.range(finding.span);
    return {
      description: textOf(messageOf(finding, standard, language), language),
      check_name: finding.code,
      fingerprint: fingerprintOf(finding),
      severity: SEVERITIES[finding.severity],
      location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
    };
  });
}

function unreadable(path: string, error: string) {
  return {
    description: error,
    check_name: "unreadable",
    fingerprint: createHash("sha256").update(`unreadable ${path}`).digest("hex"),
    severity: "blocker",
    location: { path, lines: { begin: 1, end: 1 } },
  };
}
