import type { Log, Notification, PhysicalLocation, ReportingDescriptor, Result, Run } from "sarif";
import type { Analysis } from "../../core/analyze.ts";
import type { Range } from "../../core/document/lines.ts";
import { pointer } from "../../core/document/node.ts";
import type { AnyFinding, Severity } from "../../core/findings/finding.ts";
import type { Language } from "../../core/messages/language.ts";
import { languages, messageOf, relatedText, textOf } from "../../core/messages/render.ts";
import { countVerdicts } from "../../core/result.ts";
import { type Row, riskOf, rowOf, type Standard } from "../../core/standard/standard.ts";
import { version } from "../../generated/version.ts";
import { FINGERPRINT } from "../fingerprint.ts";
import type { CheckResult } from "../result.ts";
import { relativePath } from "./relative.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** What every log begins with. */
export const SARIF = {
  $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  version: "2.1.0",
} as const;

/** How long GitHub lets a rule's descriptions be. */
const MOST_UNITS = 1024;

/** The result as a SARIF log, version 2.1.0: with the rules that occur, what each asks for, and the risk. */
export function sarif({ asOf, language: id, files, shard, fingerprintOf }: CheckResult): string {
  const language = languages[id];
  const rules = new Map<string, ReportingDescriptor>();
  const ruleOf = (finding: AnyFinding, standard: Standard) => {
    if (!rules.has(finding.code)) rules.set(finding.code, rule(finding, standard, language));
    return [...rules.keys()].indexOf(finding.code);
  };
  const results = files.flatMap((file, index) =>
    "error" in file
      ? []
      : file.analysis.findings.map(
          (finding): Result => ({
            ruleId: finding.code,
            ruleIndex: ruleOf(finding, file.analysis.standard),
            ...resultOf(finding, file.analysis, (range) => placeOf(file.path, index, range), language),
            partialFingerprints: { [FINGERPRINT]: fingerprintOf(finding) },
          }),
        ),
  );
  const faults = files.flatMap((file, index): Notification[] =>
    "error" in file
      ? [{ level: "error", message: { text: file.error }, locations: [{ physicalLocation: placeOf(file.path, index) }] }]
      : [],
  );
  const run: Run = {
    tool: { driver: { name: "vendor-profile", version, semanticVersion: version, language: id, rules: [...rules.values()] } },
    // uploaded as they are, the parts of a whole do not replace one another
    ...(shard && { automationDetails: { id: `vendor-profile/${shard.number}-of-${shard.of}/` } }),
    language: id,
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: faults.length === 0, toolExecutionNotifications: faults }],
    artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) }, sourceLanguage: "yaml" })),
    results,
    properties: { asOf, ...(shard && { shard }), verdicts: countVerdicts(files) },
  };
  const log: Log = { ...SARIF, runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(
  finding: AnyFinding,
  { source: { lines }, standard, profiles }: Analysis,
  place: (range: Range) => PhysicalLocation,
  language: Language,
): Omit<Result, "ruleId"> {
  const { vendor = null, service = null } = profiles[finding.profile] ?? {};
  return {
    level: LEVELS[finding.severity],
    message: { text: plain(textOf(messageOf(finding, standard, language), language)) },
    locations: [{ physicalLocation: place(lines.range(finding.span)) }],
    relatedLocations: finding.related.map((related, index) => ({
      id: index + 1,
      physicalLocation: place(lines.range(related.span)),
      message: { text: plain(relatedText(related, language)) },
    })),
    properties: { vendor, service, path: pointer(finding.path) },
  };
}

function placeOf(path: string, index: number, range?: Range): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(path), index },
    ...(range && {
      region: {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      },
    }),
  };
}

function uriOf(path: string): string {
  return relativePath(path).split("/").map(encodeURIComponent).join("/");
}

/** What a code means; of a requirement's code, what is required, what would be enough, and the risk. */
function rule(finding: AnyFinding, standard: Standard, { id, kinds, page }: Language): ReportingDescriptor {
  const meaning = kinds[finding.kind];
  const row = finding.kind.includes(".") || finding.requirement === null ? undefined : rowOf(standard, finding.requirement);
  const sections = row ? sectionsOf(row, standard, { id, page }) : [];
  const title = row ? page.row(row) : undefined;
  return {
    id: finding.code,
    name: title === undefined ? finding.code : `${finding.code} ${title}`,
    shortDescription: { text: short(title === undefined ? meaning : `${title}: ${meaning}`) },
    fullDescription: { text: short([meaning, ...(row ? [row.requirement[id]] : [])].join("\n")) },
    help: {
      text: [meaning, ...sections.map(([heading, text]) => `${heading}:\n${text}`)].join("\n\n"),
      markdown: [markdown(meaning), ...sections.map(([heading, text]) => `## ${markdown(heading)}\n\n${markdown(text)}`)].join(
        "\n\n",
      ),
    },
    defaultConfiguration: { level: LEVELS[finding.severity] },
  };
}

function sectionsOf(
  row: Row,
  standard: Standard,
  { id, page }: Pick<Language, "id" | "page">,
): [heading: string, text: string][] {
  const title = (column: string) => standard.columns[column]?.[id] ?? column;
  return [
    [title("requirement"), row.requirement[id]],
    [page.remedy, row.remedy[id]],
    [title("risk"), riskOf(standard, row)[id]],
  ];
}

function short(text: string): string {
  return text.length <= MOST_UNITS ? text : `${text.slice(0, MOST_UNITS - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** A message in which what a profile quotes makes no link. */
function plain(text: string): string {
  return text.includes("](") ? text.replace(/[\\[\]]/g, "\\$&") : text;
}

/** Text as Markdown that is nothing but text, its lines kept apart. */
function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|#]/g, "\\$&").replaceAll("\n", "  \n");
}
