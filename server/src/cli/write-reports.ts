import { extname } from "node:path";
import type { ComparedProfile } from "../reports/comparison.ts";
import { type Document, textOf } from "../reports/render.ts";
import { type CommandContext, type ExitStatus, UsageError } from "./command.ts";
import type { JudgedFiles } from "./judge.ts";
import { reportCommandMessages } from "./messages/reports.ts";
import { WRITING } from "./options.ts";
import { deliver } from "./write.ts";

/** How documents can be written. */
export type ReportFormat = "xlsx" | "html" | "md" | "csv" | "json";

const FORMATS: readonly ReportFormat[] = ["xlsx", "html", "md", "csv", "json"];

/** What every command that writes documents takes. */
export const REPORT_OPTIONS = {
  format: { type: "string", short: "f", values: FORMATS },
  ...WRITING,
} as const;

/** What a command was asked to write documents as: the values of REPORT_OPTIONS. */
interface Wish {
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

/** The format of documents asked for, else that of the file's name, if either says. Throws a UsageError where they contradict. */
export function formatOf({ format, output }: Wish, { language, messages }: CommandContext): ReportFormat | undefined {
  const ending = output === undefined ? "" : extname(output).toLowerCase();
  const named = BY_ENDING[ending];
  if (format && named && format !== named) throw new UsageError(messages.notTogether(`--format ${format}`, `-o ${output}`));
  // a .pdf that holds Markdown would help nobody
  if (!format && !named && ending !== "") throw new UsageError(reportCommandMessages[language].unknownEnding(ending, FORMATS));
  return FORMATS.find((known) => known === format) ?? named;
}

/** Writes a document in a format, to where it was asked for, and never in the place of a file that was judged. */
export async function deliverReports(
  document: Document,
  format: ReportFormat,
  wish: Wish,
  { files }: JudgedFiles,
  context: CommandContext,
): Promise<void> {
  await deliver(
    await written(document, format),
    wish,
    context,
    files.map(({ path }) => path),
  );
}

async function written(document: Document, format: ReportFormat): Promise<string | Uint8Array> {
  if (format !== "xlsx") return textOf(document, format);
  // large, and seldom asked for
  const { writeDocuments } = await import("../spreadsheet/index.ts");
  return writeDocuments(document.documents());
}

/** The profiles that were judged. */
export function entriesOf({ files }: JudgedFiles): ComparedProfile[] {
  return files.flatMap((file) =>
    "analysis" in file ? file.analysis.profiles.map((profile) => ({ analysis: file.analysis, profile, path: file.path })) : [],
  );
}

/** Tells what could not be read. */
export function tellErrors({ files }: JudgedFiles, { io }: CommandContext): void {
  for (const file of files) if ("error" in file) io.error(`${file.path}: ${file.error}\n`);
}

/** 0 whatever the verdict; 2 where something was not found or not read; 3 where the fault is ours. */
export function statusOf({ files, isEmpty, isFaulty }: JudgedFiles): ExitStatus {
  if (isFaulty) return 3;
  return isEmpty || files.some((file) => "error" in file) ? 2 : 0;
}
