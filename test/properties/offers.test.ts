/** Guards what is offered as a fix, over wrong values and keys of every kind: none makes a row met but by the same word spelled right. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Document, isMap, isScalar, type Scalar, visit } from "yaml";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { type Fix, isFix } from "../../server/src/language-service/fixes/fix.ts";
import { fixAll } from "../../server/src/language-service/fixes/fix-all.ts";
import type { FixKind } from "../../server/src/language-service/fixes/fix-data.ts";
import { fixesOf } from "../../server/src/language-service/fixes/index.ts";
import { AS_OF, analyzeText } from "../support/analyze.ts";
import { ABROAD, base, type Changes } from "../support/profile.ts";
import { runs } from "../support/runs.ts";
import { profiles } from "./profiles.ts";
import { commented, mistakes, withMistakes, write as writePlain } from "./writing.ts";

/** The user chooses between two values that both stand there. */
const CHOICES: readonly FixKind[] = ["keep-first", "keep-second", "keep-ours", "keep-theirs"];
/** What the user chooses to take away goes with the comments on its own lines. */
const REMOVALS: readonly FixKind[] = [...CHOICES, "remove-key", "drop", "drop-others"];
/** What inserts, or removes without a choice between two values, never makes a row met, whatever the text. */
const NEVER_MEET: readonly FixKind[] = [
  ...(["begin", "add", "add-open", "add-alternative", "add-review", "add-evidence"] as const),
  ...(["own-key", "remove-key", "remove-repeated", "remove-empty", "remove-alias", "drop", "drop-others"] as const),
];

const offersOf = (analysis: Analysis): Fix[] => analysis.findings.flatMap((finding) => fixesOf(analysis, finding)).filter(isFix);

/** The rows that are met, each with the index of its profile. */
function met({ profiles }: Analysis): Set<string> {
  return new Set(
    profiles.flatMap(({ index, rows }) => [...rows].flatMap(([no, { status }]) => (status === "met" ? [`${index}: ${no}`] : []))),
  );
}

/** How many findings of YAML there are of each code. */
function brokenLines({ findings }: Analysis): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) if (code.startsWith("yaml.")) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Of one kind there may be one more where another is gone: a line that cannot be read hides what only looks like a space in it. */
function assertNoneAdded(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, what: string): void {
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(total(after) <= total(before), what);
  for (const [code, count] of after)
    assert.ok(code === "yaml.white-space" || count <= (before.get(code) ?? 0), `${code}: ${what}`);
}

