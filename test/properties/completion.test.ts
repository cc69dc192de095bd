/** Tests that completion answers at every offset of any text, and that an accepted item breaks nothing and states nothing else. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { CompletionItem } from "vscode-languageserver";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import { Lines } from "../../server/src/core/yaml/lines.ts";
import { plain } from "../../server/src/core/yaml/node.ts";
import { linesAbove } from "../../server/src/language-service/completion/excerpt.ts";
import { completion } from "../../server/src/language-service/completion/index.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { accept, scoreOf, typed } from "../support/completion.ts";
import { type AtCursor, viewOf } from "../support/view.ts";

function itemsAt(view: AtCursor["view"], offset: number): { at: AtCursor; items: readonly CompletionItem[] } {
  const at = { view, offset, position: view.analysis.source.lines.position(offset) };
  return { at, items: completion(view, at.position).items };
}

/** Counts the findings that make the document invalid, by kind. */
function faults({ findings }: Analysis): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of findings) if (/^(yaml|schema)\./.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** The facts of all documents, as path and value; paths leave out item indices. */
function facts({ source }: Analysis): string[] {
  const all: string[] = [];
  const collect = (value: unknown, path: string) => {
    if (Array.isArray(value)) {
      if (value.length === 0) all.push(`${path} []`);
      for (const item of value) collect(item, `${path}/`);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, below] of Object.entries(value)) collect(below, `${path}/${key}`);
    } else if (value !== null) all.push(`${path} ${value}`);
  };
  for (const { root } of source.documents) if (root) collect(plain(root), "");
  return all;
}

/** The multiset difference of two lists. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const rest = [...some];
  return all.filter((one) => {
    const index = rest.indexOf(one);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

const texts = examples();

describe("completion anywhere", () => {
  it("answers in every example, with edits of the cursor's line", () => {
    for (const [index, { text }] of texts.entries()) {
      const view = viewOf(text);
      // the examples share most lines, so together these offsets cover everything
      for (let offset = index % 4; offset <= text.length; offset += 4) {
        const { at, items } = itemsAt(view, offset);
        // all items of a list edit the same range
        if (items[0]) accept(items[0], at);
      }
    }
  });

  it("answers in random scraps that are not even YAML", () => {
    const bits = [
      ..."[]{}:,-?&*!|>\"'# \t\n\r　：＊",
      ...["\r\n", "---\n", "- ", ": ", "  ", "    ", "<<: *a", "&a ", "|\n", "# c\n", "JP", "gov", '"5-1": '],
      ...[
        "contract:\n",
        "  governingLaw: ",
        "dataLocation:\n  primary: ",
        "certifications:\n",
        "encryption:\n  inTransit:\n    - ",
      ],
    ];
    const scraps = fc.array(fc.constantFrom(...bits), { maxLength: 24 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(scraps, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        if (text[offset] === "\n" && text[offset - 1] === "\r") return;
        const found = itemsAt(viewOf(text), offset);
        for (const item of found.items.slice(0, 3)) accept(item, found.at);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the excerpt that completion parses", () => {
  it("has the same size in a document of any size", () => {
    const items = Array.from({ length: 5000 }, (_, index) => `    - store: ${index}\n      role: primary\n`).join("");
    const lines = new Lines(`profile: 1\nencryption:\n  atRest:\n${items}${"\n".repeat(5000)}${"# \n".repeat(5000)}`);
    for (const cursor of [200, 5000, 12_500, lines.count - 1]) {
      const above = linesAbove(lines, cursor);
      assert.ok(above.length < 35, `${above.length} lines`);
      assert.deepEqual(
        above.slice(0, 2).map((line) => lines.text(line)),
        ["encryption:", "  atRest:"],
      );
    }
  });
});

describe("an accepted item", () => {
  /** Characters between two tested offsets; a prime, so that they do not fall into a rhythm. */
  const STEP = 401;

  it("adds no fault to an example, and no fact but the value that was chosen", () => {
    let turn = 0;
    for (const { name, text } of texts) {
      const view = viewOf(text);
      const before = { faults: faults(view.analysis), facts: facts(view.analysis) };
      for (let offset = turn % STEP; offset <= text.length; offset += STEP) {
        const found = itemsAt(view, offset);
        const item = found.items[turn++ % Math.max(1, found.items.length)];
        if (!item) continue;
        const after = analyzeText(accept(item, found.at));
        const what = `${name} ${JSON.stringify(found.at.position)} ${item.label}`;
        for (const [kind, count] of faults(after)) assert.ok(count <= (before.faults.get(kind) ?? 0), `${what}: ${kind}`);
        const added = without(facts(after), before.facts);
        // a key that the format does not know may be renamed together with its value
        const lost = without(before.facts, facts(after));
        const isRenamed =
          lost.length === added.length && lost.every((fact, index) => stated(fact) === stated(added[index] ?? ""));
        assert.ok(isRenamed || added.every((fact) => stated(fact) === item.label), `${what}: ${added.join("; ")}`);
      }
    }
  });

  it("adds no fault to a line that is being typed", () => {
    let turn = 0;
    for (const { name, text } of texts) {
      const whole = faults(analyzeText(text));
      for (let offset = turn % STEP; offset <= text.length; offset += STEP) {
        const cut = text.slice(0, offset) + text.slice(offset).replace(/^.*/, "");
        const found = itemsAt(viewOf(cut), offset);
        const fitting = found.items.filter((item) => scoreOf(typed(item, found.at), item.filterText ?? "") !== undefined);
        const item = fitting[turn++ % Math.max(1, fitting.length)];
        if (!item) continue;
        const half = faults(found.at.view.analysis);
        for (const [kind, count] of faults(analyzeText(accept(item, found.at)))) {
          // a key without a value may lack something required
          const before = Math.max(half.get(kind) ?? 0, whole.get(kind) ?? 0, kind === "schema.required" ? 1 : 0);
          assert.ok(count <= before, `${name} ${JSON.stringify(found.at.position)} ${item.label}: ${kind}`);
        }
      }
    }
  });
});

function stated(fact: string): string {
  return fact.slice(fact.indexOf(" ") + 1);
}
