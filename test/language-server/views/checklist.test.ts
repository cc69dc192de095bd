/** Tests the checklist: it says what the report says, and each row leads to the right place. */
import assert from "node:assert/strict";
import type { Checklist, ChecklistRow, Range } from "../../../protocol/requests.ts";
import type { Options } from "../../../server/src/core/analysis/analyze.ts";
import { checklistOf } from "../../../server/src/language-server/views/checklist/checklist.ts";
import type { JudgedProfile } from "../../../server/src/language-server/views/context.ts";
import type { LanguageId } from "../../../server/src/messages/language.ts";
import { reportMessages } from "../../../server/src/reports/messages/report.ts";
import { planOf } from "../../../server/src/reports/plan/plan.ts";
import { reportOf } from "../../../server/src/reports/report.ts";
import { examples } from "../../support/analyze.ts";
import { assertGolden } from "../../support/golden.ts";
import { judgedText, ROOT } from "../../support/judged.ts";
import { ABROAD, CLASSES, profile } from "../../support/profile.ts";

const LANGUAGES: readonly LanguageId[] = ["ja", "en"];

const show = (file: JudgedProfile, language: LanguageId = "ja") => checklistOf(file, [ROOT], language);

/** The checklist of a text's first profile. */
function checklist(text: string, options: Partial<Options> = {}, language: LanguageId = "ja"): Checklist {
  const [file = assert.fail()] = judgedText(text, "a.vendor.yaml", options);
  return show(file, language);
}

function rowOf({ rows }: Checklist, no: string): ChecklistRow {
  return rows.find((row) => row.no === no) ?? assert.fail(`there is no row ${no}`);
}

/** The text of a range. */
function textAt(text: string, { start, end }: Range): string {
  const lines = text.split("\n");
  assert.equal(start.line, end.line);
  return lines[start.line]?.slice(start.character, end.character) ?? "";
}

