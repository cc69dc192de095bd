/** Checks the message of every finding in both languages: four short parts, the risk as the standard words it, and no claim of a broken law. */
import assert from "node:assert/strict";
import stringWidth from "string-width";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import { type Row, riskOf } from "../../server/src/core/standard/standard.ts";
import type { ValueNode } from "../../server/src/core/yaml/node.ts";
import { coreMessages, type Message, messageOf, relatedText, textOf } from "../../server/src/messages/render.ts";
import { wordingOf } from "../../server/src/messages/wording.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { ABROAD, profile } from "../support/profile.ts";

/** Texts for findings that no example has. */
const others: [name: string, text: string][] = [
  ["nothing", ""],
  ["a list", "- a\n"],
  ["a half word", `${profile()}dom\n`],
  ["a quote", `${profile()}x-a: "\n`],
  ["a bracket", `${profile()}x-a: [\n`],
  ["a full-width colon", `${profile()}x-a：1\n`],
  ["no space", `${profile()}x-a:1\nx-b: 2\n`],
  ["a tab", `${profile()}x-a:\n\tx-b: 1\n`],
  ["an indentation", `${profile()}x-a: 1\n   x-b: 2\n`],
  ["a second colon", `${profile()}x-a: b: c\n`],
  ["a character", `${profile()}x-a: @\n`],
  ["a space that is none", `${profile()}x-a:\u00a0\nx-b: 1\n`],
  ["an escape", `${profile()}x-a: "\\q"\n`],
  ["text behind a value", `${profile()}x-a: "a" b\n`],
  ["no name", `${profile()}x-a: &\nx-b: &a *b\n`],
  ["a directive", `%YAML 1.2\n${profile()}`],
  ["a conflict", `${profile()}<<<<<<< HEAD\nx-a: 1\n=======\nx-a: 2\n>>>>>>> b\n`],
  ["aliases", `${profile()}x-a: *a\nx-b: &b\n  c: *b\n`],
  ["a tag", `${profile()}x-a: !a 1\nx-b: {[a]: 1}\n`],
  ["two keys", `${profile()}profile: 1\n`],
  ["an exception elsewhere", profile({ "assessment.7.exception": { by: "課" }, profile: 2, "contract.governingLow": "JP" })],
  ["small numbers", profile({ "authentication.provider.lockoutAttempts": 0, "vendor.corporateNumber": "12" })],
  [
    "a review",
    profile({
      "erasure.atTermination.method": "clear",
      "erasure.atDisposal": null,
      "assessment.8-1.exception": { by: "課", date: "2026-11-01", reason: "理由" },
    }),
  ],
  ["no review", profile({ "erasure.atTermination.method": "clear", "erasure.atDisposal": null })],
  [
    "an open group",
    profile({ ...ABROAD, "information.classification": "I", "dataLocation.primary": ["US"], "dataLocation.overseas": null }),
  ],
  [
    "a certificate that runs out",
    profile({ "certifications.0.expires": "2026-12-01", "encryption.inTransit.1.protocols": ["TLS 1.0"] }),
  ],
];

const texts = [...examples().map(({ name, text }) => [name, text] as const), ...others];
const analyses = texts.map(
  ([name, text]) => [name, analyzeText(text, { missingFiles: new Set(["evidence/login-design.pdf"]) })] as const,
);

type Check = (message: Message, finding: AnyFinding, analysis: Analysis) => void;

/** Runs a check for every finding of a text in one language. */
function every(analysis: Analysis, id: keyof typeof coreMessages, check: Check): void {
  for (const finding of analysis.findings) check(messageOf(finding, analysis.standard, coreMessages[id]), finding, analysis);
}

function rowOf({ data }: AnyFinding): Row | undefined {
  return "row" in data && typeof data.row !== "string" ? (data.row as Row) : undefined;
}

/** The tool's own sentences: the message without the quoted risk, and the texts of related places. */
function own(message: Message, { related }: AnyFinding, id: keyof typeof coreMessages): string {
  const language = coreMessages[id];
  return [textOf({ ...message, risk: null }, language), ...related.map((place) => relatedText(place, language))].join("\n");
}

