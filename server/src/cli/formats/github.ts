import { createColors } from "picocolors";
import type { Analysis } from "../../core/analysis/analyze.ts";
import type { AnyFinding, Severity } from "../../core/findings/finding.ts";
import { shownPath } from "../../core/text/shown-path.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { coreMessages, messageOf, textOf } from "../../messages/render.ts";
import type { OutputFormat } from "./format.ts";
import { relativePath } from "./relative.ts";
import { notes, total } from "./total.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice" };

/** The result as workflow commands of GitHub Actions, which annotate each line with its findings; then the counts. */
export const github: OutputFormat<string> = {
  pieceOf: (file, { language }) => {
    const commands =
      "error" in file
        ? [commandOf("error", { file: shownPath(relativePath(file.path)) }, file.error)]
        : file.analysis.findings.map((finding) => annotation(file.path, finding, file.analysis, coreMessages[language]));
    return commands.map((command) => `${command}\n`).join("");
  },
  writer: (run) => ({
    start: "",
    next: (text) => text,
    end: (ending) => [`${[total(run, ending, createColors(false)), ...notes(run, ending)].join("\n")}\n`],
  }),
};

function annotation(path: string, finding: AnyFinding, { source, standard, profiles }: Analysis, language: CoreMessages): string {
  const { start, end } = source.lines.range(finding.span);
  const { service = null, vendor = null } = profiles[finding.profile] ?? {};
  const name = service ?? vendor;
  const properties = {
    file: shownPath(relativePath(path)),
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub accepts columns only within one line
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: name === null ? finding.code : `${finding.code} ${name}`,
  };
  return commandOf(COMMANDS[finding.severity], properties, textOf(messageOf(finding, standard, language), language));
}

/** A command on one line, escaped so that no text of a profile can end it or begin another. */
function commandOf(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const parts = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${parts.join(",")}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
