/** Tests references: the aliases of an anchor, and the facts that the workspace's profiles state for a row. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { headingOf, standardUri } from "../../server/src/language-service/pages.ts";
import { type Places, pageReferences, references, rowPlaces } from "../../server/src/language-service/references.ts";
import { analysisOf } from "../support/analyze.ts";
import { atCursor, EVERYTHING, URI } from "../support/view.ts";

const rowOf = (no: string) => bundled.standard.rows.find((row) => row.no === no) ?? assert.fail(no);

/** Files by URI, as the workspace index has them. */
async function* filesOf(texts: Readonly<Record<string, string>>): Places {
  for (const [uri, text] of Object.entries(texts)) yield { uri, places: rowPlaces(analysisOf(text)) };
}

/** The texts of the places of a row. */
function stated(text: string, no: string): string[] {
  const analysis = analysisOf(text);
  const { lines } = analysis.source;
  return (rowPlaces(analysis).get(no) ?? []).map(({ start, end }) => text.slice(lines.offset(start), lines.offset(end)));
}

const AOBA = `profile: 1
vendor: { name: 株式会社あおば }
service: { name: あおば電子申請 }
information: { classification: I }
contract:
  governingLaw: JP
  domesticCourt: negotiable
encryption:
  atRest:
    - store: 業務データベース
      role: primary
      cipher: AES-256-GCM
    - store: 日次バックアップ
      role: backup
      cipher:
dataLocation:
  primary: [JP, 日本, DE]
  backups: []
authentication:
  provider: &管理者
    factors: [knowledge, possession]
  customer: *管理者
assessment:
  "1":
    check: ok
`;
const HIROSE = "profile: 1\nvendor: { name: 広瀬川クラウド株式会社 }\ncontract: { governingLaw: US }\n";

describe("the places of a row's facts", () => {
  it("are the values stated", () => {
    assert.deepEqual(stated(AOBA, "1"), ["JP"]);
    assert.deepEqual(stated(AOBA, "4"), ["primary", "AES-256-GCM", "backup", "[]"]);
    assert.deepEqual(stated(AOBA, "7"), []);
  });

  it("leave out values that cannot be read", () => assert.deepEqual(stated(AOBA, "6-1"), ["JP", "DE"]));

  it("are in every document of a file", () => assert.deepEqual(stated(`${HIROSE}---\n${AOBA}`, "1"), ["US", "JP"]));

  it("are one place for a value used through aliases", () => assert.deepEqual(stated(AOBA, "5-1"), ["[knowledge, possession]"]));

  it("are empty for a text that states nothing", () => {
    for (const text of ["", "- a\n", "profile: [", "encryption: { atRest: 1 }"]) {
      for (const { no } of bundled.standard.rows) assert.deepEqual(stated(text, no), []);
    }
  });
});

describe("references", () => {
  const ask = async (marked: string, includeDeclaration: boolean, options: Parameters<typeof atCursor>[1] = {}) => {
    const { view, position } = atCursor(marked, options);
    return references(view, position, includeDeclaration, filesOf({ [URI]: AOBA, "file:///b.vendor.yaml": HIROSE }));
  };

  it("of an anchor are its aliases, from either end", async () => {
    for (const marked of [AOBA.replace("&管理", "&<|>管理"), AOBA.replace("*管理者", "*管理者<|>")]) {
      const line = (number: number) => ({
        uri: URI,
        range: { start: { line: number, character: 13 }, end: { line: number, character: 16 } },
      });
      assert.deepEqual(await ask(marked, false), [line(21)]);
      assert.deepEqual(await ask(marked, true), [line(19), line(21)]);
    }
  });

  it("of a row's number are the facts that every profile states for it", async () => {
    const marked = AOBA.replace('"1":', '"1<|>":');
    const places = [
      { uri: URI, range: { start: { line: 5, character: 16 }, end: { line: 5, character: 18 } } },
      { uri: "file:///b.vendor.yaml", range: { start: { line: 2, character: 26 }, end: { line: 2, character: 28 } } },
    ];
    assert.deepEqual(await ask(marked, false), places);
    assert.deepEqual(await ask(marked, true), [headingOf(rowOf("1"), bundled, "ja"), ...places]);
    assert.deepEqual(await ask(marked, true, { capabilities: { ...EVERYTHING, pages: false } }), places);
  });

  it("are null elsewhere, and read no file", async () => {
    for (const marked of [AOBA.replace("あおば電", "あおば<|>電"), AOBA.replace("governingLaw", "gov<|>erningLaw"), "<|>"]) {
      const { view, position } = atCursor(marked);
      const untouched: Places = {
        [Symbol.asyncIterator]: () => assert.fail("looked at the files"),
      };
      assert.equal(await references(view, position, true, untouched), null);
    }
  });

  it("of a section of the standard are the same", async () => {
    const uri = standardUri(bundled.standard, "en");
    const heading = headingOf(rowOf("1"), bundled, "en");
    const position = { line: heading.range.start.line + 4, character: 0 };
    const all = await pageReferences(uri, position, true, bundled, filesOf({ "file:///b.vendor.yaml": HIROSE }));
    assert.deepEqual(all?.[0], heading);
    assert.deepEqual(
      all?.slice(1).map(({ uri }) => uri),
      ["file:///b.vendor.yaml"],
    );
    assert.equal((await pageReferences(uri, position, false, bundled, filesOf({ a: HIROSE })))?.length, 1);
    assert.equal(await pageReferences(uri, { line: 0, character: 0 }, true, bundled, filesOf({ a: HIROSE })), null);
    assert.equal(await pageReferences(uri.replace("standard", "unmet"), position, true, bundled, filesOf({})), null);
  });
});
