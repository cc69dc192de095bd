/** Tests that importing a questionnaire invents nothing: whatever its cells hold, each fact is said by a cell, and each fault is told. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type Path, plain } from "../../server/src/core/yaml/node.ts";
import type { CellProblem } from "../../server/src/questionnaire/cell-problem.ts";
import type { Content } from "../../server/src/questionnaire/content.ts";
import { isMapping } from "../../server/src/questionnaire/tree.ts";
import { analyzeText } from "../support/analyze.ts";
import { answerCells, blankGrids, type Filled, filledGrids, importedFrom } from "../support/form.ts";

/** What people write, and the facts that each can state. A text that states any may also be a name, or several. */
const SAYS: Readonly<Record<string, readonly unknown[]>> = {
  "日本（JP）": ["JP"],
  日本国内: ["JP"],
  "日本、米国": ["JP", "US"],
  jp: ["JP"],
  EL: ["GR"],
  はい: [true],
  "はい。": [true],
  いいえ: [false],
  "■はい □いいえ": [true],
  "□はい ■いいえ": [false],
  "☑": [true],
  レ: [true],
  "契約で指定済み。": ["designated"],
  重要性分類Ⅰ: ["I"],
  Ⅲ: ["III"],
  "1": ["I", 1],
  知識: ["knowledge"],
  "知識、所持": ["knowledge", "possession"],
  "TLSv1.2": ["TLS 1.2"],
  暗号化しない: ["none"],
  "AES-256（GCM）": ["AES-256-GCM"],
  "XTS-AES-256": ["AES-256-XTS"],
  "ISO/IEC 27001:2022": ["ISO/IEC 27001", "2022"],
  ISMAP: ["ISMAP"],
  SaaS提供者: ["saas-provider"],
  パージ: ["purge"],
  暗号化消去: ["cryptographic-erase"],
  主たる保存先: ["primary"],
  バックアップ: ["backup"],
  国内: ["domestic"],
  管理画面なし: ["none"],
  確認済み: ["ok"],
  対象外: ["na"],
  "R8.4.1": ["2026-04-01"],
  "2026-10-15 12:00": ["2026-10-15"],
  "2026/10/15": ["2026-10-15"],
  "5回": [5],
  "５": [5],
  "9999999999999": ["9999999999999", 9999999999999],
  "氏名、住所": [],
  株式会社あおば: [],
  "HTTP（社内のみ）": [],
  令和元年4月30日: [],
  日本と米国: [],
  NG: ["ng"],
  "0": [],
  "0回": [],
};

/** What states no name, no address and no item, with the facts that it can state elsewhere. */
const NOTHING: Readonly<Record<string, readonly unknown[]>> = {
  なし: ["none", false],
  無し: ["none", false],
  ない: [],
  一つもない: [],
  該当なし: ["na"],
  "N/A": ["na"],
  na: ["na"],
  NA: ["na"],
  No: [false],
  NO: [false],
  "-": [],
  ー: [],
  "―": [],
  "？": [],
  "□": [],
  未定: [],
};
/** The texts that state that a list is empty. */
const NONE = ["なし", "無し", "ない", "一つもない"];

const texts = Object.keys({ ...SAYS, ...NOTHING });

const contents: fc.Arbitrary<Content> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...texts).map((text) => ({ kind: "text", text }) as const) },
  { weight: 1, arbitrary: fc.constantFrom(...texts).map((text) => ({ kind: "text", text, standing: "" }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...texts), fc.constantFrom(...texts))
      .map(([struck, standing]) => ({ kind: "text", text: struck + standing, standing }) as const),
  },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 5, 9999999999999).map((number) => ({ kind: "number", number }) as const) },
  { weight: 1, arbitrary: fc.boolean().map((value) => ({ kind: "boolean", value }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "date", day: "2026-10-15", shown: "2026-10-15" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "formula", formula: "A1", shown: "日本" } as const) },
);

/** What a content says in words. */
function wordsOf(content: Content): string {
  if (content.kind === "text") return (content.standing ?? content.text).trim();
  if (content.kind === "number") return String(content.number);
  return content.kind === "date" ? (content.day ?? "") : "";
}

function says(content: Content, value: unknown): boolean {
  if (content.kind === "boolean") return value === content.value;
  const words = wordsOf(content);
  if (SAYS[words]?.includes(value) || NOTHING[words]?.includes(value)) return true;
  const isName = !Object.hasOwn(NOTHING, words) && words !== "";
  return isName && (value === words || words.split("、").includes(String(value)));
}

