/** Tests that every surface that names the usable classes names those not known yet as such, never as "no". */
import assert from "node:assert/strict";
import pc from "picocolors";
import { pretty } from "../../server/src/cli/formats/pretty.ts";
import { verdict } from "../../server/src/language-server/verdict.ts";
import { checklistOf } from "../../server/src/language-server/views/checklist/checklist.ts";
import { comparisonView } from "../../server/src/language-server/views/comparison/view.ts";
import type { JudgedProfile } from "../../server/src/language-server/views/context.ts";
import { profileEntries } from "../../server/src/language-server/workspace/profile-entries.ts";
import { codeLenses } from "../../server/src/language-service/code-lens.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { coreMessages } from "../../server/src/messages/render.ts";
import { comparisonOf } from "../../server/src/reports/comparison.ts";
import type { ReportDocument } from "../../server/src/reports/document.ts";
import { comparisonDocument } from "../../server/src/reports/documents/comparison.ts";
import { planDocument } from "../../server/src/reports/documents/plan.ts";
import { reportDocuments } from "../../server/src/reports/documents/report.ts";
import { planOf } from "../../server/src/reports/plan/plan.ts";
import { reportOf } from "../../server/src/reports/report.ts";
import { judgedText } from "../support/judged.ts";
import { type Changes, profile } from "../support/profile.ts";
import { viewOf } from "../support/view.ts";

const I = { "information.classification": "I" };
const MIXED: Changes = { ...I, certifications: [], "encryption.atRest": null };
const OPEN: Changes = { ...I, contract: null };
const EXCLUDED: Changes = { ...I, "contract.governingLaw": "US" };

/** What a face says, as one text. */
type Face = (file: JudgedProfile, text: string, language: LanguageId) => string;

const factsOf = ({ parts }: ReportDocument) => JSON.stringify(parts.filter(({ kind }) => kind === "facts"));
const style = { colors: pc.createColors(false), columns: 500 };

/** The faces of one profile. */
const faces: Record<string, Face> = {
  lens: (_, text, language) => codeLenses(viewOf(text, { language }))[0]?.command?.title ?? "",
  status: ({ uri, analysis }, _, language) => verdict(uri, 1, analysis, language).text,
  tree: ({ analysis }, _, language) => profileEntries(analysis, language)[0]?.summary ?? "",
  checklist: (file, _, language) => JSON.stringify(checklistOf(file, [], language).facts),
  report: ({ analysis, profile, path }, _, language) =>
    reportDocuments([reportOf(analysis, profile, path)], language)
      .map(factsOf)
      .join(),
  plan: ({ analysis, profile }, _, language) =>
    factsOf(planDocument(planOf(analysis, profile), profile, analysis, coreMessages[language])),
  terminal: (file, _, language) => String(pretty.pieceOf(file, { language, style, isNew: false } as never)),
};

const WORDS = {
  ja: {
    mixed: "利用できる: Ⅱ ／ まだ判定できない: Ⅰ ／ 利用できない: S",
    open: /まだ判定できない: S、Ⅰ、Ⅱ|まだ判定できない（未記載2件）/,
    excluded: /利用できない: S、Ⅰ、Ⅱ|なし（S・Ⅰ・Ⅱのいずれにも使えない）/,
    no: /なし（|利用できない|使えない/,
  },
  en: {
    mixed: "usable: II / not yet known: I / not usable: S",
    open: /not yet known: S, I and II|not yet known \(2 not stated\)/,
    excluded: /not usable: S, I and II|none \(not usable for S, I or II\)/,
    no: /\bnone\b|not usable/,
  },
};

describe("the classes that a service may be used for", () => {
  for (const language of ["ja", "en"] as const) {
    const { mixed, open, excluded, no } = WORDS[language];
    for (const [name, face] of Object.entries(faces)) {
      const say = (changes: Changes) => {
        const text = profile(changes);
        const [file = assert.fail()] = judgedText(text);
        return face(file, text, language);
      };
      it(`${name}: ${mixed}`, () => assert.ok(say(MIXED).includes(mixed), say(MIXED)));
      it(`${name} (${language}): not known yet is no "no"`, () => {
        assert.match(say(OPEN), open);
        if (name !== "terminal") assert.doesNotMatch(say(OPEN), no);
      });
      it(`${name} (${language}): excluded`, () => assert.match(say(EXCLUDED), excluded));
    }

    it(`the comparison names the services of each list (${language})`, () => {
      const files = [{}, MIXED, EXCLUDED].flatMap((changes, index) =>
        judgedText(profile({ ...changes, "service.name": `甲乙丙`[index] })),
      );
      const lists = { eligible: ["1 甲"], open: ["2 乙"], excluded: ["3 丙"] };
      const expected = coreMessages[language].usability(lists);
      assert.ok(factsOf(comparisonDocument(comparisonOf(files), language)).includes(expected));
      assert.ok(comparisonView(files, language).facts.some(({ value }) => value === expected));
    });
  }
});
