import type { Colors } from "picocolors/types";
import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Verdict } from "../../core/evaluation/verdict.ts";
import type { AnyFinding, Severity } from "../../core/findings/finding.ts";
import { shownPath } from "../../core/text/shown-path.ts";
import { charactersOf, widthOf, wrap } from "../../core/text/wrap.ts";
import type { Lines, Range } from "../../core/yaml/lines.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { coreMessages, messageOf, relatedText, summaryOf } from "../../messages/render.ts";
import { checkMessages } from "../messages/check.ts";
import { cliMessages } from "../messages/index.ts";
import { cut, visible } from "../terminal.ts";
import type { OutputFormat } from "./format.ts";
import type { Style } from "./style.ts";
import { notes, paint, total } from "./total.ts";

const MARKS: Readonly<Record<Severity, string>> = { error: "✗", warning: "!", information: "i" };
const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  conforming: "✓",
  nonconforming: "✗",
  undetermined: "?",
  "not-applicable": "–",
  invalid: "✗",
};

/** The result for a terminal: each finding with an excerpt of the text and the risk, then a summary. */
export const pretty: OutputFormat<string> = {
  pieceOf: (file, { language: id, style, isNew }) => {
    const { colors } = style;
    if ("error" in file) return `${colors.bold(shownPath(file.path))}\n  ${colors.red(`✗ ${file.error}`)}\n`;
    return fileText(
      file.path,
      file.analysis,
      coreMessages[id],
      style,
      isNew ? checkMessages[id].nothingNew : cliMessages[id].clean,
    );
  },
  writer: (run) => ({
    start: "",
    next: (text) => `${text}\n`,
    end: (ending) => [`${[total(run, ending, run.style.colors), ...notes(run, ending)].join("\n")}\n`],
  }),
};

function fileText(path: string, analysis: Analysis, language: CoreMessages, style: Style, clean: string): string {
  const { colors } = style;
  const lines: string[] = [];
  for (const profile of analysis.profiles) {
    const name = [profile.vendor, profile.service].filter((part) => part !== null).join(" / ");
    const summary = language.summary(summaryOf(profile));
    lines.push(`${colors.bold(colors.underline(shownPath(path)))}${name === "" ? "" : ` ${visible(name)}`}`);
    lines.push(paint(profile.verdict, colors)(`${VERDICT_MARKS[profile.verdict]} ${summary}`), "");
    const findings = analysis.findings.filter(({ profile: index }) => index === profile.index);
    for (const finding of findings) lines.push(...findingText(finding, path, analysis, language, style), "");
    if (findings.length === 0) lines.push(colors.dim(`  ${clean}`), "");
  }
  return lines.join("\n");
}

function findingText(
  finding: AnyFinding,
  path: string,
  { source, standard }: Analysis,
  language: CoreMessages,
  { colors, columns }: Style,
): string[] {
  const { what, remedy, risk, requirement } = messageOf(finding, standard, language);
  const range = source.lines.range(finding.span);
  const color = severityColor(finding.severity, colors);
  const place = `${shownPath(path)}:${range.start.line + 1}:${range.start.character + 1}`;
  const body = [
    ...remedy,
    ...(risk === null ? [] : [language.risk(risk)]),
    ...(requirement === null ? [] : [requirement]),
    ...finding.related.map(
      (related) => `↳ ${source.lines.position(related.span.start).line + 1}: ${relatedText(related, language)}`,
    ),
  ];
  return [
    ...wrap(visible(what), columns - 4).map((line, index) =>
      index === 0 ? `  ${color(MARKS[finding.severity])} ${colors.bold(line)}` : `    ${colors.bold(line)}`,
    ),
    `    ${colors.dim(`${place}  ${finding.code}`)}`,
    ...excerpt(source.lines, range, color, colors, columns),
    ...body.flatMap((line) => wrap(visible(line), columns - 4)).map((line) => `    ${line}`),
  ];
}

/** The line of a finding, and a line that marks the range below it. */
function excerpt(
  lines: Lines,
  { start, end }: Range,
  color: (text: string) => string,
  colors: Colors,
  columns: number,
): string[] {
  const text = lines.text(start.line);
  const stop = end.line === start.line ? end.character : text.length;
  const gutter = String(start.line + 1);
  const room = columns - gutter.length - 9;
  // a column holds few UTF-16 units, so a slice of a long line is enough
  const maxUnits = room * 4;
  const isLong = stop > maxUnits || widthOf(visible(text.slice(0, stop))) > room;
  // a long line is shown from shortly before the range
  const from = isLong
    ? start.character - lastOf(text.slice(Math.max(0, start.character - maxUnits), start.character), 10).length
    : 0;
  const shown = cut(visible(text.slice(from, from + maxUnits)), room);
  const before = widthOf(visible(text.slice(from, start.character)));
  const marked = widthOf(visible(text.slice(start.character, Math.min(stop, start.character + maxUnits))));
  const width = Math.max(1, Math.min(marked, room - before));
  return [
    `    ${colors.dim(`${gutter} │`)} ${shown}`,
    `    ${" ".repeat(gutter.length)} ${colors.dim("│")} ${" ".repeat(before)}${color("~".repeat(width))}`,
  ];
}

/** The last characters of a text; none is split. */
function lastOf(text: string, count: number): string {
  return charactersOf(text).slice(-count).join("");
}

function severityColor(severity: Severity, { red, yellow, cyan }: Colors): (text: string) => string {
  return severity === "error" ? red : severity === "warning" ? yellow : cyan;
}