const commentsIn = (text: string): readonly string[] => text.match(/# ※\d+/g) ?? [];

/** The comments that a text still has after edits that take away their lines. */
function commentsToKeep(text: string, { kind, edits }: Fix): readonly string[] {
  if (!REMOVALS.includes(kind)) return commentsIn(text);
  return commentsIn(
    applyEdits(
      text,
      edits.map(({ span }) => ({ span, text: "" })),
    ),
  );
}

interface Question {
  readonly text: string;
  /** The row that may become met, because a fix only spells the same word right. */
  readonly isSameWord: boolean;
}

/** Every single offer of a text, and all that is made without asking. */
function assertOffers({ text, isSameWord }: Question): void {
  const before = analyzeText(text);
  const wasMet = met(before);
  const wasBroken = brokenLines(before);
  const assertAfter = (after: string, said: string, mayMeet: boolean) => {
    const now = analyzeText(after);
    const gained = [...met(now)].filter((row) => !wasMet.has(row));
    assert.ok(mayMeet || gained.length === 0, `${said} makes met: ${gained}\n${text}\n→\n${after}`);
    return now;
  };
  for (const fix of offersOf(before)) {
    const said = `${fix.finding.code} ${fix.kind} ${JSON.stringify(fix.data)}`;
    const after = applyEdits(text, fix.edits);
    assert.notEqual(after, text, said);
    const now = assertAfter(after, said, CHOICES.includes(fix.kind) || (isSameWord && !NEVER_MEET.includes(fix.kind)));
    // (a side of a conflict was not read before)
    if (fix.finding.kind !== "yaml.conflict") assertNoneAdded(wasBroken, brokenLines(now), `${said}\n${after}`);
    for (const comment of commentsToKeep(text, fix))
      assert.ok(commentsIn(after).includes(comment), `${said} loses ${comment}\n${text}\n→\n${after}`);
    assert.ok(!fix.isPreferred || fix.kind !== "similar", said);
  }
  const fixed = fixAll(text, bundled, { today: AS_OF });
  const now = assertAfter(fixed.text, "fix all", isSameWord);
  assert.deepEqual(
    commentsIn(text).filter((comment) => !commentsIn(fixed.text).includes(comment)),
    [],
    `fix all\n${text}\n→\n${fixed.text}`,
  );
  const left = offersOf(now).filter(({ isAutomatic }) => isAutomatic);
  assert.deepEqual(
    left.map(({ kind, finding }) => `${finding.code} ${kind}`),
    [],
    `left by fix all\n${fixed.text}`,
  );
}

type Style = "block" | "brackets" | "single" | "double" | "json";
const styles = fc.constantFrom<Style>("block", "brackets", "single", "double", "json");

/** A profile in a style: its texts plain or in quotes, its last level in brackets, or all as JSON. */
function write(changes: Changes, style: Style): string {
  const { assessment, ...facts } = base;
  const plain = new Document(facts, { aliasDuplicateObjects: false });
  for (const [dotted, value] of Object.entries(changes)) {
    if (value === undefined) plain.deleteIn(dotted.split("."));
    else plain.setIn(dotted.split("."), plain.createNode(value));
  }
  if (style === "json") return JSON.stringify(plain.toJS(), null, 2);
  const quotes = { single: "QUOTE_SINGLE", double: "QUOTE_DOUBLE" } as const;
  visit(plain, {
    Scalar(key, node) {
      if (key !== "key" && typeof node.value === "string" && style in quotes) node.type = quotes[style as keyof typeof quotes];
    },
    Collection(_, node) {
      const hasOnlyWords = node.items.every((item) => isScalar(item) || isScalar((item as { value?: Scalar }).value));
      if (style === "brackets" && hasOnlyWords) node.flow = isMap(node) || isScalar(node.items[0]);
    },
  });
  return commented(plain.toString({ lineWidth: 0 }));
}

interface Place {
  readonly path: string;
  /** A value that meets the row. */
  readonly right: string;
  readonly changes?: Changes;
}

/** Words of which a misspelling may be taken for the word. */
const WORDS: readonly Place[] = [
  { path: "contract.domesticCourt", right: "designated" },
  { path: "contract.domesticCourt", right: "negotiable" },
  { path: "encryption.atRest.1.role", right: "backup" },
  { path: "authentication.provider.adminLogin", right: "none", changes: { "authentication.provider": {} } },
  { path: "authentication.provider.factors.0", right: "knowledge" },
  { path: "authentication.provider.factors.1", right: "possession" },
  { path: "authentication.customer.factors.1", right: "inherence" },
  { path: "dataLocation.overseas.consent.informs.0", right: "country-name", changes: ABROAD },
  { path: "dataLocation.overseas.consent.informs.1", right: "foreign-system", changes: ABROAD },
  { path: "dataLocation.overseas.encryptionKey.origin", right: "customer", changes: ABROAD },
  { path: "dataLocation.overseas.encryptionKey.custody", right: "domestic", changes: ABROAD },
  { path: "certifications.0.holder", right: "saas-provider" },
  { path: "erasure.atTermination.method", right: "purge" },
  { path: "erasure.atDisposal.method", right: "destroy" },
];
/** Codes, versions, dates, true and false: nothing is like them. */
const CODES: readonly Place[] = [
  { path: "contract.governingLaw", right: "JP" },
  { path: "dataLocation.primary.0", right: "JP" },
  { path: "dataLocation.backups", right: "JP" },
  { path: "dataLocation.backups.0", right: "DE", changes: ABROAD },
  { path: "encryption.inTransit.0.protocols.0", right: "TLS 1.2", changes: { "encryption.inTransit.0.protocols": ["TLS 1.2"] } },
  { path: "encryption.inTransit.0.protocols", right: "TLS 1.3" },
  { path: "encryption.atRest.0.cipher", right: "AES-256-GCM" },
  { path: "encryption.atRest.1.cipher", right: "KCipher-2" },
  { path: "certifications.0.scheme", right: "ISO/IEC 27017" },
  { path: "certifications.0.scheme", right: "ISMAP-LIU" },
  { path: "certifications.0.expires", right: "2028-03-31" },
  { path: "erasure.atTermination.guideline", right: "NIST SP 800-88 Rev.1" },
  { path: "dataLocation.overseas.classifications.0", right: "III", changes: ABROAD },
  { path: "information.classification", right: "III" },
  { path: "assessment.1.check", right: "ok" },
  { path: "profile", right: "1" },
  { path: "authentication.provider.lockoutAttempts", right: "5" },
  { path: "information.items", right: "氏名" },
  { path: "authentication.provider.twoStep", right: "true" },
  { path: "authentication.customer.lockout", right: "true" },
  { path: "erasure.standardDeletionAtTermination", right: "true" },
  { path: "dataLocation.overseas.consent.obtainedAtUse", right: "true", changes: ABROAD },
  { path: "dataLocation.overseas.encryptionKey.dedicated", right: "true", changes: ABROAD },
];

/** Keys whose values decide a row alone. */
const KEYS: readonly Place[] = [
  { path: "contract.governingLaw", right: "JP" },
  { path: "contract.domesticCourt", right: "designated" },
  { path: "authentication.provider.twoStep", right: "true" },
  { path: "authentication.customer.lockout", right: "true" },
  { path: "dataLocation.primary", right: "JP" },
  { path: "dataLocation.overseas.encryptionKey.dedicated", right: "true", changes: ABROAD },
  { path: "dataLocation.overseas.consent.obtainedAtUse", right: "true", changes: ABROAD },
  { path: "erasure.standardDeletionAtTermination", right: "true" },
  { path: "information.personal", right: "true", changes: ABROAD },
];

const NEGATIONS = ["no-", "non-", "not-", "un-", "in-", "no", "non", "not", "un", "in", "no ", "not ", "無", "非", "不", "未"];
/** What people write where they have nothing to write, or deny. */
const DENIALS = [
  "no",
  "No",
  "NO",
  "na",
  "Na",
  "NA",
  "n/a",
  "N/A",
  "non",
  "nil",
  "nope",
  "node",
  "ng",
  "none",
  "off",
  "なし",
  "無",
  "未定",
  "不明",
  "不可",
  "非公開",
  "-",
  "×",
  "?",
  "TBD",
  "ＮＯ",
  "ｎａ",
];
/** Words that another word turns round, and names of others. */
const OTHERS = [
  "available",
  "navailable",
  "unavailable",
  "abroad",
  "foreign",
  "iaas-provider",
  "paas-provider",
  "consumer",
  "costumer",
  "supplier",
  "unlock",
  "nok",
  "okay",
  "UK",
  "EU",
  "inference",
  "adherence",
  "profession",
  "position",
  "negotiated",
  "undesignated",
  "resignated",
  "erase",
  "clean",
  "purse",
  "provided",
  "primacy",
  "staas-provider",
  "国外",
  "海外",
  "県外",
  "指定不可",
  "提供者",
  "□はい ■いいえ",
  "■はい ■いいえ",
  "□designated ■unavailable",
  "はい（一部を除く）",
  "はいではない",
  "日本（US）",
  "日本以外",
  "日本、米国",
  "knowledge ではない",
  "TLS 1.2未満",
  "TLS 1.2（無効）",
  "AES-256（EAX）",
  "AES-256 または DES",
  "KCipher-2以外",
  "ISMAP（申請中）",
  "ISO/IEC 27017に準拠",
  "2028年3月31日以前",
  "令和10年3月31日（月）",
];
/** Codes that are near to one that there is, and dates that never were. */
const NEAR_CODES = [
  "",
  " ",
  "0",
  "00",
  "2",
  "-1",
  "1.5",
  "J",
  "JPP",
  "JQ",
  "PJ",
  "AES",
  "AES-256-EAX",
  "AES-512",
  "AES-256-PCBC",
  "AES-256-GCM-128",
  "XAES-256-GCM",
  "AES256GCN",
  "DES",
  "3DES",
  "KCipher-3",
  "TDE",
  "TLS",
  "TLS 1.4",
  "TLS 12",
  "DTLS 1.2",
  "STARTTLS",
  "ISMAP2",
  "ISMS",
  "ISO/IEC 27002",
  "ISO/IEC 27107",
  "ISO/IEC 27001",
  "NIST SP 800-88 Rev.3",
  "IV",
  "IIII",
  "Ⅳ",
  "2028-02-30",
  "2028-3",
  "令和元年4月30日",
  "令和0年5月1日",
  "平成32年3月31日",
  "H40.3.31",
  "tru",
  "ture",
  "truee",
  "okk",
  "k",
];
/** The same value in another notation; the first stands for `right`. */
const NOTATIONS: Readonly<Record<string, readonly string[]>> = {
  JP: ["日本", "Japan", "jp", "ＪＰ", "日本国", "日本（JP）", "日本。"],
  DE: ["ドイツ", "de", "Germany"],
  "TLS 1.2": ["TLSv1.2", "ＴＬＳ１．２", "tls 1.2"],
  "TLS 1.3": ["TLS1.3", "ＴＬＳ　１．３"],
  "AES-256-GCM": ["AES256GCM", "ＡＥＳ－２５６－ＧＣＭ", "aes_256_gcm"],
  "KCipher-2": ["kcipher2", "ＫＣｉｐｈｅｒ－２"],
  "ISO/IEC 27017": ["ISO27017", "JIS Q 27017", "ISO/IEC 27017:2015"],
  "ISMAP-LIU": ["ismap liu", "ＩＳＭＡＰ－ＬＩＵ"],
  "2028-03-31": ["2028/3/31", "令和10年3月31日", "２０２８年３月３１日", "R10.3.31", "2028年3月31日（金）"],
  "NIST SP 800-88 Rev.1": ["SP800-88r1"],
  III: ["Ⅲ", "3", "分類III"],
  ok: ["OK", "ｏｋ"],
  true: ["はい", "yes", "有", "○", "ｔｒｕｅ", "■はい □いいえ"],
  designated: ["指定済み", "Designated", "■designated □unavailable"],
  negotiable: ["交渉可能"],
  knowledge: ["知識"],
  possession: ["所持"],
  inherence: ["生体"],
  backup: ["バックアップ"],
  domestic: ["国内"],
  customer: ["本市"],
  purge: ["パージ", "PURGE"],
  destroy: ["デストロイ"],
  "saas-provider": ["SaaS提供者", "saas_provider"],
  none: ["なし", "無し", "無"],
};

/** One slip of the hand, behind the first letter: a letter is missing, stands twice, is another, or changes places. */
const slips: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
  (word, at) => `${word.slice(0, at)}x${word.slice(at + 1)}`,
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
];
const slipped = (word: string) =>
  fc.tuple(fc.nat(), fc.constantFrom(...slips)).map(([at, slip]) => slip(word, 1 + (at % (word.length - 1))));

