/** Tests the comparison that procurements use. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "hucre/csv";
import { AS_OF, examples } from "../support/analyze.ts";
import { assertGolden } from "../support/golden.ts";
import { withoutLooks, written } from "./reports.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const TEXT_FORMATS = ["md", "html", "csv", "json"];
const all = examples().map(({ name }) => `examples/${name}.vendor.yaml`);
const some = ["conforms-at-s", "byok", "half-stated", "cloud-key-unsuitable"].map((name) => `examples/${name}.vendor.yaml`);

describe("a comparison matches its golden file", () => {
  const cases: [name: string, paths: readonly string[], lang: string][] = [
    ["ja/all", all, "ja"],
    ["ja/four", some, "ja"],
    ["ja/one", some.slice(0, 1), "ja"],
    ["en/four", some, "en"],
  ];
  for (const [name, paths, lang] of cases) {
    for (const format of TEXT_FORMATS) {
      it(`${name}.${format}`, async () => {
        const args = ["compare", ...paths, "--as-of", AS_OF, "--lang", lang, "-f", format];
        assertGolden(`compare/${name}.${format}`, withoutLooks(await written(args)));
      });
    }
  }
});

describe("vendor-profile compare", () => {
  afterEach(removeFolders);

  it("agrees with check for each service", async () => {
    const marks: Readonly<Record<string, string>> = { met: "○", unmet: "×", unknown: "未記載", "not-applicable": "対象外" };
    const profiles = check([...some, "--as-of", AS_OF])
      .json()
      .files.flatMap(({ profiles }) => profiles);
    const [headings = [], ...rows] = parseCsv(await written(["compare", ...some, "--as-of", AS_OF, "-f", "csv"]));
    const first = headings.length - profiles.length;
    for (const [index, { requirements, service }] of profiles.entries()) {
      if (service !== null) assert.ok(String(headings[first + index]).includes(service.slice(0, 8)));
      for (const { no, status } of requirements) {
        const row = rows.find((row) => row[0] === no);
        assert.equal(String(row?.[first + index]).split("\n")[0], marks[status], `${service} ${no}`);
      }
    }
  });

  it("needs an operand", () => {
    const { status, stdout, stderr } = run(["compare"]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /vendor-profile compare --help/);
  });

  it("writes a file in the format of its name, and reports what it cannot read", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText("III", "株式会社あおば"), "b.vendor.yaml": profileText("I") });
    const { status, stdout, stderr } = run(["compare", ".", "missing.yaml", "-o", "比較表.xlsx", "--as-of", AS_OF], { cwd });
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^missing\.yaml: .+\n.*: 比較表\.xlsx\n$/);
    assert.match(readFileSync(join(cwd, "比較表.xlsx"), "latin1"), /^PK/);
  });

  it("writes nothing if there is no profile", () => {
    const cwd = folderOf({ "readme.txt": "" });
    assert.equal(run(["compare", ".", "-o", "a.md"], { cwd }).status, 2);
    assert.deepEqual(readdirSync(cwd), ["readme.txt"]);
  });

  it("exits with 0 whatever the verdicts", () => {
    const { status, stdout } = run(["compare", ...some, "--as-of", AS_OF, "--lang", "en"], {
      cwd: join(import.meta.dirname, "../.."),
    });
    assert.equal(status, 0);
    assert.match(stdout, /does not conform/);
  });
});
