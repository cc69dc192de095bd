import { extname } from "node:path";
import { REPORT_FORMATS, type ReportFormat } from "../../../protocol/requests.ts";
import { shownPath } from "../core/text/shown-path.ts";
import type { ComparedProfile } from "../reports/comparison.ts";
import { type Document, documentOf, textOf } from "../reports/render.ts";
import { type CommandContext, type ExitStatus, UsageError } from "./command.ts";
import { analysisOptions, type JudgedFiles, type JudgingOptions, judgeAll } from "./judge.ts";
import { reportCommandMessages } from "./messages/reports.ts";
import { WRITING } from "./options.ts";
import { deliver } from "./write.ts";

/** The options of every command that writes documents. */
export const REPORT_OPTIONS = {
  format: { type: "string", short: "f", values: REPORT_FORMATS },
  ...WRITING,
} as const;

/** The values of REPORT_OPTIONS. */
interface ReportValues {
  readonly format: string | undefined;
  readonly output: string | undefined;
  readonly force: boolean;
}

const BY_ENDING: Readonly<Record<string, ReportFormat>> = {
  ".xlsx": "xlsx",
  ".html": "html",
  ".htm": "html",
  ".md": "md",
  ".markdown": "md",
  ".csv": "csv",
  ".json": "json",
};

/** The format of --format, else of the file name; undefined if neither names one. Throws a UsageError if they contradict. */
export function formatOf({ format, output }: ReportValues, { language, messages }: CommandContext): ReportFormat | undefined {
  const ending = output === undefined ? "" : extname(output).toLowerCase();
  const named = BY_ENDING[ending];
  if (format && named && format !== named) throw new UsageError(messages.notTogether(`--format ${format}`, `-o ${output}`));
  // a .pdf that holds Markdown helps nobody
  if (!format && !named && ending !== "")
    throw new UsageError(reportCommandMessages[language].unknownEnding(ending, REPORT_FORMATS));
  return REPORT_FORMATS.find((one) => one === format) ?? named;
}

/** Judges all inputs that operands name, and writes one document about their profiles. */
export async function writeReport(
  kind: "report" | "comparison",
  operands: readonly string[],
  values: ReportValues & JudgingOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const format = formatOf(values, context) ?? "md";
  const judged = await judgeAll(operands, analysisOptions(values, context), context);
  reportErrors(judged, context);
  const entries = entriesOf(judged);
  if (entries.length > 0) {
    await deliverReports(documentOf(kind, entries, context.language), format, values, judged, context);
  }
  return statusOf(judged);
}

/** Writes a document to its destination; never replaces a file that was judged. */
export async function deliverReports(
  document: Document,
  format: ReportFormat,
  values: ReportValues,
  { files }: JudgedFiles,
  context: CommandContext,
): Promise<void> {
  await deliver(
    await contentOf(document, format),
    values,
    context,
    files.map(({ path }) => path),
  );
}

async function contentOf(document: Document, format: ReportFormat): Promise<string | Uint8Array> {
  if (format !== "xlsx") return textOf(document, format);
  // a bundle of its own: large, and rarely needed
  const { writeDocuments } = await import("../spreadsheet/index.ts");
  return writeDocuments(document.documents());
}

/** The profiles of all readable files. */
export function entriesOf({ files }: JudgedFiles): ComparedProfile[] {
  return files.flatMap((file) =>
    "analysis" in file
      ? file.analysis.profiles.map((profile) => ({
          analysis: file.analysis,
          profile,
          path: file.path,
        }))
      : [],
  );
}

/** Prints why files could not be read. */
export function reportErrors({ files }: JudgedFiles, { io }: CommandContext): void {
  for (const file of files) if ("error" in file) io.error(`${shownPath(file.path)}: ${file.error}\n`);
}

/** 0 whatever the verdict; 2 if something was not found or not readable; 3 after an internal error. */
export function statusOf({ files, isEmpty, isFaulty }: JudgedFiles): ExitStatus {
  if (isFaulty) return 3;
  return isEmpty || files.some((file) => "error" in file) ? 2 : 0;
}
