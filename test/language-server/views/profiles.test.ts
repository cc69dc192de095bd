/** Tests the list of all profiles: its items, groups and filters, and that it is not sent again unchanged. */
import assert from "node:assert/strict";
import { CancellationToken } from "vscode-languageserver";
import type { ProfileFilter, ProfileItem, Profiles, ProfilesAnswer } from "../../../protocol/requests.ts";
import { bundled } from "../../../server/src/core/analysis/bundled.ts";
import type { ViewContext } from "../../../server/src/language-server/views/context.ts";
import { profilesAnswer } from "../../../server/src/language-server/views/profiles.ts";
import { profileEntries, unreadEntry } from "../../../server/src/language-server/workspace/profile-entries.ts";
import type { ProfileFile } from "../../../server/src/language-server/workspace/profile-file.ts";
import type { LanguageId } from "../../../server/src/messages/language.ts";
import { AS_OF, analysisOf, examples, expectedOf } from "../../support/analyze.ts";

const ROOT = "file:///registry/";

interface RequestOptions {
  readonly known?: string;
  readonly filter?: ProfileFilter;
  readonly language?: LanguageId;
  /** Files that cannot be read, and why. */
  readonly unread?: Readonly<Record<string, string>>;
}

/** Requests the list for some files, given by their paths. */
function request(
  texts: Readonly<Record<string, string>>,
  { known, filter, language = "ja", unread = {} }: RequestOptions = {},
): Promise<ProfilesAnswer> {
  const fileOf = (path: string, entries: ProfileFile["entries"]): ProfileFile => ({
    uri: ROOT + path,
    version: null,
    resultId: path,
    diagnostics: [],
    entries,
    symbols: [],
    places: new Map(),
  });
  const files = [
    ...Object.entries(texts).map(([path, text]) => fileOf(path, profileEntries(analysisOf(text), language))),
    ...Object.entries(unread).map(([path, reason]) => fileOf(path, [unreadEntry(reason)])),
  ];
  const context: ViewContext = {
    bundle: bundled,
    language: () => language,
    today: () => AS_OF,
    files: async function* () {
      yield* files;
    },
    pathOf: (uri) => uri.slice(ROOT.length),
    folders: () => [ROOT],
    judge: () => assert.fail("no file is judged for a list"),
    spreadsheet: () => assert.fail("nothing is written"),
  };
  return profilesAnswer({ known: known ?? null, ...(filter && { filter }) }, context, CancellationToken.None);
}

async function list(...args: Parameters<typeof request>): Promise<Profiles> {
  const { profiles } = await request(...args);
  assert.ok(profiles);
  return profiles;
}

const allOf = ({ groups }: Profiles): ProfileItem[] => groups.flatMap(({ profiles }) => profiles);
const outline = ({ groups }: Profiles) => groups.map(({ title, profiles }) => [title, ...profiles.map(({ label }) => label)]);

const profileOf = (service: string, classification = "III", rest = "contract: { governingLaw: JP }") =>
  `profile: 1\nvendor: { name: 株式会社あおば }\nservice: { name: ${service} }\ninformation: { classification: ${classification} }\n${rest}\n`;
const texts = Object.fromEntries(examples().map(({ name, text }) => [`${name}.vendor.yaml`, text]));

const WORKSPACE = {
  "b.vendor.yaml": profileOf("未確定", "I"),
  "a.vendor.yaml": profileOf("対象外"),
  "e.vendor.yaml": profileOf("書式", "V"),
  "d.vendor.yaml": profileOf("不適合", "I", "encryption: { inTransit: [{ path: 全体, protocols: [SSL 3.0] }] }"),
};
const UNREAD = { "c.vendor.yaml": "UTF-8ではない" };

