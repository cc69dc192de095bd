/** Tests the law of fixes for any text: none states anything new, loses a comment, or introduces another mistake. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import { type Path, plain, pointer, type ValueNode } from "../../server/src/core/yaml/node.ts";
import { applyEdits, isOverlapping } from "../../server/src/language-service/edits/edit.ts";
import { type Fix, isFix } from "../../server/src/language-service/fixes/fix.ts";
import { fixAll, fixesOfCode } from "../../server/src/language-service/fixes/fix-all.ts";
import type { FixKind } from "../../server/src/language-service/fixes/fix-data.ts";
import { fixesOf } from "../../server/src/language-service/fixes/index.ts";
import { AS_OF, analyzeText, examples } from "../support/analyze.ts";
import { outcome, profiles } from "./profiles.ts";
import { commented, mistakes, withMistakes, write } from "./writing.ts";

/** Fixes that put something there to be filled in: the finding may stay. */
const SKELETONS: readonly FixKind[] = ["begin", "add", "add-open", "add-alternative", "add-review", "add-evidence", "add-colon"];
/** Fixes that the user chooses for what they take away. */
const REMOVALS: readonly FixKind[] = [
  "remove-key",
  "remove-repeated",
  "keep-one",
  "keep-first",
  "keep-second",
  "drop",
  "drop-others",
  "keep-ours",
  "keep-theirs",
  "remove-empty",
  "remove-alias",
];

const options = { today: AS_OF };
const isBroken = ({ kind }: AnyFinding) => kind.startsWith("yaml.");
const isSchema = ({ kind }: AnyFinding) => kind.startsWith("schema.");

/** What a text states: each value by its path, whichever the item, in its normal form; where one is renamed, unknown keys by the key that was meant. */
function stated({ profiles, findings, source }: Analysis, isRenamed: boolean): Map<string, string> {
  const facts = new Map<string, string>();
  const meant = new Map<string, string>();
  for (const { kind, profile, path, data } of findings) {
    if (kind === "schema.unknown-key") continue;
    if ("meant" in data && typeof data.meant === "string") meant.set([profile, ...path].join("/"), data.meant);
  }
  const keys = new Map<string, string>();
  for (const { kind, profile, path, data } of findings) {
    if (isRenamed && kind === "schema.unknown-key") keys.set([profile, ...path].join("/"), data.meant ?? data.similar ?? "");
  }
  const visit = (node: ValueNode, path: Path, name: readonly string[]): void => {
    const normal = meant.get(path.join("/"));
    if (normal !== undefined) {
      const written = source.text.slice(node.span.start, node.span.end);
      for (const word of normal.replace(/^\[|\]$/g, "").split(", ")) facts.set(`${name.join(".")}=${bare(word)}`, written);
    } else if (node.kind === "map") {
      for (const entry of node.entries) {
        if (entry.name.startsWith("x-")) continue;
        const below = [...path, entry.name];
        visit(entry.value, below, [...name, keys.get(below.join("/")) || entry.name]);
      }
    } else if (node.kind === "list") {
      if (node.items.length === 0) facts.set(`${name.join(".")}=[]`, "[]");
      for (const [index, item] of node.items.entries()) visit(item, [...path, index], name);
    } else if (node.value !== null && node.value !== "") {
      facts.set(`${name.join(".")}=${bare(String(node.value))}`, source.text.slice(node.span.start, node.span.end));
    }
  };
  for (const { index, root } of profiles) if (root) visit(root, [index], []);
  return facts;
}

