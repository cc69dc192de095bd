/**
 * Tests what docs/behaviour says, where every file is one behaviour: an input, with `<|>` for the cursor, and what comes of it.
 * `UPDATE=1 npx mocha test/behaviour.test.ts -g unmet.md` writes what comes of it now into a file, to be read and judged by a person.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  type CodeAction,
  CodeActionKind,
  type DocumentSymbol,
  type InlayHintLabelPart,
  type Location,
  type MarkupContent,
  type Range,
  SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { bundled } from "../server/src/core/analysis/bundled.ts";
import { codeActions, resolveCodeAction } from "../server/src/language-service/code-actions.ts";
import { codeLenses } from "../server/src/language-service/code-lens.ts";
import { definition } from "../server/src/language-service/definition.ts";
import { diagnostics } from "../server/src/language-service/diagnostics.ts";
import { applyEdits, type Edit } from "../server/src/language-service/edits/edit.ts";
import { formatting } from "../server/src/language-service/formatting.ts";
import { documentHighlights } from "../server/src/language-service/highlights.ts";
import { hover } from "../server/src/language-service/hover.ts";
import { inlayHints } from "../server/src/language-service/inlay-hints.ts";
import { stepToNextUnstated } from "../server/src/language-service/next-unstated.ts";
import { pageText } from "../server/src/language-service/pages.ts";
import { references, rowPlaces } from "../server/src/language-service/references.ts";
import { rename } from "../server/src/language-service/rename.ts";
import { documentSymbols } from "../server/src/language-service/symbols.ts";
import type { View } from "../server/src/language-service/view.ts";
import type { LanguageId } from "../server/src/messages/language.ts";
import { accepted, offered } from "./support/completion.ts";
import { type AtCursor, atCursor, CURSOR, EVERYTHING, URI, viewOf } from "./support/view.ts";

const folder = new URL("../docs/behaviour/", import.meta.url);
const isUpdating = process.env.UPDATE !== undefined;

/** What stands where nothing comes of an input. */
const NOTHING = "(nothing)";
/** As the last line: more follows, which does not matter here. */
const MORE = "…";
/** As the protocol numbers them. */
const SEVERITIES = ["", "error", "warning", "information"];

/** A fenced block: what it is, and what stands in it. */
interface Block {
  /** The line of its fence, from 0. */
  readonly line: number;
  readonly end: number;
  readonly info: string;
  readonly text: string;
}

/** A file: its titles, its explanations, its blocks. */
interface Behaviour {
  readonly name: string;
  readonly titles: readonly string[];
  readonly prose: readonly string[];
  readonly blocks: readonly Block[];
}

/** What is asked of an input, in a language. */
interface Question {
  readonly input: string;
  readonly language: LanguageId;
  /** Whether it is written as Markdown, or as plain text. */
  readonly markdown: boolean;
}

