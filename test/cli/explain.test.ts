/** Tests `explain` as users see it: how it reads each kind of word, in each format, and its error for an unknown one. */
import assert from "node:assert/strict";
import stringWidth from "string-width";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { topicsOf } from "../../server/src/messages/explain/topics.ts";
import { coreMessages } from "../../server/src/messages/render.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { assertGolden } from "../support/golden.ts";
import { run } from "./run.ts";

const { standard } = bundled;
const explain = (...args: string[]) => run(["explain", ...args]);

/** The topics that a word stands for. */
function taken(word: string): string[] {
  return topicsOf(word, bundled).map((topic) => {
    if (topic.kind === "row") return `requirement ${topic.row.no}`;
    return topic.kind === "code" ? `code ${topic.code}` : `fact ${topic.places.map(({ path }) => path).join(" ")}`;
  });
}

describe("explain", () => {
  const goldens: [file: string, args: string[]][] = [
    ["all.ja.txt", []],
    ["all.en.txt", ["--lang", "en"]],
    ["8-1.ja.txt", ["8-1"]],
    ["8-1.en.txt", ["8-1", "--lang", "en"]],
    ["6-2.ja.md", ["6-2", "--format", "md"]],
    ["3.legacy.en.txt", ["3.legacy", "--lang", "en"]],
    ["cipher.ja.txt", ["cipher"]],
    ["primary.en.txt", ["dataLocation.primary", "--lang", "en"]],
    ["consent.ja.txt", ["dataLocation.overseas.consent"]],
    ["8-1.en.json", ["8-1", "--format", "json", "--lang", "en"]],
  ];
  for (const [file, args] of goldens) {
    it(`prints ${file} for ${args.join(" ") || "no word"}`, () => {
      const { status, stdout, stderr } = explain(...args);
      assert.deepEqual([status, stderr], [0, ""]);
      assertGolden(`explain/${file}`, stdout);
    });
  }

  const words: [word: string, topics: string[]][] = [
    ["5-1", ["requirement 5-1"]],
    ["５−１", ["requirement 5-1"]],
    ["５ー１", ["requirement 5-1"]],
    ["No5-1", ["requirement 5-1"]],
    ["№１", ["requirement 1"]],
    ["複数要素認証", ["requirement 5-1"]],
    ["Location of servers", ["requirement 6-1"]],
    ["5-1.unmet", ["code 5-1.unmet"]],
    ["５−１．ｕｎｍｅｔ", ["code 5-1.unmet"]],
    ["unstated", ["code unstated"]],
    ["check.contradiction", ["code check.contradiction"]],
    ["schema.cipher", ["code schema.cipher"]],
    ["authentication.provider.factors", ["fact authentication.provider.factors"]],
    ["factors", ["fact authentication.provider.factors authentication.customer.factors"]],
    ["認証の要素", ["fact authentication.provider.factors authentication.customer.factors"]],
    ["provider.twoStep", ["fact authentication.provider.twoStep"]],
    ["消去方法", ["fact erasure.atTermination.method", "fact erasure.atDisposal.method"]],
    ["Governing law", ["fact contract.governingLaw"]],
    ["governinglaw", ["fact contract.governingLaw"]],
    ["認証取得", ["requirement 7", "fact certifications"]],
    ["service", ["fact service"]],
    // the spellings of findings (a pointer) and of the standard (a dotted path with items)
    ["/encryption/atRest/0/cipher", ["fact encryption.atRest[].cipher"]],
    ["encryption.inTransit[1].protocols", ["fact encryption.inTransit[].protocols"]],
    ['assessment."8-1".exception', ['fact assessment."8-1".exception']],
    ["/assessment/1/check", ['fact assessment."1".check']],
    ["check", ['fact assessment."…".check']],
  ];
  for (const [word, topics] of words) {
    it(`takes ${word} for ${topics.join(", ")}`, () => assert.deepEqual(taken(word), topics));
  }

  it("explains each word, or a title of several words", () => {
    const titles = (...args: string[]) => explain(...args, "--format", "md", "--lang", "en").stdout.match(/^## No.*/gm);
    assert.deepEqual(titles("2", "1"), ["## No. 2 Court of jurisdiction", "## No. 1 Applicable law"]);
    assert.deepEqual(titles("Location", "of", "servers"), ["## No. 6-1 Location of servers"]);
  });

  it("knows every requirement, kind of finding and code", () => {
    for (const { no } of standard.rows) assert.deepEqual(taken(no), [`requirement ${no}`]);
    const codes = examples().flatMap(({ text }) => analyzeText(text).findings.map(({ code }) => code));
    for (const code of [...Object.keys(coreMessages.ja.kinds), ...codes]) assert.deepEqual(taken(code), [`code ${code}`]);
  });

  it("knows every fact of a requirement, by the path in its list", () => {
    const { explained } = JSON.parse(explain("--format", "json").stdout);
    assert.equal(explained.length, standard.rows.length);
    for (const { no, facts } of explained) {
      for (const { path } of facts) {
        const [topic, ...others] = topicsOf(path, bundled);
        assert.deepEqual([others, topic?.kind === "fact" && topic.places.map(({ path }) => path)], [[], [path]]);
        assert.ok(topic?.kind === "fact" && topic.rows.some((row) => row.no === no), `${path} ${no}`);
      }
    }
  });

  const unknown: [word: string, lang: string, said: RegExp][] = [
    ["認証要所", "ja", /「認証要所」.*もしかして: 認証要素。.*vendor-profile explain/],
    ["contract.goverLaw", "en", /“contract\.goverLaw”.*Did you mean contract\.governingLaw\?/],
    ["schema.cypher", "en", /Did you mean schema\.cipher\?/],
    ["5-9", "ja", /「5-9」に当たる要件、指摘のコード、事実はない。要件の一覧/],
    ["5-9.unmet", "ja", /「5-9\.unmet」/],
    // these kinds exist only for rows with an exception, outdated values, a date or a recommendation
    ["1.exception", "en", /“1\.exception”/],
    ["8-1.legacy", "en", /“8-1\.legacy”/],
    ["3.expiring", "en", /“3\.expiring”/],
    ["5-2.recommended", "en", /“5-2\.recommended”/],
    ["toString", "en", /“toString”/],
    ["", "ja", /「」/],
  ];
  for (const [word, lang, said] of unknown) {
    it(`exits with 2 on the unknown word “${word}”, and suggests a similar one`, () => {
      const { status, stdout, stderr } = explain(word, "--lang", lang);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, said);
    });
  }

  it("explains nothing if one of several words is unknown", () => {
    const { status, stdout, stderr } = explain("5-1", "そら", "--lang", "ja");
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /「そら」/);
  });

  for (const lang of ["ja", "en"]) {
    it(`keeps every requirement to a hundred columns, without markup (${lang})`, () => {
      const { stdout } = explain(...standard.rows.map(({ no }) => no), "cipher", "country", "--lang", lang);
      // a closing mark may hang over the edge, and addresses are not wrapped
      const wide = stdout.split("\n").filter((line) => stringWidth(line) > 102 && !line.includes("http"));
      assert.deepEqual(wide, []);
      assert.doesNotMatch(stdout, /^\s*#|^>|`| $/m);
    });
  }
});
