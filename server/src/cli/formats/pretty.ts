import type { Colors } from "picocolors/types";
import stringWidth from "string-width";
import type { Analysis } from "../../core/analyze.ts";
import type { Lines, Range } from "../../core/document/lines.ts";
import type { Verdict } from "../../core/evaluate/judge.ts";
import type { AnyFinding, Severity } from "../../core/findings/finding.ts";
import type { Language } from "../../core/messages/language.ts";
import { languages, messageOf, relatedText, summaryOf } from "../../core/messages/render.ts";
import { prose } from "../prose.ts";
import { type CheckResult, countVerdicts } from "../result.ts";

/** How wide the text may be, and its colours. */
export interface Style {
  readonly columns: number;
  readonly colors: Colors;
}

const MARKS: Readonly<Record<Severity, string>> = { error: "✗", warning: "!", information: "i" };
const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  conforming: "✓",
  nonconforming: "✗",
  undetermined: "?",
  "not-applicable": "–",
  invalid: "✗",
};

/** The result for a person at a terminal: each finding with its place in the text, the risk, and a summary. */
export function pretty({ asOf, language: id, files }: CheckResult, style: Style): string {
  const language = languages[id];
  const say = prose[id];
  const { colors } = style;
  const blocks: string[] = [];
  for (const file of files) {
    if ("error" in file) blocks.push(`${colors.bold(visible(file.path))}\n  ${colors.red(`✗ ${file.error}`)}\n`);
    else blocks.push(fileText(file.path, file.analysis, language, style, say.clean));
  }
  const counts = countVerdicts(files);
  const profiles = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const unreadable = files.filter((file) => "error" in file).length;
  const verdicts = (Object.keys(counts) as Verdict[])
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => paint(verdict, colors)(`${language.verdicts[verdict]} ${counts[verdict]}`));
  const total = [say.profiles(profiles), ...verdicts, ...(unreadable > 0 ? [colors.red(say.unreadableFiles(unreadable))] : [])];
  return `${[...blocks, `${total.join(" · ")} ${colors.dim(`(${say.asOf(asOf)})`)}`].join("\n")}\n`;
}

function fileText(path: string, analysis: Analysis, language: Language, style: Style, clean: string): string {
  const { colors } = style;
  const lines: string[] = [];
  for (const profile of analysis.profiles) {
    const name = [profile.vendor, profile.service].filter((part) => part !== null).join(" / ");
    const summary = language.summary(summaryOf(profile));
    lines.push(`${colors.bold(colors.underline(visible(path)))}${name === "" ? "" : ` ${visible(name)}`}`);
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
  language: Language,
  { colors, columns }: Style,
): string[] {
  const { what, remedy, risk, requirement } = messageOf(finding, standard, language);
  const range = source.lines.range(finding.span);
  const color = severityColor(finding.severity, colors);
  const place = `${visible(path)}:${range.start.line + 1}:${range.start.character + 1}`;
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

/** The line with the place marked below it. */
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
  // no column holds more than a few units, so of a long line only some is looked at
  const most = room * 4;
  const isLong = stop > most || stringWidth(visible(text.slice(0, stop))) > room;
  // a long line is shown from a little before the place
  const from = isLong ? start.character - lastOf(text.slice(Math.max(0, start.character - most), start.character), 10).length : 0;
  const shown = cut(visible(text.slice(from, from + most)), room);
  const before = stringWidth(visible(text.slice(from, start.character)));
  const marked = stringWidth(visible(text.slice(start.character, Math.min(stop, start.character + most))));
  const width = Math.max(1, Math.min(marked, room - before));
  return [
    `    ${colors.dim(`${gutter} │`)} ${shown}`,
    `    ${" ".repeat(gutter.length)} ${colors.dim("│")} ${" ".repeat(before)}${color("~".repeat(width))}`,
  ];
}

const characters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** The last characters of a text, none of them cut in two. */
function lastOf(text: string, count: number): string {
  return [...characters.segment(text)]
    .slice(-count)
    .map(({ segment }) => segment)
    .join("");
}

/** A text that cannot write to the terminal: what is no visible character shows as one. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/\t/g, " ").replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

function cut(text: string, width: number): string {
  return wrap(text, width)[0] ?? "";
}

/** Breaks a line to a width in columns: Japanese anywhere but before closing marks, English between words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const { segment } of characters.segment(text)) {
    const wide = stringWidth(segment);
    if (used + wide > width && line !== "" && !/^[、。，．）」』】・]/u.test(segment)) {
      const word = /[\x21-\x7e]/.test(segment) ? (/[\x21-\x7e]{1,24}$/.exec(line)?.[0] ?? "") : "";
      const rest = word.length < line.length ? word : "";
      lines.push(line.slice(0, line.length - rest.length).trimEnd());
      line = rest;
      used = stringWidth(rest);
      if (segment === " " && line === "") continue;
    }
    line += segment;
    used += wide;
  }
  return [...lines, line];
}

function severityColor(severity: Severity, { red, yellow, cyan }: Colors): (text: string) => string {
  return severity === "error" ? red : severity === "warning" ? yellow : cyan;
}

function paint(verdict: Verdict, { green, red, yellow, dim }: Colors): (text: string) => string {
  if (verdict === "conforming") return green;
  if (verdict === "undetermined") return yellow;
  return verdict === "not-applicable" ? dim : red;
}