function read(name: string): Behaviour {
  const lines = readFileSync(new URL(name, folder), "utf8").split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, fence, info = ""] = /^(`{3,})(.*)$/.exec(lines[at] as string) ?? [];
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, at + 1);
    assert.ok(end >= 0, `${name}:${at + 1}: the block does not end`);
    const text = lines.slice(at + 1, end).map((line) => `${line}\n`);
    blocks.push({ line: at, end, info, text: text.join("") });
    at = end;
  }
  const [title = "", ...rest] = lines.slice(0, blocks[0]?.line);
  return { name, titles: title.replace(/^# /, "").split(" / "), prose: rest.filter((line) => line !== ""), blocks };
}

/** Writes outcomes into a file; the later first, so that lines keep their numbers. */
function write(name: string, outcomes: readonly { readonly block: Block; readonly text: string }[]): void {
  const url = new URL(name, folder);
  const lines = readFileSync(url, "utf8").split("\n");
  for (const { block, text } of outcomes.toReversed()) {
    lines.splice(block.line + 1, block.end - block.line - 1, ...text.split("\n").slice(0, -1));
  }
  writeFileSync(url, lines.join("\n"));
}

/** The outcomes that are texts, by the word behind `text` or `markdown`. */
const told: Readonly<Record<string, (question: Question) => readonly string[] | Promise<readonly string[]>>> = {
  /** What is marked, each on a line: place, severity, code, first line of the message. */
  diagnostics: (question) => {
    const view = viewOfQuestion(question);
    return diagnostics(view).map(({ range, severity, code, message }) =>
      [place(range), SEVERITIES[severity ?? 0], code, linesOf(message)[0]].join(" "),
    );
  },
  /** What is marked at the cursor, each with its whole message and the places that are related to it. */
  message: (question) => {
    const { view, offset } = cursorOf(question);
    const { lines } = view.analysis.source;
    const isHere = ({ start, end }: Range) => lines.offset(start) <= offset && offset <= lines.offset(end);
    return diagnostics(view)
      .filter(({ range }) => isHere(range))
      .flatMap(({ range, severity, code, message, relatedInformation = [] }) => [
        `${where({ uri: URI, range }, view)} · ${SEVERITIES[severity ?? 0]} ${code}`,
        ...linesOf(message),
        ...relatedInformation.map(({ location, message }) => `→ ${where(location, view)} · ${message}`),
      ]);
  },
  hover: (question) => {
    const { view, position } = cursorOf(question);
    const contents = hover(view, position)?.contents as MarkupContent | undefined;
    return contents ? linesOf(contents) : [];
  },
  /** The quick fixes at the cursor; ★ is the one that an editor makes first, ✗ cannot be made, and why. */
  actions: (question) =>
    quickFixes(cursorOf(question)).map(({ title, isPreferred, disabled }) =>
      disabled ? `✗ ${title} — ${disabled.reason}` : `${isPreferred ? "★ " : ""}${title}`,
    ),
  completion: ({ input, language }) =>
    offered(input, { language }).map(({ label, detail }) => (detail === undefined ? label : `${label} — ${detail}`)),
  lens: (question) => codeLenses(viewOfQuestion(question)).map(({ range, command }) => `${place(range)} ${command?.title}`),
  hints: (question) => {
    const view = viewOfQuestion(question);
    const all = view.analysis.source.lines.range({ start: 0, end: view.analysis.source.text.length });
    return inlayHints(view, all).map(({ position, label }) => `${position.line + 1}: ${textOfLabel(label)}`);
  },
  symbols: (question) => tree(documentSymbols(viewOfQuestion(question)) as DocumentSymbol[]),
  definition: (question) => {
    const { view, position } = cursorOf(question);
    return (definition(view, position) ?? []).map((location) => where(location, view));
  },
  references: async (question) => {
    const { view, position } = cursorOf(question);
    const files = async function* () {
      yield { uri: URI, places: rowPlaces(view.analysis) };
    };
    return ((await references(view, position, false, files())) ?? []).map((location) => where(location, view));
  },
  highlights: (question) => {
    const { view, position } = cursorOf(question);
    return (documentHighlights(view, position) ?? []).map(({ range }) => where({ uri: URI, range }, view));
  },
};

/** The outcomes that are the whole text afterwards, by the word behind `yaml after`. */
const done: Readonly<Record<string, (input: string, argument: string) => string>> = {
  /** A quick fix, by its title in either language. */
  "": (input, title) => {
    const found = (["ja", "en"] as const).flatMap((language) => {
      const at = atCursor(input, { language });
      return quickFixes(at).flatMap((action) => (action.title === title && action.edit ? [afterEdit(at.view, action.edit)] : []));
    });
    return found[0] ?? assert.fail(`no quick fix “${title}”`);
  },
  "fix-all": (input) => afterSource(input, `${CodeActionKind.SourceFixAll}.vendorProfile`),
  sort: (input) => afterSource(input, `${CodeActionKind.Source}.sort.vendorProfile`),
  format: (input) => {
    const view = viewOf(input.replace(CURSOR, ""));
    return afterEdit(view, { changes: { [URI]: formatting(view.analysis.source) } });
  },
  accept: (input, label) => accepted(input, label),
  rename: (input, name) => {
    const { view, position } = atCursor(input);
    return afterEdit(view, rename(view, position, name));
  },
  "next-unstated": (input) => {
    const { view, offset } = atCursor(input);
    const step = stepToNextUnstated(view, offset);
    if (!step) return `${NOTHING}\n`;
    const text = afterEdit(view, { changes: { [URI]: [...step.edits] } });
    const { lines } = viewOf(text).analysis.source;
    const { start, end } = step.selection;
    assert.deepEqual(start, end);
    return put(text, lines.offset(start), CURSOR);
  },
};

/** What comes of an input. */
async function outcomeOf(info: string, input: string): Promise<string> {
  const [, kind = "", what = "", language] = /^(text|markdown) (\w+) (ja|en)$/.exec(info) ?? [];
  const ask = told[what];
  if (ask) {
    const lines = await ask({ input, language: language as LanguageId, markdown: kind === "markdown" });
    return lines.length > 0 ? lines.map((line) => `${line}\n`).join("") : `${NOTHING}\n`;
  }
  const [, act = "unknown", argument = ""] = /^yaml after (?! )([\w-]*) ?(?:"(.*)")?$/.exec(info) ?? [];
  return (done[act] ?? assert.fail(`not a kind of block: ${info}`))(input, argument);
}

function viewOfQuestion({ input, language, markdown }: Question): View {
  return viewOf(input.replace(CURSOR, ""), { language, capabilities: { ...EVERYTHING, markdown } });
}

function cursorOf({ input, language, markdown }: Question): AtCursor {
  return atCursor(input, { language, capabilities: { ...EVERYTHING, markdown } });
}

function quickFixes({ view, position }: AtCursor): CodeAction[] {
  const context = { diagnostics: [], only: [CodeActionKind.QuickFix] };
  return codeActions(view, { range: { start: position, end: position }, context });
}

function afterSource(input: string, kind: string): string {
  const view = viewOf(input.replace(CURSOR, ""));
  const start = { line: 0, character: 0 };
  const [action] = codeActions(view, { range: { start, end: start }, context: { diagnostics: [], only: [kind] } });
  assert.ok(action);
  return afterEdit(view, resolveCodeAction(view, action).edit ?? assert.fail("no edit"));
}

/** The text after an edit, with the cursor where typing goes on. */
function afterEdit({ analysis: { source } }: View, { changes = {}, documentChanges = [] }: WorkspaceEdit): string {
  const edits = [
    ...(changes[URI] ?? []),
    ...documentChanges.flatMap((change): (TextEdit | SnippetTextEdit)[] => ("edits" in change ? change.edits : [])),
  ];
  const toEdit = (edit: TextEdit | SnippetTextEdit): Edit => ({
    span: { start: source.lines.offset(edit.range.start), end: source.lines.offset(edit.range.end) },
    text: SnippetTextEdit.is(edit) ? expanded(edit.snippet.value) : edit.newText,
  });
  return applyEdits(source.text, edits.map(toEdit));
}

/** A snippet as an editor writes it, with the cursor at its first stop. */
function expanded(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$(\d+)/g, (_, escaped?: string, stop?: string) => escaped ?? (stop === "1" ? CURSOR : ""));
}

function tree(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${detail === undefined ? name : `${name}: ${detail}`}`,
    ...tree(children, `${indent}  `),
  ]);
}

