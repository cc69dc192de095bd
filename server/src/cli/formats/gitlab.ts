import { createHash } from "node:crypto";
import type { Severity } from "../../core/findings/finding.ts";
import { languages, messageOf, textOf } from "../../core/messages/render.ts";
import type { CheckResult } from "../result.ts";
import { relativePath } from "./relative.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", information: "info" };

/** The result as a Code Quality report of GitLab, whose fingerprints tell it what is new in a merge request. */
export function gitlab({ language: id, files, fingerprintOf }: CheckResult): string {
  const language = languages[id];
  const issues = files.flatMap((file) => {
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
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
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