/** A text without the values that it quotes from the profile. */
function withoutValues(text: string, { source }: Analysis): string {
  const values = source.documents.flatMap(({ root, problems }) => [
    ...(root ? wordsOf(root) : []),
    ...problems.flatMap(({ text }) => text ?? []),
  ]);
  values.sort((a, b) => b.length - a.length);
  return values.reduce((rest, value) => rest.replaceAll(value, ""), text.replace(/“[^”]*”/g, ""));
}

function wordsOf(node: ValueNode): string[] {
  if (node.kind === "map") return node.entries.flatMap(({ name, value }) => [name, ...wordsOf(value)]);
  if (node.kind === "list") return node.items.flatMap(wordsOf);
  return typeof node.value === "string" && node.value !== "" ? [node.value] : [];
}

describe("messages", () => {
  it("are tested for every kind of finding", () => {
    const seen = new Set(analyses.flatMap(([, { findings }]) => findings.map(({ kind }) => kind)));
    // These need a text that is too large, and an error without a better description.
    const untried = Object.keys(coreMessages.ja.kinds).filter((kind) => !seen.has(kind as AnyFinding["kind"]));
    assert.deepEqual(untried, ["yaml.limit", "yaml.syntax"]);
  });

  for (const [name, analysis] of analyses) {
    for (const id of ["ja", "en"] as const) {
      const language = coreMessages[id];
      describe(`${name}, ${id}`, () => {
        it("① says what is wrong on one short line", () =>
          every(analysis, id, ({ what }) => {
            assert.match(what, /^\S.*\S$/u);
            assert.ok(stringWidth(what) <= (id === "ja" ? 130 : 200), `${stringWidth(what)}: ${what}`);
          }));

        it("② says what would be enough for every unmet duty", () =>
          every(analysis, id, ({ remedy }, { kind, code }) => {
            const needed = ["unmet", "unstated", "recommended", "exception"].includes(kind);
            assert.ok(!needed || remedy.length > 0, code);
            for (const line of remedy) assert.match(line, /^\S[^\n]*$/);
          }));

        it("③ quotes the risk from the standard, inherited if the row has none", () =>
          every(analysis, id, (message, finding) => {
            const row = rowOf(finding);
            if (finding.kind.includes(".") || !row) return assert.equal(message.risk, null);
            const risk = riskOf(analysis.standard, row);
            assert.equal(message.risk, wordingOf(risk, id));
            assert.ok(message.risk.startsWith(risk[id]) && risk[id] !== "");
            assert.equal(message.risk === risk[id], risk.corrections === undefined);
            assert.ok(
              textOf(message, language)
                .split("\n")
                .includes(language.risk(message.risk ?? "")),
            );
          }));

        it("④ ends with the requirement's number and label", () =>
          every(analysis, id, (message, finding) => {
            const row = rowOf(finding);
            if (!row) return assert.equal(message.requirement, null);
            const last = textOf(message, language).split("\n").at(-1) ?? "";
            assert.equal(last, message.requirement);
            assert.ok(last.includes(row.no) && last.includes(row.label[id]), last);
          }));

        it("is in one language", () =>
          every(analysis, id, (message, finding) => {
            const text = withoutValues(own(message, finding, id), analysis);
            if (id === "en") assert.doesNotMatch(text, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}「」（）、。・]/u);
            else assert.match(text, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
            if (id === "ja") assert.doesNotMatch(text, /[“”‘’]|\b(?:is|not|the|and|or|of|to)\b/);
          }));

        it("never says that a law was broken", () =>
          every(analysis, id, (message, finding) =>
            assert.doesNotMatch(
              own(message, finding, id),
              /違法|違反|抵触|法令に反|illegal|unlawful|violat|breach|break(?:s|ing)? (?:the|a) law/iu,
            ),
          ));

        it("has no missing value", () =>
          every(analysis, id, (message, finding) =>
            assert.doesNotMatch(own(message, finding, id), /undefined|null|\[object|NaN|「」|“”|（）|\(\)/),
          ));
      });
    }
  }
});