/** Of a list that may be empty, these say that it is. */
const NONE = ["none", "なし", "無"];

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const negated = (word: string) => oneOf(...NEGATIONS).map((negation) => negation + word);

/** A word without what notations differ in. */
const bare = (word: string) =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-_/]0?/g, "");

/** A wrong value at a place, and whether it is the same word. */
function wrongValues({ path, right }: Place): fc.Arbitrary<readonly [written: string, isSameWord: boolean]> {
  const notations = NOTATIONS[right] ?? [right];
  const isWord = WORDS.some((place) => place.path === path);
  const others = fc.oneof(
    negated(right),
    negated(right[0]?.toUpperCase() + right.slice(1)),
    oneOf(...DENIALS, ...OTHERS, ...NEAR_CODES),
  );
  // (where a country is wanted, UK is one)
  const isOther = (written: string) =>
    ![right, ...notations].some((same) => bare(same) === bare(written)) && (written !== "UK" || right === "ok");
  const isNone = (written: string) => path === "dataLocation.backups" && NONE.includes(written);
  return fc.oneof(
    { weight: 4, arbitrary: others.filter(isOther).map((written) => [written, isNone(written)] as const) },
    { weight: 1, arbitrary: oneOf(...notations).map((written) => [written, true] as const) },
    {
      weight: 1,
      // (a day may lack its zero)
      arbitrary: slipped(right)
        .filter((written) => isOther(written) && !/^\d{4}-\d\d?-\d\d?$/.test(written))
        .map((written) => [written, isWord && right !== "none"] as const),
    },
  );
}

