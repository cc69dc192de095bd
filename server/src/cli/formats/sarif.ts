import type { Artifact, Log, Notification, PhysicalLocation, ReportingDescriptor, Result, Run } from "sarif";
import type { Analysis } from "../../core/analysis/analyze.ts";
import { bundled } from "../../core/analysis/bundled.ts";
import type { AnyFinding, Severity } from "../../core/findings/finding.ts";
import { type Row, riskOf, rowOf, type Standard } from "../../core/standard/standard.ts";
import type { Range } from "../../core/yaml/lines.ts";
import { pointer } from "../../core/yaml/node.ts";
import { version } from "../../generated/version.ts";
import { uriPartOf } from "../../host/node/file-name.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { coreMessages, messageOf, relatedText, textOf } from "../../messages/render.ts";
import { wordingOf } from "../../messages/wording.ts";
import { FINGERPRINT } from "../fingerprint.ts";
import type { OutputFormat } from "./format.ts";
import { itemsText, ListWriter, textAroundList } from "./json-list.ts";
import { relativePath } from "./relative.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** The beginning of every log. */
export const SARIF = {
  $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  version: "2.1.0",
} as const;

/** UTF-16 units that GitHub allows in a rule's description. */
const MAX_DESCRIPTION_UNITS = 1024;

/** The piece of a file. */
interface Piece {
  readonly uri: string;
  /** Why it could not be judged; null if it was. */
  readonly fault: Notification | null;
  readonly results: readonly {
    readonly finding: Ruled;
    /** The text of the result after its ruleIndex, which only the writer knows. */
    readonly rest: string;
  }[];
}

/** The parts of a finding that make its rule. */
type Ruled = Pick<AnyFinding, "kind" | "code" | "severity" | "requirement">;

/** The depth of the results in the log. */
const DEPTH = 4;

/** The result as a SARIF 2.1.0 log, with the rules that occur: their meaning, requirement, remedy and risk. */
export const sarif: OutputFormat<Piece> = {
  pieceOf: (file, { language, index, fingerprintOf }) => {
    const uri = uriOf(file.path);
    if ("error" in file) {
      const locations = [{ physicalLocation: placeOf(uri, index) }];
      return { uri, fault: { level: "error", message: { text: file.error }, locations }, results: [] };
    }
    const results = file.analysis.findings.map((finding) => {
      const { kind, code, severity, requirement } = finding;
      const result = {
        ...resultOf(finding, file.analysis, (range) => placeOf(uri, index, range), coreMessages[language]),
        partialFingerprints: { [FINGERPRINT]: fingerprintOf(finding) },
      };
      const text = itemsText([result], DEPTH);
      return { finding: { kind, code, severity, requirement }, rest: text.slice(text.indexOf("\n")) };
    });
    return { uri, fault: null, results };
  },
  writer: ({ asOf, language: id, shard }) => {
    const rules = new Map<string, { readonly index: number; readonly rule: ReportingDescriptor }>();
    const ruleOf = (finding: Ruled) => {
      const entry = rules.get(finding.code) ?? { index: rules.size, rule: rule(finding, bundled.standard, coreMessages[id]) };
      rules.set(finding.code, entry);
      return entry.index;
    };
    const indent = "  ".repeat(DEPTH);
    const list = new ListWriter(DEPTH);
    const results: string[] = [];
    const artifacts: Artifact[] = [];
    const faults: Notification[] = [];
    return {
      start: "",
      // the rules come before the results, so nothing can be written yet
      next: (piece) => {
        artifacts.push({ location: { uri: piece.uri }, sourceLanguage: "yaml" });
        if (piece.fault) faults.push(piece.fault);
        for (const { finding, rest } of piece.results) {
          const head = [`"ruleId": ${JSON.stringify(finding.code)}`, `"ruleIndex": ${ruleOf(finding)}`];
          results.push(list.next(`${indent}{${head.map((line) => `\n${indent}  ${line},`).join("")}${rest}`));
        }
        return "";
      },
      end: ({ tally }) => {
        const driver = { name: "vendor-profile", version, semanticVersion: version, language: id };
        const run: Run = {
          tool: { driver: { ...driver, rules: [...rules.values()].map(({ rule }) => rule) } },
          // without an id of its own, the upload of one shard would replace that of another
          ...(shard && { automationDetails: { id: `vendor-profile/${shard.number}-of-${shard.of}/` } }),
          language: id,
          columnKind: "utf16CodeUnits",
          invocations: [{ executionSuccessful: faults.length === 0, toolExecutionNotifications: faults }],
          artifacts,
          results: [],
          properties: { asOf, ...(shard && { shard }), verdicts: tally.verdicts },
        };
        const log: Log = { ...SARIF, runs: [run] };
        const [before, after] = textAroundList(log, "results");
        return [before, ...results, list.end(), after];
      },
    };
  },
};

function resultOf(
  finding: AnyFinding,
  { source: { lines }, standard, profiles }: Analysis,
  place: (range: Range) => PhysicalLocation,
  language: CoreMessages,
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

function placeOf(uri: string, index: number, range?: Range): PhysicalLocation {
  return {
    artifactLocation: { uri, index },
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
  return relativePath(path).split("/").map(uriPartOf).join("/");
}

/** The rule of a code: its meaning; for the code of a requirement also the requirement, the remedy and the risk. */
function rule(finding: Ruled, standard: Standard, { id, kinds, page }: CoreMessages): ReportingDescriptor {
  const meaning = kinds[finding.kind];
  const row = finding.kind.includes(".") || finding.requirement === null ? undefined : rowOf(standard, finding.requirement);
  const sections = row ? sectionsOf(row, standard, { id, page }) : [];
  const title = row ? page.row(row) : undefined;
  return {
    id: finding.code,
    name: title === undefined ? finding.code : `${finding.code} ${title}`,
    shortDescription: { text: short(title === undefined ? meaning : `${title}: ${meaning}`) },
    fullDescription: { text: short([meaning, ...(row ? [wordingOf(row.requirement, id)] : [])].join("\n")) },
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
  { id, page }: Pick<CoreMessages, "id" | "page">,
): [heading: string, text: string][] {
  const title = (column: string) => standard.columns[column]?.[id] ?? column;
  return [
    [title("requirement"), wordingOf(row.requirement, id)],
    [page.remedy, row.remedy[id]],
    [title("risk"), wordingOf(riskOf(standard, row), id)],
  ];
}

function short(text: string): string {
  return text.length <= MAX_DESCRIPTION_UNITS
    ? text
    : `${text.slice(0, MAX_DESCRIPTION_UNITS - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** A message whose quotes from a profile cannot form a Markdown link. */
function plain(text: string): string {
  return text.includes("](") ? text.replace(/[\\[\]]/g, "\\$&") : text;
}

/** Text escaped for Markdown; its line breaks stay. */
function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|#]/g, "\\$&").replaceAll("\n", "  \n");
}
