/** Checks the standard's page: it has every row, marks each correction, and quotes the original text exactly. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import { alternativesOf, type Row, riskOf } from "../../server/src/core/standard/standard.ts";
import type { Text } from "../../server/src/core/standard/text.ts";
import { headingOf, pageOf, pageText, rowOnPage, standardUri } from "../../server/src/language-service/pages.ts";
import { coreMessages } from "../../server/src/messages/render.ts";
import { standardPage } from "../../server/src/messages/standard-page.ts";
import { analysisOf, examples } from "../support/analyze.ts";

const { standard } = bundled;
const IDS = ["ja", "en"] as const;
const pageIn = (id: (typeof IDS)[number]) => standardPage(standard, bundled.format, coreMessages[id]);

/** A page's text without correction marks and Markdown line breaks. */
const unmarked = (text: string) => text.replace(/〔\d+〕| {2}$/gm, "");

/** The section of a row. */
function sectionOf(row: Row, id: (typeof IDS)[number]): string {
  const { text, lineOfRow } = pageIn(id);
  const lines = text.split("\n").slice(lineOfRow(row.no));
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("## "));
  return lines.slice(0, end < 0 ? undefined : end).join("\n");
}

const textsOf = (row: Row): Text[] => [
  row.requirement,
  riskOf(standard, row),
  row.risk,
  ...Object.values(row.obligation).map(({ text }) => text),
];

