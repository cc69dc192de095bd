import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import { carrierOf, type Duty, resultOf } from "../../core/evaluation/verdict.ts";
import { isBlocking } from "../../core/findings/blocking.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import { shownPath } from "../../core/text/shown-path.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { coreMessages, messageOf, textOf } from "../../messages/render.ts";
import type { OutputFormat } from "./format.ts";
import { relativePath } from "./relative.ts";

/**
 * The result as a JUnit report: a suite for each profile, with a case for each finding and each met duty. Findings that prevent
 * conformance are failures.
 */
export const junit: OutputFormat<readonly Suite[]> = {
  pieceOf: (file, { language }) => {
    const path = shownPath(relativePath(file.path));
    if ("error" in file) return [unreadable(path, file.error)];
    return file.analysis.profiles.map((profile) => suiteOf(path, profile, file.analysis, coreMessages[language]));
  },
  writer: () => {
    const suites: Suite[] = [];
    return {
      start: '<?xml version="1.0" encoding="UTF-8"?>',
      // the counts come before the suites
      next: (added) => {
        suites.push(...added);
        return "";
      },
      end: () => {
        const sum = (of: (suite: Suite) => number) => suites.reduce((total, suite) => total + of(suite), 0);
        const counts = {
          tests: sum(({ tests }) => tests),
          failures: sum(({ failures }) => failures),
          errors: sum(({ errors }) => errors),
        };
        return [element("testsuites", { name: "vendor-profile", ...counts }, suites.map(({ xml }) => xml).join("")), "\n"];
      },
    };
  },
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: string;
}

function suiteOf(path: string, profile: Profile, analysis: Analysis, language: CoreMessages): Suite {
  const { vendor, service, verdict, judgedAs, index, duties } = profile;
  const findings = analysis.findings.filter((finding) => finding.profile === index);
  const met = duties.filter(({ status }) => status === "met");
  const names = [vendor, service].filter((part) => part !== null).join(" / ");
  const name = names === "" ? path : `${path} · ${names}`;
  const counts = { tests: findings.length + met.length, failures: findings.filter(isBlocking).length, errors: 0 };
  const properties = Object.entries({ verdict, class: judgedAs ?? "" }).map(([name, value]) =>
    element("property", { name, value }),
  );
  const cases = [
    element("properties", {}, properties.join("")),
    ...findings.map((finding) => caseOf(path, name, finding, analysis, language)),
    ...met.map((duty) => element("testcase", { name: nameOf(duty, profile, language), classname: name })),
  ];
  const xml = element("testsuite", { name, ...counts }, cases.join(""));
  return { ...counts, xml };
}

/** The name of a met duty, with the alternative or the row that meets it if that is not the row itself. */
function nameOf({ row, alternatives, status }: Duty, { rows }: Profile, { page, explanation }: CoreMessages): string {
  const name = page.row(row);
  if (alternatives) return `${name}: ${explanation.group(alternatives.rows, status, carrierOf(alternatives, rows)?.no)}`;
  const isCarried = row.exception && resultOf(rows, row.no).status !== "met";
  return isCarried ? `${name}: ${explanation.carried(row.exception.carriedBy)}` : name;
}

function caseOf(
  path: string,
  suite: string,
  finding: AnyFinding,
  { source, standard }: Analysis,
  language: CoreMessages,
): string {
  const message = messageOf(finding, standard, language);
  const { line, character } = source.lines.position(finding.span.start);
  const text = escaped(`${path}:${line + 1}:${character + 1}\n${textOf(message, language)}`);
  const outcome = isBlocking(finding)
    ? element("failure", { type: finding.code, message: message.what }, text)
    : element("system-out", {}, text);
  return element("testcase", { name: `${finding.code} ${message.what}`, classname: suite }, outcome);
}

function unreadable(path: string, error: string): Suite {
  const counts = { tests: 1, failures: 0, errors: 1 };
  const cause = element("error", { type: "unreadable", message: error }, escaped(`${path}: ${error}`));
  const xml = element("testsuite", { name: path, ...counts }, element("testcase", { name: error, classname: path }, cause));
  return { ...counts, xml };
}

/** An XML element on its own line. */
function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value)).replace(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`)}"`,
  );
  const start = `\n<${name}${list.join("")}`;
  return content === "" ? `${start}/>` : `${start}>${content}${content.startsWith("\n") ? "\n" : ""}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML; characters that XML does not allow become U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