const wrongValue = fc.constantFrom(...WORDS, ...CODES).chain((place) =>
  fc.tuple(wrongValues(place), styles).map(
    ([[written, isSameWord], style]): Question => ({
      text: write({ ...place.changes, [place.path]: written }, style),
      isSameWord,
    }),
  ),
);

const camel = (prefix: string, key: string) =>
  /[\s-]$|\P{ASCII}/u.test(prefix) ? prefix + key : prefix + key[0]?.toUpperCase() + key.slice(1);

const wrongKey = fc.constantFrom(...KEYS).chain(({ path, right, changes }) => {
  const parent = path.split(".").slice(0, -1);
  const key = path.split(".").at(-1) as string;
  const value = right === "true" ? true : path.endsWith("primary") ? [right] : right;
  const others = fc.oneof(
    oneOf(...NEGATIONS).map((negation) => camel(negation, key)),
    negated(key),
    oneOf("No", "Not", "None", "Off", "Disabled", "なし", "無").map((end) => key + end),
  );
  return fc
    .tuple(
      fc.oneof(
        others.map((name) => [name, false] as const),
        slipped(key).map((name) => [name, true] as const),
      ),
      styles,
    )
    .filter(([[name]]) => name !== key)
    .map(
      ([[name, isSameWord], style]): Question => ({
        text: write({ ...changes, [path]: undefined, [[...parent, name].join(".")]: value }, style),
        isSameWord,
      }),
    );
});

