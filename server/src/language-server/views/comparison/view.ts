import type { ComparedService, ComparisonView } from "../../../../../protocol/requests.ts";
import { firstKey } from "../../../core/yaml/location.ts";
import type { LanguageId } from "../../../messages/language.ts";
import { type Comparison, comparisonOf } from "../../../reports/comparison.ts";
import { STATUS_TONES, VERDICT_TONES } from "../../../reports/documents/cells.ts";
import { countedVerdict, isCrowded, lackText, nameOf, usableFacts } from "../../../reports/documents/comparison.ts";
import { type ReportLanguage, reportLanguage } from "../../../reports/documents/language.ts";
import { classTitle, standardText } from "../../../reports/documents/terms.ts";
import { comparisonMessages } from "../../../reports/messages/comparison.ts";
import type { JudgedProfile } from "../context.ts";
import { checklistMessages } from "../messages/checklist.ts";
import { plainLine } from "../text.ts";
import { sectionsOf } from "./sections.ts";

/** Profiles side by side. There has to be at least one. */
export function comparisonView(files: readonly JudgedProfile[], id: LanguageId): ComparisonView {
  const comparison = comparisonOf(files);
  const language = reportLanguage(id);
  const { messages: reportMessages } = language;
  const { export: save, copy, print } = checklistMessages[id].view;
  return {
    language: id,
    title: reportMessages.comparisonTitle,
    facts: factsOf(comparison, language),
    services: files.map((file, index) => serviceOf(file, index, comparison, language)),
    sections: sectionsOf(comparison, language),
    lacking: lackingOf(comparison, language),
    legend: [reportMessages.differsNote, isCrowded(comparison) ? reportMessages.signLegend : reportMessages.legend],
    messages: {
      ...comparisonMessages[id].view,
      table: reportMessages.headings.requirements,
      item: reportMessages.columns.requirement,
      differs: reportMessages.differs,
      lacking: reportMessages.headings.lacking,
      export: save,
      copy,
      print,
    },
  };
}

function factsOf(comparison: Comparison, language: ReportLanguage): ComparisonView["facts"] {
  const { facts, serviceCount } = language.messages;
  const usable = usableFacts(comparison, language).map(({ name, value }) => ({
    name,
    value: plainLine(value.lines.map(({ text }) => text).join(" ")),
  }));
  return [
    { name: facts.asOf, value: comparison.asOf },
    { name: facts.services, value: serviceCount(comparison.services.length) },
    ...usable,
    { name: facts.standard, value: standardText(comparison.standard, language) },
  ].map((fact) => ({ ...fact, tone: null }));
}

function serviceOf(
  { uri, analysis, profile }: JudgedProfile,
  index: number,
  { services }: Comparison,
  language: ReportLanguage,
): ComparedService {
  const { vendor, classification, verdict, root, anchor } = profile;
  return {
    uri,
    index: profile.index,
    name: plainLine(nameOf(services, index, language)),
    vendor: plainLine(vendor ?? language.messages.notStated),
    verdict: {
      text: comparisonMessages[language.id].verdict(classification, language.core.verdicts[verdict]),
      tone: VERDICT_TONES[verdict],
    },
    position: analysis.source.lines.position((firstKey(root) ?? anchor).start),
  };
}

/** The classes that each service may not be used for: the verdict and the open duties. */
function lackingOf({ standard, services }: Comparison, language: ReportLanguage): ComparisonView["lacking"] {
  const { ofClass } = comparisonMessages[language.id];
  const all = services.map(({ outcomes, faults }, index) => ({
    name: plainLine(nameOf(services, index, language)),
    classes: outcomes
      .filter(({ isEligible }) => !isEligible)
      .map((outcome) => {
        const { classification, verdict, unmet, unknown, reviewed } = outcome;
        const text = ofClass(classTitle(standard, classification, language), countedVerdict(outcome, faults, language));
        return {
          verdict: { text, tone: VERDICT_TONES[verdict] },
          lines: [
            ...[...unmet, ...unknown].map((lack) => ({ text: lackText(lack, language), tone: STATUS_TONES[lack.duty.status] })),
            ...reviewed.map(({ row, carrier }) => ({
              text: language.messages.reviewedRow(row.no, carrier.row.no),
              tone: "note" as const,
            })),
          ],
        };
      }),
  }));
  return all.filter(({ classes }) => classes.length > 0);
}