const bare = (word: string) => word.trim().replace(/^["']|["']$/g, "");

function assertComments(before: string, after: string, said: string): void {
  const kept = commentsOf(after);
  for (const comment of commentsOf(before)) assert.ok(kept.includes(comment), `${said}: lost ${comment}\n${after}`);
}

function commentsOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => /(?:^|\s)#\s?※.*$/.exec(line)?.[0].trim() ?? []);
}

/** How many findings there are of each code. */
function counts(findings: readonly AnyFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Whether a fix has a line read that was not read as what it says. */
const isReading = ({ finding, kind }: Fix) =>
  isBroken(finding) || kind === "add-space" || kind === "half-width" || kind === "plain-space";

function assertFix(text: string, before: Analysis, fix: Fix): void {
  const { finding, kind, edits } = fix;
  const said = `${finding.code} ${kind} of ${JSON.stringify(text.slice(finding.span.start, finding.span.end))}`;
  assert.ok(edits.length > 0, said);
  assert.ok(!isOverlapping(edits), said);
  const fixed = applyEdits(text, edits);
  assert.notEqual(fixed, text, said);
  const after = analyzeText(fixed);
  const [was, is] = [counts(before.findings), counts(after.findings)];

  // no other mistake
  // (a side of a conflict was not read before)
  const isNew = (code: string) => code.startsWith("yaml.") && finding.kind !== "yaml.conflict";
  for (const [code, count] of is) if (isNew(code)) assert.ok(count <= (was.get(code) ?? 0), `${said}: new ${code}\n${fixed}`);
  if (!isReading(fix) && kind !== "rename" && !SKELETONS.includes(kind)) {
    // (a required key that another was taken for)
    for (const [code, count] of is)
      if (code.startsWith("schema.") && !(/^schema\.(required|empty-profile)$/.test(code) && /key$/.test(kind)))
        assert.ok(count <= (was.get(code) ?? 0), `${said}: new ${code}\n${fixed}`);
  }
  // it is gone
  if (!SKELETONS.includes(kind)) {
    // (or there is less of all, where a key that stood twice comes to light; what stands under a renamed key does so too)
    const errors = ({ findings }: Analysis) => findings.filter((finding) => isBroken(finding) || isSchema(finding)).length;
    const isSame = ({ code, path }: AnyFinding) => code === finding.code && path.join() === finding.path.join();
    assert.ok(kind !== "rename" || !after.findings.some(isSame), said);
    const isGone =
      (is.get(finding.code) ?? 0) < (was.get(finding.code) ?? 0) || errors(after) < errors(before) || kind === "rename";
    assert.ok(isGone, `${said}: still there\n${fixed}`);
  }
  // nothing is stated that was not
  const known = stated(before, kind === "rename");
  for (const [fact, source] of stated(after, kind === "rename")) {
    // (a similar word is for the user to choose)
    if (known.has(fact) || fact === "profile=1" || kind === "similar") continue;
    const isThere =
      isReading(fix) &&
      text.includes(
        bare(source.replace(/[\]}]+$/, ""))
          .replaceAll("''", "'")
          .replaceAll("\\\\", "\\"),
      );
    const isRenamed = kind === "rename" && [...known.keys()].some((other) => other.endsWith(fact.slice(fact.indexOf("="))));
    assert.ok(isThere || isRenamed, `${said}: ${fact}\n${fixed}`);
  }
  if (kind === "correct" && fix.data.to !== undefined && before.profiles.length === 1 && !before.findings.some(isBroken)) {
    assert.deepEqual(aboutRows(fixed), aboutRows(withValue(before, finding.path, fix.data.to)), said);
  }
  // nothing is lost
  if (!REMOVALS.includes(kind)) {
    assertComments(text, fixed, said);
    if (!isReading(fix) && kind !== "rename" && kind !== "own-key" && kind !== "similar") {
      const kept = stated(after, false);
      for (const fact of known.keys()) assert.ok(kept.has(fact) || fact.endsWith("=[]"), `${said}: lost ${fact}\n${fixed}`);
    }
  }
}

/** What is said of the standard's rows, and of which facts, at the class that asks for most: that of the text may not be readable. */
function aboutRows(text: string): string[] {
  const { findings } = analyzeText(text, { classification: "S" });
  const ofRows = findings.filter(({ requirement, kind }) => requirement !== null && !kind.includes("."));
  return ofRows.map(({ code, path }) => `${code} ${pointer(path)}`).toSorted();
}

/** The only profile of a file, as data in which one value is another: the normal form, made without any edit of the text. */
function withValue({ profiles: [profile] }: Analysis, path: Path, to: string): string {
  const data = plain(profile?.root as ValueNode) as Record<string | number, unknown>;
  let holder = data;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof data;
  holder[path.at(-1) as string | number] = parse(to);
  return JSON.stringify(data);
}

/** All fixes of a text, or some of them where there are many. */
function assertFixes(text: string, choice: number): void {
  const analysis = analyzeText(text);
  const all = analysis.findings.flatMap((finding) => fixesOf(analysis, finding)).filter(isFix);
  const count = Math.min(all.length, 4);
  for (let index = 0; index < count; index++) assertFix(text, analysis, all[(choice + index * 7) % all.length] as Fix);
  assertAll(text);
}

/** What is made without asking, and that any other text can be looked at. */
function assertAutomatic(text: string): void {
  const before = analyzeText(text);
  for (const finding of before.findings)
    for (const fix of fixesOf(before, finding)) assert.ok(!isFix(fix) || !isOverlapping(fix.edits));
  const once = fixAll(text, bundled, options);
  assert.equal(once.text === text, once.applied.length === 0);
  const again = fixAll(once.text, bundled, options);
  assert.deepEqual([again.text, again.applied], [once.text, []]);
  const after = analyzeText(once.text);
  const left = after.findings.flatMap((finding) => fixesOf(after, finding)).filter((fix) => isFix(fix) && fix.isAutomatic);
  assert.deepEqual(
    left.map(({ kind, finding }) => `${finding.code} ${kind}`),
    [],
    once.text,
  );
  assert.ok(after.findings.filter(isBroken).length <= before.findings.filter(isBroken).length);
  assertComments(text, once.text, "all");
  const { lines } = before.source;
  for (const { line } of once.applied) assert.ok(line >= 0 && line < lines.count);
}