/** A fact that stands twice. */
const twice = fc
  .tuple(
    fc.constantFrom(
      ["  governingLaw: JP", "  governingLaw: JP"],
      ["  governingLaw: JP", "  governingLaw: US"],
      ["  governingLaw: US", "  governingLaw: JP"],
      ["  governingLaw: JP", "  governingLaw: 日本"],
      ["    - JP", "    - JP"],
      ["    - JP", "    - 日本"],
      ["    - DE", "    - DE"],
    ),
    fc.constantFrom([" # ※1", ""], ["", " # ※1"], [" # ※1", " # ※2"], ["", ""]),
    fc.constantFrom("", "    # ※3\n", "# ※3\n"),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([[one, two], [behindOne, behindTwo], between, eol]): Question => {
    const facts = `${one}${behindOne}\n${between}${two}${behindTwo}\n`;
    const contract = one?.includes("-") ? `dataLocation:\n  backups:\n${facts}` : `contract:\n${facts}`;
    const text = `profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: I}\n${contract}`;
    return { text: text.replaceAll("\n", eol), isSameWord: true };
  });

const stated = fc
  .tuple(profiles({ valid: true }), fc.boolean())
  .map(
    ([facts, isJson]): Question => ({ text: isJson ? JSON.stringify(facts) : commented(writePlain(facts)), isSameWord: false }),
  );

const misread = fc
  .tuple(profiles({ valid: true }), mistakes)
  .map(([facts, chosen]): Question => ({ text: withMistakes(commented(writePlain(facts)), chosen), isSameWord: true }));

describe("an offered fix", () => {
  it("of a wrong value makes no row met but by the same word", () => fc.assert(fc.property(wrongValue, assertOffers), runs(150)));

  it("of a wrong key makes no row met but by the same word", () => fc.assert(fc.property(wrongKey, assertOffers), runs(60)));

  it("that inserts or removes makes no row met", () => fc.assert(fc.property(stated, assertOffers), runs(15)));

  it("of what stands twice keeps every comment of what is kept", () => fc.assert(fc.property(twice, assertOffers), runs(30)));

  it("of a line that cannot be read breaks and loses nothing", () => fc.assert(fc.property(misread, assertOffers), runs(15)));
});