/** The values that a profile states, with the paths that name their questions. */
function leavesOf(value: unknown, path: Path = []): { readonly id: string; readonly value: unknown }[] {
  if (Array.isArray(value)) {
    const id = idOf(path);
    return value.length === 0 ? [{ id, value: [] }] : value.flatMap((item) => leavesOf(item, [...path, 0]));
  }
  if (isMapping(value)) return Object.entries(value).flatMap(([name, below]) => leavesOf(below, [...path, name]));
  return value === null || path.join() === "profile" ? [] : [{ id: idOf(path), value }];
}

const idOf = (path: Path) =>
  path
    .filter((step) => typeof step === "string")
    .join(".")
    .replace(/^assessment\.[^.]+\.evidence/, "assessment.*.evidence");

const begins = (path: Path, start: Path) => start.every((step, index) => String(path[index]) === String(step));

function isTold(problems: readonly CellProblem[], path: Path): boolean {
  return problems.some((problem) => problem.path && (begins(path, problem.path) || begins(problem.path, path)));
}

function assertHonest(filled: readonly Filled[], grids = filledGrids(filled)): void {
  const { text, problems } = importedFrom(grids);
  const { profiles, findings } = analyzeText(text);
  for (const { id, value } of leavesOf(profiles[0]?.root && plain(profiles[0].root))) {
    const answers = filled.filter(({ cell }) => answerCells.some((at) => at.id.replace("[]", "") === id && isSame(at, cell)));
    const isSaid = answers.some(({ content }) => (Array.isArray(value) ? NONE.includes(wordsOf(content)) : says(content, value)));
    assert.ok(isSaid || isEdition(id, value, filled), `${id}: ${JSON.stringify(value)} is said by no cell\n${text}`);
  }
  for (const { code, path } of findings) {
    if (!/^(?:yaml|schema)\./.test(code)) continue;
    assert.ok(isTold(problems, path), `${code} at ${path.join(".")} was not told\n${text}`);
  }
}

const isSame = (a: Filled["cell"], b: Filled["cell"]) => a.row === b.row && a.column === b.column && b.sheet.startsWith(a.sheet);

/** The scheme's cell also says the edition. */
const isEdition = (id: string, value: unknown, filled: readonly Filled[]) =>
  id === "certifications.edition" && filled.some(({ content }) => says(content, value));

const fillings = fc.array(fc.record({ cell: fc.constantFrom(...answerCells), content: contents }), {
  minLength: 1,
  maxLength: 30,
});

describe("importing a questionnaire invents nothing", () => {
  it("whatever stands in the cells", () => {
    fc.assert(
      fc.property(fillings, (filled) => assertHonest(filled)),
      { numRuns: 150 },
    );
  });

  it("whatever stands in copies of its sheets, and however few sheets are left", () => {
    const copied = fc.record({ filled: fillings, again: fillings, kept: fc.uniqueArray(fc.nat(9), { minLength: 1 }) });
    fc.assert(
      fc.property(copied, ({ filled, again, kept }) => {
        const copies = filledGrids(again).map((grid) => ({ ...grid, name: `${grid.name} (2)` }));
        const moved = again.map(({ cell, content }) => ({ cell: { ...cell, sheet: `${cell.sheet} (2)` }, content }));
        const grids = [...filledGrids(filled), ...copies].filter((_, index) => !kept.includes(index));
        assertHonest([...filled, ...moved], grids);
      }),
      { numRuns: 100 },
    );
  });

  it("whatever stands on the sheet of what has no cell", () => {
    const other = blankGrids.at(-1);
    assert.ok(other);
    const rest = fc.record({
      pointer: fc.constantFrom("/vendor/country", "/vendor", "/x-memo", "/a/b", "/dataLocation/primary", "/service/name"),
      yaml: fc.constantFrom("日本", "JP", "[JP, JP]", "{ name: 甲 }", "1", "''", "[null]"),
    });
    fc.assert(
      fc.property(fc.array(rest, { maxLength: 3 }), (rests) => {
        const filled = rests.flatMap(({ pointer, yaml }, index): Filled[] => [
          { cell: { sheet: other.name, row: 8 + index, column: 1 }, content: { kind: "text", text: pointer } },
          { cell: { sheet: other.name, row: 8 + index, column: 2 }, content: { kind: "text", text: yaml } },
        ]);
        const { text, problems } = importedFrom(filledGrids(filled));
        for (const { code, path } of analyzeText(text).findings) {
          if (/^(?:yaml|schema)\./.test(code))
            assert.ok(isTold(problems, path), `${code} at ${path.join(".")} was not told\n${text}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
