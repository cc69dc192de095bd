import type { Checklist, ChecklistFilter, Fact, Toned } from "../../../../../protocol/requests.ts";
import { shorten } from "../../../core/text/shorten.ts";
import { toRange } from "../../../language-service/convert.ts";
import { editorMessages } from "../../../language-service/messages/index.ts";
import type { LanguageId } from "../../../messages/language.ts";
import { VERDICT_TONES } from "../../../reports/documents/cells.ts";
import { type ReportLanguage, reportLanguage } from "../../../reports/documents/language.ts";
import { caveats, factCells } from "../../../reports/documents/report.ts";
import { classTitle, standardText } from "../../../reports/documents/terms.ts";
import { planOf } from "../../../reports/plan/plan.ts";
import { type Report, reportOf } from "../../../reports/report.ts";
import type { JudgedProfile } from "../context.ts";
import { checklistMessages } from "../messages/checklist.ts";
import { nameOf, plainLine, shortNameOf } from "../text.ts";
import { labelsFor } from "./messages.ts";
import { planSection } from "./plan.ts";
import { rowsOf } from "./rows.ts";

/**
 * The report of a profile as an interactive table.
 *
 * @param folders the workspace's folders, as URIs
 */
export function checklistOf(file: JudgedProfile, folders: readonly string[], id: LanguageId): Checklist {
  const { uri, path, version, analysis, profile } = file;
  const { standard, format, source, profiles } = analysis;
  const { classification, judgedAs, verdict } = profile;
  const language = reportLanguage(id);
  const viewMessages = checklistMessages[id];
  const report = reportOf(analysis, profile, path);
  const rows = rowsOf(report, { uri, folders, analysis, profile }, language);
  const name = nameOf(profile, path);
  const filters: readonly ChecklistFilter[] = ["unmet", "unknown", "required"];
  return {
    uri,
    index: profile.index,
    language: id,
    version,
    title: viewMessages.title(shorten(name)),
    name,
    profiles: profiles.map((other, index) => ({
      index,
      name: other.service || other.vendor ? shortNameOf(other, path) : editorMessages[id].navigation.structure.profile(index + 1),
      range: toRange(source.lines, source.documents[index]?.span ?? other.anchor),
    })),
    verdict,
    summary: {
      text: language.messages.verdict(language.core.verdicts[verdict], report.unmet, report.unknown, report.faults),
      tone: VERDICT_TONES[verdict],
    },
    facts: factsOf(report, language),
    classes: Object.keys(standard.classes).map((value) => ({
      value,
      title: classTitle(standard, value, language),
      isStated: value === classification,
    })),
    assumed: judgedAs === classification ? null : judgedAs,
    notes: notesOf(report, language),
    filters: filters.map((filter) => {
      const count = rows.filter((row) => row.filters.includes(filter)).length;
      const { filters: titles, filtered: explanations, rows: counted } = viewMessages;
      return { id: filter, title: titles[filter], explanation: explanations[filter], count, counted: counted(count) };
    }),
    rows,
    plan: planSection(planOf(analysis, profile), profile, format, language),
    messages: labelsFor(standard, language),
  };
}

/** The facts above the report's table, without the verdict, which is shown separately. */
function factsOf(report: Report, language: ReportLanguage): Fact[] {
  const { facts } = language.messages;
  const cells = factCells(report, language);
  const shown = ["vendor", "service", "class", "eligible", "asOf", "prepared", "profile"] as const;
  return [
    ...shown.map((fact) => {
      const { lines, tone = null } = cells[fact];
      return { name: facts[fact], value: plainLine(lines.map(({ text }) => text).join(" ")), tone };
    }),
    { name: facts.standard, value: standardText(report.standard, language), tone: null },
  ];
}

function notesOf(report: Report, language: ReportLanguage): Toned[] {
  const { classification, judgedAs } = report;
  const { choose, unchanged } = checklistMessages[language.id];
  const trial = judgedAs === null ? choose : judgedAs === classification ? null : unchanged;
  return [
    ...caveats(report, language).map(({ text, tone = null }) => ({ text, tone })),
    ...(trial === null ? [] : [{ text: trial, tone: "note" } as const]),
  ];
}