/** A place and what stands there: in this file by its line and column, on the page of the standard by its heading. */
function where({ uri, range }: Location, { analysis }: View): string {
  const text = uri === URI ? analysis.source.text : (pageText(uri, bundled) ?? assert.fail(uri));
  const line = text.split("\n")[range.start.line] ?? "";
  const stretch = line.slice(range.start.character, range.end.line === range.start.line ? range.end.character : undefined);
  return uri === URI ? `${place(range)} ${stretch}` : stretch;
}

/** Line and column as an editor counts them, from 1. */
function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function textOfLabel(label: string | readonly InlayHintLabelPart[]): string {
  return typeof label === "string" ? label : label.map(({ value }) => value).join("");
}

function linesOf(text: string | MarkupContent): string[] {
  return (typeof text === "string" ? text : text.value).split("\n");
}

function put(text: string, at: number, insertion: string): string {
  return text.slice(0, at) + insertion + text.slice(at);
}

/** As much of an outcome as a block goes on to tell. */
function asFarAsTold(outcome: string, written: string): string {
  const lines = written.trimEnd().split("\n");
  if (lines.length < 2 || lines.at(-1) !== MORE) return outcome;
  const all = outcome.trimEnd().split("\n");
  return all.length < lines.length ? outcome : `${[...all.slice(0, lines.length - 1), MORE].join("\n")}\n`;
}

const indexes = ["README.md", "README.ja.md"];
const files = readdirSync(folder).filter((name) => name.endsWith(".md") && !indexes.includes(name));

describe("behaviour", () => {
  for (const name of files) {
    describe(name, () => {
      const { titles, prose, blocks } = read(name);
      const outcomes: { block: Block; text: string }[] = [];

      it("says in both languages what is seen", () => {
        assert.deepEqual(
          [titles, prose.slice(0, 2)].map((texts) => texts.map(isJapanese)),
          [
            [false, true],
            [false, true],
          ],
        );
      });

      it("has an input first, and an outcome of every input", () => {
        const isInput = blocks.map(({ info }) => info === "yaml input");
        assert.ok(isInput[0], "no input");
        for (const [index, block] of blocks.entries()) {
          assert.ok(!isInput[index] || isInput[index + 1] === false, `${name}:${block.line + 1}: nothing comes of this input`);
        }
      });

      let input = "";
      for (const block of blocks) {
        if (block.info === "yaml input") {
          input = block.text;
          continue;
        }
        const given = input;
        it(`${block.line + 1}: ${block.info}`, async () => {
          const text = asFarAsTold(await outcomeOf(block.info, given), block.text);
          if (isUpdating) outcomes.push({ block, text });
          else assert.equal(text, block.text);
        });
      }

      after(() => {
        if (isUpdating) write(name, outcomes);
      });
    });
  }

  for (const [index, name] of indexes.entries()) {
    it(`lists every file in ${name}, by its title`, () => {
      const text = readFileSync(new URL(name, folder), "utf8");
      const listed = [...text.matchAll(/^- \[(.*)\]\((.*)\)/gm)].map(([, title, file]) => `${file}: ${title}`);
      assert.deepEqual(listed.sort(), files.map((file) => `${file}: ${read(file).titles[index]}`).sort());
    });
  }
});

function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}