describe("the standard as a document", () => {
  for (const id of IDS) {
    describe(`in ${id}`, () => {
      for (const row of standard.rows) {
        it(`has all of row ${row.no}`, () => {
          const section = sectionOf(row, id);
          const plain = unmarked(section);
          assert.ok(section.split("\n")[0]?.includes(`${row.no} ${row.label[id]}`));
          const parts = [row.category, row.requirement, riskOf(standard, row), row.remedy].map((text) => text[id]);
          for (const { text } of Object.values(row.obligation)) parts.push(...text[id].split("\n"));
          for (const part of parts) assert.ok(plain.includes(part), part);
          assert.ok(
            section.includes(`>     ${row.requirement.original}\n`) || section.endsWith(`>     ${row.requirement.original}`),
          );
        });

        it(`has each correction of row ${row.no}, with its reason and the original words`, () => {
          const section = sectionOf(row, id);
          for (const { original, corrections = [] } of textsOf(row)) {
            if (corrections.length > 0) assert.ok(section.includes(`>     ${original}`), original);
            for (const { from, to, reason } of corrections) {
              const line = section.split("\n").find((line) => /^- 〔\d+〕 /.test(line) && line.includes(`「${from}」`));
              assert.ok(line?.includes(reason[id]), from);
              if (to !== null) assert.ok(line?.includes(`→ 「${to}」`), line);
            }
          }
        });
      }

      it("explains every mark once per section", () => {
        for (const section of pageIn(id).text.split(/^## /m)) {
          const listed = [...section.matchAll(/^- (〔\d+〕) /gm)].map(([, mark]) => mark);
          assert.deepEqual(listed, [...new Set(listed)]);
          const used = new Set(section.match(/〔\d+〕/g));
          if (!section.includes("→")) continue;
          assert.deepEqual(
            [...used].filter((mark) => !listed.includes(mark)),
            [],
          );
        }
      });

      it("has the classes, the footnote and the alternatives", () => {
        const plain = unmarked(pageIn(id).text);
        const texts = [standard.title, standard.footnote, standard.classesHeading];
        for (const { title, definition, examples } of Object.values(standard.classes)) texts.push(title, definition, examples);
        for (const text of texts) assert.ok(plain.includes(text[id]), text[id]);
        assert.ok(plain.includes(standard.footnote.original));
        for (const { rows } of standard.alternatives) {
          assert.ok(plain.split("\n").some((line) => line.startsWith("- ") && rows.every((no) => line.includes(no))));
        }
      });

      it("finds rows by line, and lines by row", () => {
        const { text, lineOfRow, rowAtLine } = pageIn(id);
        const lines = text.split("\n");
        assert.equal(rowAtLine(0), undefined);
        for (const [index, row] of standard.rows.entries()) {
          const line = lineOfRow(row.no) ?? assert.fail(row.no);
          assert.match(lines[line] ?? "", /^## /);
          assert.equal(rowAtLine(line), row);
          assert.equal(rowAtLine(line + 1), row);
          assert.equal(rowAtLine(line - 1), standard.rows[index - 1]);
        }
        assert.equal(rowAtLine(lines.length - 1), undefined);
        assert.equal(rowAtLine(99_999), undefined);
        assert.equal(lineOfRow("9"), undefined);
      });

      it("has no trailing space and splits no URL", () => {
        for (const line of pageIn(id).text.split("\n")) assert.doesNotMatch(line, /(^|[^ ]) $|https?:\S*〔\d+〕[\w/]/);
      });
    });
  }

  it("marks each corrected word in place", () => {
    const ja = (no: string) => sectionOf(standard.rows.find((row) => row.no === no) ?? assert.fail(no), "ja");
    assert.ok(ja("3").includes("\n\nデジタル庁、〔1〕総務省及び経済産業省が"));
    assert.ok(ja("4").includes("サイバー空間〔1〕(**)（バックアップ含む）〔2〕において"));
    // the first of the two was right
    assert.ok(ja("6-3").includes("整備されている国・地域に"));
    assert.ok(ja("6-3").includes("認める国・地域〔1〕は、EU・英国〔2〕（令和"));
    assert.ok(ja("6-2").includes("https://www.ppc.go.jp/all_faq_index/faq2-q5-8/〔4〕"));
    for (const row of standard.rows) {
      for (const text of [row.requirement, riskOf(standard, row)]) {
        const count = text.corrections?.length ?? 0;
        const shown = ja(row.no)
          .split(/^### /m)
          .find((part) => unmarked(part).includes(`\n\n${text.ja}`));
        assert.ok(count === 0 || new Set(shown?.match(/〔\d+〕/g)).size >= count, `${row.no} ${shown}`);
      }
    }
  });

  it("names the row that a risk is inherited from, and the alternatives of a group", () => {
    for (const row of standard.rows) {
      const section = sectionOf(row, "ja");
      assert.equal(section.includes("のリスクを示す"), row.riskFrom !== undefined, row.no);
      const group = alternativesOf(standard, row.no, "I");
      if (group) assert.ok(section.includes(`${group.rows.join("・")}のいずれかが必須`), row.no);
    }
  });

  it("lists the facts that decide a row, with their paths and titles", () => {
    assert.ok(sectionOf(standard.rows[0] as Row, "ja").includes("- `contract.governingLaw` 準拠法"));
    assert.ok(sectionOf(standard.rows[3] as Row, "en").includes("- `encryption.atRest[].cipher` Cipher"));
  });

  it("is cached for each language", () => {
    assert.equal(pageIn("ja"), pageIn("ja"));
    assert.notEqual(pageIn("ja"), pageIn("en"));
  });
});

describe("the address of a page", () => {
  const uri = standardUri(standard, "ja");

  it("is the row's heading on the standard's page for a row finding, and the kind's page for others", () => {
    const kinds = new Set<string>();
    for (const { text } of examples()) {
      for (const finding of analysisOf(text).findings) {
        const address = pageOf(finding, bundled, "ja");
        const { requirement, kind } = finding;
        kinds.add(requirement === null ? "kind" : "row");
        if (requirement === null) assert.equal(address, `vendor-profile:/sendai-cloud/ja/${kind}.md`);
        else assert.equal(address, `${uri}#L${(pageIn("ja").lineOfRow(requirement) ?? assert.fail()) + 1}`);
        assert.ok(pageText(address, bundled));
      }
    }
    assert.equal(kinds.size, 2);
  });

  it("is the kind's page for a row that the standard does not have", () => {
    const finding = { requirement: "99", kind: "unmet" } as AnyFinding;
    assert.equal(pageOf(finding, bundled, "en"), "vendor-profile:/sendai-cloud/en/unmet.md");
  });

  it("may have a fragment or a query", () => {
    for (const tail of ["", "#L12", "?a=b", "?a#L3", "#"]) assert.equal(pageText(uri + tail, bundled), pageText(uri, bundled));
    assert.equal(pageText(`${uri}x`, bundled), null);
  });

  it("resolves to a row with its heading, but not in another document", () => {
    const [first] = standard.rows;
    const line = pageIn("ja").lineOfRow("1") ?? assert.fail();
    const found = rowOnPage(`${uri}#L1`, line + 3, bundled);
    assert.equal(found?.row, first);
    const heading = { uri, range: { start: { line, character: 0 }, end: { line, character: "## No1 法律について".length } } };
    assert.deepEqual(found?.heading, heading);
    assert.deepEqual(headingOf(first as Row, bundled, "ja"), heading);
    for (const other of [uri.replace("standard", "unmet"), uri.replace("sendai", "izumi"), "file:///a.vendor.yaml"]) {
      assert.equal(rowOnPage(other, line, bundled), undefined);
    }
  });
});
