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

/** Judged profiles side by side: at least one. */
export function comparisonView(files: readonly JudgedProfile[], id: LanguageId): ComparisonView {
  const comparison = comparisonOf(files);
  const words = reportLanguage(id);
  const { messages } = words;
  const { export: save, copy, print } = checklistMessages[id].view;
  return {
    language: id,
    title: messages.comparisonTitle,
    facts: factsOf(comparison, words),
    services: files.map((file, index) => serviceOf(file, index, comparison, words)),
    sections: sectionsOf(comparison, words),
    lacking: lackingOf(comparison, words),
    legend: [messages.differsNote, isCrowded(comparison) ? messages.signLegend : messages.legend],
    words: {
      ...comparisonMessages[id].view,
      table: messages.headings.requirements,
      item: messages.columns.requirement,
      differs: messages.differs,
      lacking: messages.headings.lacking,
      export: save,
      copy,
      print,
    },
  };
}

function factsOf(comparison: Comparison, words: ReportLanguage): ComparisonView["facts"] {
  const { facts, serviceCount } = words.messages;
  const usable = usableFacts(comparison, words).map(({ name, value }) => ({
    name,
    value: plainLine(value.lines.map(({ text }) => text).join(" ")),
  }));
  return [
    { name: facts.asOf, value: comparison.asOf },
    { name: facts.services, value: serviceCount(comparison.services.length) },
    ...usable,
    { name: facts.standard, value: standardText(comparison.standard, words) },
  ].map((fact) => ({ ...fact, tone: null }));
}

function serviceOf(
  { uri, analysis, profile }: JudgedProfile,
  index: number,
  { services }: Comparison,
  words: ReportLanguage,
): ComparedService {
  const { vendor, classification, verdict, root, anchor } = profile;
  return {
    uri,
    index: profile.index,
    name: plainLine(nameOf(services, index, words)),
    vendor: plainLine(vendor ?? words.messages.notStated),
    verdict: {
      text: comparisonMessages[words.id].verdict(classification, words.core.verdicts[verdict]),
      tone: VERDICT_TONES[verdict],
    },
    position: analysis.source.lines.position((firstKey(root) ?? anchor).start),
  };
}

/** For each class that a service may not be used for, the verdict and the duties that are open. */
function lackingOf({ standard, services }: Comparison, words: ReportLanguage): ComparisonView["lacking"] {
  const { ofClass } = comparisonMessages[words.id];
  const all = services.map(({ outcomes, faults }, index) => ({
    name: plainLine(nameOf(services, index, words)),
    classes: outcomes
      .filter(({ isEligible }) => !isEligible)
      .map((outcome) => {
        const { classification, verdict, unmet, unknown, reviewed } = outcome;
        const said = ofClass(classTitle(standard, classification, words), countedVerdict(outcome, faults, words));
        return {
          verdict: { text: said, tone: VERDICT_TONES[verdict] },
          lines: [
            ...[...unmet, ...unknown].map((lack) => ({ text: lackText(lack, words), tone: STATUS_TONES[lack.duty.status] })),
            ...reviewed.map(({ row, carrier }) => ({
              text: words.messages.reviewedRow(row.no, carrier.row.no),
              tone: "note" as const,
            })),
          ],
        };
      }),
  }));
  return all.filter(({ classes }) => classes.length > 0);
}
