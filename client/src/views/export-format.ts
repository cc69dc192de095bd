import { l10n, type Memento, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { ExportParams, ReportFormat } from "../../../protocol/requests.ts";

/** What to write, and in which format. */
export type Choice = Pick<ExportParams, "what" | "format">;

interface Item extends QuickPickItem {
  /** Null for a separator. */
  readonly choice: Choice | null;
}

/** JSON is left out: programs get it from the command line. */
const FORMATS = ["xlsx", "html", "md", "csv"] as const satisfies readonly ReportFormat[];

/** Asks what to write and in which format, the last choice first. Returns undefined if the user cancelled. */
export async function chooseFormat(whats: readonly ExportParams["what"][], memory: Memento): Promise<Choice | undefined> {
  const key = `vendorProfile.export.${whats.join("+")}`;
  const last = memory.get<string>(key);
  const choices = whats.flatMap((what) => FORMATS.map((format): Choice => ({ what, format })));
  const again = choices.filter((choice) => nameOf(choice) === last);
  const rest = choices.filter((choice) => nameOf(choice) !== last);
  const picked = await window.showQuickPick(
    [
      ...again.flatMap((choice) => [separator(l10n.t("Last used")), { ...itemOf(choice), description: whatText(choice.what) }]),
      ...whats.flatMap((what) => [separator(whatText(what)), ...rest.filter((choice) => choice.what === what).map(itemOf)]),
    ],
    { placeHolder: l10n.t("Choose what to export") },
  );
  if (!picked?.choice) return undefined;
  await memory.update(key, nameOf(picked.choice));
  return picked.choice;
}

/** The file name extensions of a format. */
export function filtersOf(format: ReportFormat): Record<string, string[]> {
  return { [formatText(format)]: [format] };
}

const nameOf = ({ what, format }: Choice) => `${what}.${format}`;

const separator = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator, choice: null });

const itemOf = (choice: Choice): Item => ({ label: `${formatText(choice.format)} (.${choice.format})`, choice });

function whatText(what: ExportParams["what"]): string {
  const texts = { report: l10n.t("Report"), plan: l10n.t("What is needed to conform"), comparison: l10n.t("Comparison") };
  return texts[what];
}

function formatText(format: ReportFormat): string {
  return { xlsx: l10n.t("Excel Workbook"), html: "HTML", md: "Markdown", csv: "CSV", json: "JSON" }[format];
}