describe("the list of all profiles", () => {
  it("has the known verdicts of the examples", async () => {
    const expected = examples().flatMap(({ name }) =>
      [...expectedOf(name).matchAll(/^ {4}verdict: (.+)$/gm)].map(([, verdict]) => verdict),
    );
    const items = allOf(await list(texts));
    assert.deepEqual(items.map(({ verdict }) => verdict).sort(), expected.sort());
    assert.equal(items.length, new Set(items.map(({ uri, index }) => `${uri}#${index}`)).size);
  });

  it("puts failing profiles first, and sorts each group by path", async () => {
    assert.deepEqual(outline(await list(WORKSPACE, { unread: UNREAD })), [
      ["不適合", "不適合"],
      ["書式エラー", "書式"],
      ["読めないファイル", "c.vendor.yaml"],
      ["未確定", "未確定"],
      ["対象外", "対象外"],
    ]);
    const twice = await list({ "z/a.vendor.yaml": profileOf("後"), "a/z.vendor.yaml": profileOf("先") });
    assert.deepEqual(outline(twice), [["対象外", "先", "後"]]);
  });

  it("counts the failing profiles, and all verdicts on one line", async () => {
    const { total, failing, failingText, summary, tooltip } = await list(WORKSPACE, { unread: UNREAD });
    assert.deepEqual([total, failing], [5, 3]);
    assert.equal(failingText, "不適合、書式エラー、読めないファイル: 合わせて3件");
    assert.equal(summary, "不適合 1 · 書式エラー 1 · 読めないファイル 1 · 未確定 1 · 対象外 1");
    assert.equal(tooltip, "不適合 1\n書式エラー 1\n読めないファイル 1\n未確定 1\n対象外 1");
    const english = await list(WORKSPACE, { unread: UNREAD, language: "en" });
    assert.equal(english.summary, "1 does not conform · 1 invalid · 1 cannot be read · 1 undetermined · 1 not applicable");
    assert.equal(english.failingText, "3 do not conform, or cannot be judged as written");
  });

  it("is empty if there are no profiles", async () => {
    const { groups, total, failing, summary, filtered } = await list({});
    assert.deepEqual([groups, total, failing, summary, filtered], [[], 0, 0, "", null]);
  });

  it("gives a profile's service and vendor, its verdict and its blocking findings", async () => {
    const [item] = allOf(await list({ "部/d.vendor.yaml": WORKSPACE["d.vendor.yaml"] }));
    assert.ok(item);
    assert.deepEqual([item.label, item.description, item.classification], ["不適合", "分類Ⅰ · 株式会社あおば", "I"]);
    const [name, vendor, summary, ...rest] = item.tooltip.split("\n");
    assert.deepEqual([name, vendor], ["不適合", "株式会社あおば"]);
    assert.match(summary ?? "", /^分類Ⅰ: 不適合 · 未達 \d+ · 未記載 \d+ · /);
    assert.equal(rest.filter((line) => line.startsWith("• ")).length, 3);
    assert.match(rest.at(-2) ?? "", /^ほか\d+件$/);
    assert.equal(rest.at(-1), "部/d.vendor.yaml");
  });

  it("has one item for each profile of a file, with its position", async () => {
    const text = `${profileOf("甲")}---\n${profileOf("乙", "I")}---\nprofile: 1\n`;
    const items = allOf(await list({ "a.vendor.yaml": text })).sort((a, b) => a.index - b.index);
    assert.deepEqual(
      items.map(({ label, index, position: { line } }) => [label, index, line]),
      [
        ["甲", 0, 0],
        ["乙", 1, 6],
        ["a.vendor.yaml（3件目）", 2, 12],
      ],
    );
  });

  it("names a profile by its vendor if the service has no name, and by its file if neither has one", async () => {
    const nameless = (vendor: string) => `profile: 1\nvendor: { name: ${vendor} }\ninformation: { classification: III }\n`;
    const items = allOf(await list({ "a.vendor.yaml": nameless("株式会社あおば"), "b.vendor.yaml": nameless('" \\u200b"') }));
    assert.deepEqual(
      items.map(({ label, description }) => [label, description]),
      [
        ["株式会社あおば", "分類Ⅲ"],
        ["b.vendor.yaml", "分類Ⅲ"],
      ],
    );
  });

  it("says why a file cannot be read", async () => {
    const [item] = allOf(await list({}, { unread: UNREAD }));
    assert.deepEqual([item?.label, item?.description, item?.verdict], ["c.vendor.yaml", "UTF-8ではない", "unread"]);
    assert.equal(item?.tooltip, "c.vendor.yaml\nUTF-8ではない\nc.vendor.yaml");
  });

  it("shows a profile's text on one short line, without hidden or reordering characters", async () => {
    const hostile = JSON.stringify(`一行\n二行 \u202eevil\u2066 <img src=x> ${"長".repeat(100_000)}`);
    const [item] = allOf(await list({ "a.vendor.yaml": profileOf(hostile) }));
    assert.ok(item);
    assert.match(item.label, /^一行 二行 \ufffdevil\ufffd <img src=x> 長+…$/);
    assert.ok([...item.label].length <= 40);
    assert.ok(item.tooltip.length < 2000);
    assert.ok(!/[\u202a-\u202e\u2066-\u2069]/.test(item.tooltip));
  });

  it("is not sent again if the client has it", async () => {
    const { id } = await request(WORKSPACE);
    assert.deepEqual(await request(WORKSPACE, { known: id }), { id, profiles: null });
    const changed = await request({ ...WORKSPACE, "a.vendor.yaml": profileOf("対象外", "I") }, { known: id });
    assert.notEqual(changed.id, id);
    assert.ok(changed.profiles);
    assert.notEqual((await request(WORKSPACE, { known: id, language: "en" })).id, id);
  });

  it("shows only what passes the filter, says how much is hidden, and still counts everything", async () => {
    const filter: ProfileFilter = { verdicts: ["nonconforming", "undetermined", "not-applicable"], classifications: ["I"] };
    const whole = await list(WORKSPACE, { unread: UNREAD });
    const shown = await list(WORKSPACE, { unread: UNREAD, filter });
    assert.deepEqual(outline(shown), [
      ["不適合", "不適合"],
      ["未確定", "未確定"],
    ]);
    assert.deepEqual(shown.filtered, {
      text: "絞り込み: 不適合、未確定、対象外、分類Ⅰ。5件のうち2件を表示し、3件を隠している。",
      shown: 2,
    });
    assert.deepEqual([shown.total, shown.failing, shown.summary], [whole.total, whole.failing, whole.summary]);
    assert.deepEqual(shown.choices, whole.choices);
  });

  it("may be filtered down to nothing; an empty filter shows everything", async () => {
    const nothing = await list(WORKSPACE, { filter: { verdicts: ["conforming"], classifications: [] }, language: "en" });
    assert.deepEqual([nothing.groups, nothing.filtered?.text], [[], "Filter: Conforms. 0 of 4 shown, 4 hidden."]);
    const whole = await list(WORKSPACE, { filter: { verdicts: [], classifications: [] } });
    assert.deepEqual([whole.filtered, allOf(whole).length], [null, 4]);
  });

  it("may be filtered by every verdict and class, and by having no class", async () => {
    const { choices, total } = await list({ ...WORKSPACE, "f.vendor.yaml": "profile: 1\n" });
    assert.deepEqual(
      choices.classifications.map(({ value, title, count }) => [value, title, count]),
      [
        ["S", "分類S", 0],
        ["I", "分類Ⅰ", 2],
        ["II", "分類Ⅱ", 0],
        ["III", "分類Ⅲ", 1],
        [null, "分類なし", 2],
      ],
    );
    const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);
    assert.deepEqual([sum(choices.verdicts), sum(choices.classifications), choices.verdicts.length], [total, total, 6]);
    const classless = await list(WORKSPACE, { filter: { verdicts: [], classifications: [null] } });
    assert.deepEqual(outline(classless), [["書式エラー", "書式"]]);
  });
});