/** The same, and all of one code at once. */
function assertAll(text: string): void {
  assertAutomatic(text);
  const before = analyzeText(text);
  for (const code of new Set(before.findings.filter(isSchema).map(({ code }) => code))) {
    const edits = fixesOfCode(before, code).flatMap(({ edits }) => edits);
    assert.ok(!isOverlapping(edits));
    const broken = analyzeText(applyEdits(text, edits)).findings.filter(isBroken).length;
    assert.ok(broken <= before.findings.filter(isBroken).length, `all ${code}\n${applyEdits(text, edits)}`);
  }
}

const scraps = fc
  .array(
    fc.constantFrom(
      ..."[]{}:,-?&*!|>@\"'# \t\n　：",
      ...[
        "\r\n",
        "---\n",
        "- ",
        ": ",
        "  ",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "-　",
        "　#",
        "%YAML 1.2\n",
        "& ",
        "［",
        "］",
        "<<: *a",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "|\n",
        "# ※c\n",
        "contract",
        "準拠法",
        "governingLaw",
      ],
      ...["profile: 1\n", "contract:\n", "  governingLaw: JP\n", "dataLocation: {primary: [JP, JP", "日本", "\n  backups: []\n"],
      ...["information: {classification: I}\n", "vendor: {name: 甲}\nservice:\n", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n"],
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(""));

describe("whatever the text, a fix states nothing that is not stated", () => {
  it("profiles that break the schema", () =>
    fc.assert(
      fc.property(profiles({ valid: false }), fc.nat(50), fc.constantFrom("\n", "\r\n"), (facts, choice, end) =>
        assertFixes(commented(write(facts, 2 + (choice % 3))).replaceAll("\n", end), choice),
      ),
      { numRuns: 10 },
    ));
  it("profiles as JSON", () =>
    fc.assert(
      fc.property(profiles({ valid: false }), fc.nat(50), fc.constantFrom(0, 2), (facts, choice, indent) =>
        assertFixes(JSON.stringify(facts, null, indent), choice),
      ),
      { numRuns: 6 },
    ));
  it("profiles with slips", () =>
    fc.assert(
      fc.property(profiles({ valid: true }), mistakes, fc.nat(50), fc.constantFrom("\n", "\r\n"), (facts, chosen, choice, end) =>
        assertFixes(withMistakes(commented(write(facts)), chosen).replaceAll("\n", end), choice),
      ),
      { numRuns: 20 },
    ));
  it("examples with slips", () =>
    fc.assert(
      fc.property(fc.constantFrom(...examples().map(({ text }) => text)), mistakes, fc.nat(50), (text, chosen, choice) =>
        assertFixes(withMistakes(text, chosen), choice),
      ),
      { numRuns: 6 },
    ));
  it("arbitrary scraps of YAML: those made without asking", () =>
    fc.assert(fc.property(scraps, assertAutomatic), { numRuns: 40 }));
  it("every fix of the examples", () => {
    for (const { text } of examples()) {
      const analysis = analyzeText(text);
      for (const finding of analysis.findings)
        for (const fix of fixesOf(analysis, finding)) if (isFix(fix)) assertFix(text, analysis, fix);
    }
  });
});

/** Other ways to write what a profile says, which lose nothing. */
const notations: ((text: string) => string)[] = [
  (text) => text.replaceAll("- JP\n", "- 日本\n"),
  (text) => text.replaceAll(": JP\n", ": ＪＰ\n"),
  (text) => text.replaceAll(": true\n", ": はい\n"),
  (text) => text.replaceAll("TLS 1.2", "TLSv1.2"),
  (text) => text.replaceAll("AES-256", "AES256"),
  (text) =>
    text
      .replaceAll(/classification: (I+)\n/g, "classification: '$1'\n")
      .replace("'I'", "Ⅰ")
      .replace("'II'", "Ⅱ"),
  (text) => text.replaceAll("possession", "ｐｏｓｓｅｓｓｉｏｎ"),
  (text) => text.replaceAll("governingLaw:", "準拠法:"),
  (text) => text.replaceAll("atRest:", "at-rest:"),
  (text) => text.replaceAll("twoStep: ", "twoStep："),
  (text) => text.replaceAll("domesticCourt: ", "domesticCourt:"),
  (text) => text.replaceAll(/: (20\d\d)-(\d\d)-(\d\d)\n/g, ": $1/$2/$3\n"),
  (text) => text.replaceAll(/^( +)twoStep/gm, (_, spaces: string) => `${"　".repeat(spaces.length / 2)}twoStep`),
];

describe("what is mended without asking", () => {
  it("is what was meant: the findings are those of the profile without the slips", () =>
    fc.assert(
      fc.property(profiles({ valid: true }), fc.subarray(notations, { minLength: 1, maxLength: 4 }), (facts, chosen) => {
        const text = write(facts);
        const slipped = chosen.reduce((text, write) => write(text), text);
        const { text: fixed } = fixAll(slipped, bundled, options);
        assert.deepEqual(outcome(analyzeText(fixed)), outcome(analyzeText(text)), slipped);
      }),
      { numRuns: 8 },
    ));
});
