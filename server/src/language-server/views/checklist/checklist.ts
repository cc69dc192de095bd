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
import { wordsFor } from "./messages.ts";
import { planSection } from "./plan.ts";
import { rowsOf } from "./rows.ts";

/** The report of a judged profile as a table to be clicked. `folders` are the workspace's, as URIs. */
export function checklistOf(file: JudgedProfile, folders: readonly string[], id: LanguageId): Checklist {
  const { uri, path, version, analysis, profile } = file;
  const { standard, format, source, profiles } = analysis;
  const { classification, judgedAs, verdict } = profile;
  const words = reportLanguage(id);
  const say = checklistMessages[id];
  const report = reportOf(analysis, profile, path);
  const rows = rowsOf(report, { uri, folders, analysis, profile }, words);
  const name = nameOf(profile, path);
  const filters: readonly ChecklistFilter[] = ["unmet", "unknown", "required"];
  return {
    uri,
    index: profile.index,
    language: id,
    version,
    title: say.title(shorten(name)),
    name,
    profiles: profiles.map((one, index) => ({
      index,
      name: one.service || one.vendor ? shortNameOf(one, path) : editorMessages[id].navigation.structure.profile(index + 1),
      range: toRange(source.lines, source.documents[index]?.span ?? one.anchor),
    })),
    verdict,
    summary: {
      text: words.messages.verdict(words.core.verdicts[verdict], report.unmet, report.unknown, report.faults),
      tone: VERDICT_TONES[verdict],
    },
    facts: factsOf(report, words),
    classes: Object.keys(standard.classes).map((value) => ({
      value,
      title: classTitle(standard, value, words),
      isStated: value === classification,
    })),
    assumed: judgedAs === classification ? null : judgedAs,
    notes: notesOf(report, words),
    filters: filters.map((filter) => {
      const count = rows.filter((row) => row.filters.includes(filter)).length;
      return { id: filter, title: say.filters[filter], explanation: say.filtered[filter], count, counted: say.rows(count) };
    }),
    rows,
    plan: planSection(planOf(analysis, profile), profile, format, words),
    words: wordsFor(standard, words),
  };
}

/** What the report says before its table, but for the verdict, which stands by itself. */
function factsOf(report: Report, words: ReportLanguage): Fact[] {
  const { facts } = words.messages;
  const cells = factCells(report, words);
  const shown = ["vendor", "service", "class", "eligible", "asOf", "prepared", "profile"] as const;
  return [
    ...shown.map((fact) => {
      const { lines, tone = null } = cells[fact];
      return { name: facts[fact], value: plainLine(lines.map(({ text }) => text).join(" ")), tone };
    }),
    { name: facts.standard, value: standardText(report.standard, words), tone: null },
  ];
}

function notesOf(report: Report, words: ReportLanguage): Toned[] {
  const { classification, judgedAs } = report;
  const say = checklistMessages[words.id];
  const trial = judgedAs === null ? say.choose : judgedAs === classification ? null : say.unchanged;
  return [
    ...caveats(report, words).map(({ text, tone = null }) => ({ text, tone })),
    ...(trial === null ? [] : [{ text: trial, tone: "note" } as const]),
  ];
}