/** All strings in a value, at any depth. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** A checklist as text: its header, then a block for each row. */
function readable({ title, summary, facts, notes, filters, rows, plan, assumed }: Checklist, text: string): string {
  const steps = plan.groups.flatMap(({ title, options }) => [
    title,
    ...options.map(
      (steps) => `- ${steps.map(({ name, status, facts }) => [name, status.text, ...facts].join(" / ")).join(" + ")}`,
    ),
  ]);
  return `${[
    title,
    `${summary.text} (${summary.tone})`,
    ...(assumed === null ? [] : [assumed]),
    ...facts.map(({ name, value }) => `${name}: ${value}`),
    ...notes.map(({ text, tone }) => `! ${text} (${tone})`),
    ...filters.map(({ title, counted }) => `${title} ${counted}`),
    ...rows.flatMap((row) => [
      "",
      `${row.no} ${row.label} | ${row.obligation} | ${row.sign} (${row.tone}) | ${row.filters.join(" ")}`,
      ...row.why.map((line) => `  ${line}`),
      ...row.remedy.map((line) => `  > ${line}`),
      ...row.evidence.map(({ text, href }) => `  @ ${text} ${href ?? ""}`.trimEnd()),
      ...row.check.map((line) => `  # ${line}`),
      `  -> ${text.split("\n")[row.target.start.line]?.trim()}`,
    ]),
    "",
    plan.title,
    ...plan.paragraphs,
    ...steps,
    ...(plan.sets ? [plan.sets.title, ...plan.sets.items] : []),
  ].join("\n")}\n`;
}

const GOLDEN = ["half-stated", "exception-not-recorded", "overseas-without-alternative", "typing-mistakes", "warnings"];

describe("The checklist", () => {
  for (const { name, text } of examples()) {
    for (const language of LANGUAGES) {
      it(`says what the report says: ${name}, ${language}`, () => {
        for (const file of judgedText(text)) {
          const { rows, filters, ...list } = show(file, language);
          const report = reportOf(file.analysis, file.profile, file.path);
          const words = reportMessages[language];
          assert.equal(list.verdict, report.verdict);
          assert.deepEqual(
            rows.map(({ no, status, sign }) => [no, status, sign]),
            report.rows.map(({ row, status }) => [row.no, status, words.statuses[status]]),
          );
          assert.deepEqual(
            rows.filter((row) => row.evidence.length > 0).map(({ no }) => no),
            report.rows.filter(({ evidence }) => evidence.length > 0).map(({ row }) => row.no),
          );
          const inTheWay = new Set(
            report.remaining.flatMap(({ kind, rows }) => (kind === "duty" ? rows.map(({ row }) => row.no) : [])),
          );
          const isInTheWay = (row: ChecklistRow) => row.filters.includes("unmet") || row.filters.includes("unknown");
          assert.deepEqual(new Set(rows.filter(isInTheWay).map(({ no }) => no)), inTheWay);
          for (const { id, count } of filters) assert.equal(rows.filter((row) => row.filters.includes(id)).length, count);
          for (const { no, reasons } of list.plan.groups.flatMap(({ options }) => options.flat())) {
            const why = rows.find((row) => row.no === no)?.why ?? [];
            for (const reason of reasons) assert.ok(why.includes(reason), `${no}: ${reason}`);
          }
          for (const { remedy, status } of rows) assert.equal(remedy.length > 0, status === "unmet" || status === "unknown");
        }
      });

      it(`refers to no other interface, and has no empty text: ${name}, ${language}`, () => {
        for (const file of judgedText(text)) {
          for (const said of textsOf(show(file, language)).filter((said) => !said.startsWith(ROOT))) {
            assert.doesNotMatch(said, /vendor-profile check|--class|undefined|\[object|NaN/);
            assert.doesNotMatch(said, /\t|\r/);
          }
        }
      });
    }
  }

  for (const name of GOLDEN) {
    for (const language of LANGUAGES) {
      it(`reads as recorded: ${name}, ${language}`, () => {
        const { text } = examples().find((example) => example.name === name) ?? assert.fail();
        assertGolden(`views/checklist/${name}.${language}.txt`, readable(checklist(text, {}, language), text));
      });
    }
  }

  describe("for another class", () => {
    const text = profile({ ...ABROAD, "information.classification": "II", certifications: [] });

    for (const classification of CLASSES) {
      it(`is evaluated as ${classification}, and says that the file is not changed`, () => {
        const options = { classification };
        const list = checklist(text, options);
        const [file = assert.fail()] = judgedText(text, "a.vendor.yaml", options);
        const isOther = classification !== "II";
        assert.equal(list.assumed, isOther ? classification : null);
        assert.equal(list.notes.filter(({ text }) => text.includes("ファイルは変わらない")).length, isOther ? 1 : 0);
        assert.equal(list.verdict, file.profile.verdict);
        assert.deepEqual(
          list.classes.map(({ value, isStated }) => [value, isStated]),
          CLASSES.map((value) => [value, value === "II"]),
        );
        const plan = planOf(file.analysis, file.profile);
        assert.equal(plan.classification, classification);
        assert.deepEqual(
          list.plan.groups.flatMap(({ options }) => options.flat().map(({ no }) => no)),
          [...plan.common, ...plan.choices.flatMap(({ options }) => options.flat())].map(({ row }) => row.no),
        );
      });
    }
  });

  describe("without a class", () => {
    const text = profile({ "information.classification": null });

    it("shows every row, and asks for a class", () => {
      const list = checklist(text);
      assert.equal(list.rows.length, 15);
      assert.deepEqual([list.assumed, list.rows[0]?.status, list.rows[0]?.obligation], [null, "met", ""]);
      assert.deepEqual(
        list.filters.map(({ count }) => count),
        [0, 0, 0],
      );
      assert.match(list.notes.at(-1)?.text ?? "", /分類を選ぶ/);
      assert.deepEqual(list.plan.groups, []);
    });

    it("can be evaluated as a class on trial", () => {
      const list = checklist(text, { classification: "S" });
      assert.equal(list.assumed, "S");
      assert.match(list.notes[0]?.text ?? "", /重要性分類S.*未記載/);
    });
  });

  describe("leads", () => {
    it("to the value that makes a row unmet, not to the first fact of its section", () => {
      const text = profile({
        "encryption.atRest": [
          { store: "甲", role: "primary", cipher: "AES-256" },
          { store: "乙", role: "backup", cipher: "DES" },
        ],
      });
      const row = rowOf(checklist(text), "4");
      assert.equal(textAt(text, row.target), "DES");
      assert.deepEqual(
        row.places.map((place) => textAt(text, place)).filter((place) => /AES|DES/.test(place)),
        ["AES-256", "DES"],
      );
    });

    it("to the first fact of a row that is met", () => {
      const text = profile();
      assert.equal(textAt(text, rowOf(checklist(text), "1").target), "JP");
    });

    it("to an invalid value, and to an item without its fact", () => {
      const stores = [
        { store: "甲", role: "primary", cipher: "AES-256" },
        { store: "乙", role: "backup", cipher: "強い暗号" },
      ];
      const unread = profile({ "encryption.atRest": stores });
      assert.equal(textAt(unread, rowOf(checklist(unread), "4").target), "強い暗号");
      const lacking = profile({ "encryption.inTransit": [{ path: "甲", protocols: ["TLS 1.3"] }, { path: "乙" }] });
      const { start } = rowOf(checklist(lacking), "3").target;
      assert.match(lacking.split("\n")[start.line] ?? "", /乙/);
    });

    it("to where a missing fact belongs", () => {
      const text = profile({ "contract.domesticCourt": null });
      assert.equal(textAt(text, rowOf(checklist(text), "2").target), "domesticCourt");
      const without = profile({ contract: undefined });
      assert.equal(textAt(without, rowOf(checklist(without), "2").target), "S");
    });

    it("into its own profile, in a file with several", () => {
      const text = `${profile({ "service.name": "甲" })}---\n${profile({ "service.name": "乙" })}`;
      const border = text.split("\n").indexOf("---");
      const [first = assert.fail(), second = assert.fail()] = judgedText(text).map((file) => show(file));
      assert.deepEqual(
        second.profiles.map(({ name }) => name),
        ["甲", "乙"],
      );
      assert.deepEqual([first.index, second.index], [0, 1]);
      const lines = ({ rows }: Checklist) =>
        rows.flatMap(({ places, target }) => [...places, target].map(({ start }) => start.line));
      assert.ok(lines(first).every((line) => line < border));
      assert.ok(lines(second).every((line) => line > border));
      for (const { index, range } of second.profiles) {
        const own = lines(index === 0 ? first : second);
        assert.ok(own.every((line) => range.start.line <= line && line <= range.end.line));
      }
    });
  });

  describe("evidence", () => {
    const linesFor = (evidence: unknown, options: Partial<Options> = {}) =>
      rowOf(checklist(profile({ "assessment.1.evidence": [evidence] }), options), "1").evidence;

    it("leads to its page, and to its file", () => {
      assert.deepEqual(linesFor({ title: "約款", url: "https://a.example.jp/t", file: "docs/約款.pdf" }), [
        { text: "約款（docs/約款.pdf）", href: "https://a.example.jp/t" },
        { text: "docs/約款.pdf", href: `${ROOT}docs/${encodeURIComponent("約款.pdf")}` },
      ]);
    });
    it("leads to its file if it has no page", () => {
      assert.deepEqual(linesFor({ title: "約款", file: "t.pdf" }), [{ text: "約款（t.pdf）", href: `${ROOT}t.pdf` }]);
    });
    it("does not lead to a missing file", () => {
      assert.deepEqual(
        linesFor({ file: "t.pdf" }, { missingFiles: new Set(["t.pdf"]) }).map(({ href }) => href),
        [null],
      );
    });
    for (const evidence of [
      { title: "甲", url: "javascript:alert(1)" },
      { title: "甲", url: "command:workbench.action.quit" },
      { title: "甲", url: "https://[" },
      { title: "甲", file: "../../etc/passwd" },
      { title: "甲", file: "/etc/passwd" },
      { title: "甲", file: "file:///etc/passwd" },
    ]) {
      it(`leads nowhere else: ${evidence.url ?? evidence.file}`, () =>
        assert.deepEqual(
          linesFor(evidence).map(({ href }) => href),
          [null],
        ));
    }
  });

  it("keeps hostile names on one line, without hidden characters", () => {
    const hostile = `<img src=x onerror=alert(1)>\n[x](command:a)\u202e\u0007${"長".repeat(100_000)}`;
    const text = profile({
      "service.name": hostile,
      "vendor.name": hostile,
      "assessment.1.evidence": [{ title: hostile }],
      "assessment.1.note": hostile,
    });
    for (const language of LANGUAGES) {
      const list = checklist(text, {}, language);
      for (const said of textsOf(list).filter((said) => said.includes("<img")))
        assert.doesNotMatch(said, /[\p{Cc}\p{Bidi_Control}]/u);
      assert.ok(list.title.length < 80 && list.profiles.every(({ name }) => name.length <= 40));
      assert.ok(list.name.startsWith("<img src=x onerror=alert(1)> [x](command:a)\ufffd\ufffd長"));
    }
  });

  it("can be made from an empty text, and from one that is not a profile", () => {
    for (const text of ["", "# 何もない\n", "- 1\n- 2\n", "profile: 1\nservice: {"]) {
      const list = checklist(text);
      assert.equal(list.verdict, "invalid");
      assert.equal(list.rows.length, 15);
      assert.equal(list.name, "a.vendor.yaml");
    }
  });
});
