/**
 * Guards that what every object has is nothing to a stranger: `__proto__`, `constructor` and the like are keys and words as any
 * others are, which nobody has stated, and objects are afterwards what they were.
 */
import assert from "node:assert/strict";
import { Document, isMap, isScalar, type Node, visit } from "yaml";
import { requests } from "../../protocol/requests.ts";
import { readConfig } from "../../server/src/config/read.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { codeActions } from "../../server/src/language-service/code-actions.ts";
import { codeLenses } from "../../server/src/language-service/code-lens.ts";
import { completion } from "../../server/src/language-service/completion/index.ts";
import { definition } from "../../server/src/language-service/definition.ts";
import { hover } from "../../server/src/language-service/hover.ts";
import { inlayHints } from "../../server/src/language-service/inlay-hints.ts";
import { documentLinks } from "../../server/src/language-service/links.ts";
import { semanticTokens } from "../../server/src/language-service/semantic-tokens.ts";
import { documentSymbols } from "../../server/src/language-service/symbols.ts";
import { coreMessages, messageOf, textOf } from "../../server/src/messages/render.ts";
import { folderOf, profileText, removeFolders } from "../cli/run.ts";
import { run } from "../processes/run.ts";
import { Client, killServers, PULL } from "../protocol/client.ts";
import { analyzeText } from "../support/analyze.ts";
import { base, profile, ROWS } from "../support/profile.ts";
import { viewOf } from "../support/view.ts";
import { Seal } from "./sealed.ts";

const WORDS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];

/** What a word says of whoever stumbles over it. */
const HARM = { classification: "III", status: "met", cipher: "AES-256", length: 1, polluted: true };

/** What is judged of a text: the verdict, each row, and what is found. */
function judgedOf(text: string) {
  const { profiles, findings } = analyzeText(text);
  return {
    verdicts: profiles.map(({ verdict }) => verdict),
    rows: profiles.map(({ rows }) => ROWS.map((no) => rows.get(no)?.status)),
    codes: findings.map(({ code }) => code),
  };
}

/** The base profile, changed at every place of a kind, once for each. */
function* changed<T extends Node>(is: (node: unknown) => node is T, change: (node: T) => void): Generator<string> {
  for (let index = 0; ; index++) {
    const document = new Document(base, { aliasDuplicateObjects: false });
    let seen = 0;
    visit(document, {
      Node(key, node) {
        if (key === "key" || !is(node) || seen++ !== index) return undefined;
        change(node);
        return visit.BREAK;
      },
    });
    if (seen <= index) return;
    yield document.toString();
  }
}

/** The base profile with a key more in every mapping. */
const withKey = (key: string) => changed(isMap, (map) => map.items.push(new Document().createPair(key, HARM)));

/** The base profile with another word in place of every value. */
const withWord = (word: string) =>
  changed(isScalar, (scalar) => {
    scalar.value = word;
  });

/** The base profile, changed at all places of a kind at once. */
function changedAll<T extends Node>(is: (node: unknown) => node is T, change: (node: T) => void): string {
  const document = new Document(base, { aliasDuplicateObjects: false });
  const nodes: T[] = [];
  visit(document, {
    Node(key, node) {
      if (key !== "key" && is(node)) nodes.push(node);
    },
  });
  for (const node of nodes) change(node);
  return document.toString({ lineWidth: 0 });
}

/** All that an editor shows of a text, with a word of the same length in place of one. */
function shownOf(text: string, word: string): string {
  const view = viewOf(text);
  const { source, standard, findings } = view.analysis;
  const range = source.lines.range({ start: 0, end: text.length });
  const context = { diagnostics: [], only: ["quickfix", "source"] };
  const positions = [...text.matchAll(/\S+/g)].map(({ index }) => source.lines.position(index + 1));
  const shown = {
    messages: findings.map((finding) => textOf(messageOf(finding, standard, coreMessages.ja), coreMessages.ja)),
    hovers: positions.map((position) => hover(view, position)),
    completions: positions.map((position) => completion(view, position)),
    definitions: positions.map((position) => definition(view, position)),
    actions: codeActions(view, { range, context }),
    symbols: documentSymbols(view),
    hints: inlayHints(view, range),
    lenses: codeLenses(view),
    tokens: semanticTokens(view),
    links: documentLinks(view, []),
  };
  return JSON.stringify(shown, null, 1)
    .replaceAll(word, usualFor(word))
    .replaceAll(escaped(word), escaped(usualFor(word)));
}

/** A word that says nothing, of the same shape as another. */
const usualFor = (word: string) => word.replace(/[a-z]/gi, "q");

/** How Markdown in JSON has it. */
const escaped = (word: string) => word.replaceAll("_", "\\\\_");

/** What every object, list and function has. */
const ORIGIN = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
  (object) => [object, Reflect.ownKeys(object)] as const,
);

const seals: Seal[] = [];

function sealed(): Seal {
  const seal = new Seal();
  seals.push(seal);
  return seal;
}

describe("what every object has is nothing to a stranger", () => {
  afterEach(async () => {
    await killServers();
    removeFolders();
    for (const seal of seals.splice(0)) seal.remove();
    for (const [object, keys] of ORIGIN) assert.deepEqual(Reflect.ownKeys(object), keys);
    assert.equal("polluted" in {}, false);
  });

  for (const word of WORDS) {
    it(`${word}: as a key it is as unknown as any`, () => {
      const usual = [...withKey("zzz")];
      assert.ok(usual.length > 30);
      for (const [index, text] of [...withKey(word)].entries()) {
        assert.deepEqual(judgedOf(text), judgedOf(usual[index] as string), text);
      }
    });

    it(`${word}: as a value it is as unknown as any`, () => {
      const usual = [...withWord("zzz")];
      assert.ok(usual.length > 40);
      for (const [index, text] of [...withWord(word)].entries()) {
        assert.deepEqual(judgedOf(text), judgedOf(usual[index] as string), text);
      }
    });

    it(`${word}: what is shown of it is what is shown of any`, () => {
      const key = (word: string) => changedAll(isMap, (map) => map.items.push(new Document().createPair(word, HARM)));
      const value = (word: string) =>
        changedAll(isScalar, (scalar) => {
          scalar.value = word;
        });
      for (const text of [key, value]) {
        assert.equal(shownOf(text(word), word), shownOf(text(usualFor(word)), usualFor(word)));
      }
    });

    it(`${word}: it states nothing by a merge, an anchor or a tag`, () => {
      const nothing = judgedOf("profile: 1\nx: 1\n").rows;
      for (const text of [
        `profile: 1\n${word}: ${JSON.stringify(base)}\n`,
        `profile: 1\n<<: { ${word}: ${JSON.stringify(base)} }\n`,
        `profile: 1\nx-a: &${word} ${JSON.stringify(base)}\n${word}: *${word}\n`,
        `profile: 1\n${word}: !${word} ${JSON.stringify(base)}\n`,
      ]) {
        assert.deepEqual(judgedOf(text).rows, nothing, text);
      }
    });

    it(`${word}: a configuration knows no such key, code, weight or language`, () => {
      for (const text of [
        `${word}: { language: en }\n`,
        `severities: { ${word}: off }\n`,
        `severities: { 7.recommended: ${word} }\n`,
        `severities: { 7.${word}: off }\n`,
        `language: ${word}\n`,
      ]) {
        const { config, problems } = readConfig(text, bundled.standard);
        assert.equal(problems.length, 1, text);
        assert.deepEqual([config.language, config.severities.size], [undefined, 0]);
      }
    });
  }

  it("in a questionnaire it goes there and comes back", () => {
    for (const word of WORDS.slice(0, 2)) {
      const text = `${profile({ "vendor.name": word, "encryption.atRest.0.store": word })}x-${word}: 1\n${word}: { ${word}: 1 }\n`;
      const seal = sealed();
      const cwd = folderOf({ "a.vendor.yaml": text });
      const done = (...args: string[]) => {
        const { status, stderr } = run(args, { cwd, env: seal.env });
        assert.ok(status === 0 || status === 1, `${args}: ${status} ${stderr}`);
      };
      done("questionnaire", "a.vendor.yaml", "-o", "form.xlsx");
      done("import", "form.xlsx", "-o", "b.vendor.yaml");
      for (const command of ["check", "report", "plan", "compare"]) done(command, "b.vendor.yaml");
      assert.deepEqual(seal.polluted, []);
    }
  });

  it("the command line knows no such command, format, class, language or word", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText() });
    for (const word of WORDS.slice(0, 2)) {
      for (const args of [
        [word],
        ["help", word],
        ["explain", word],
        ["completions", word],
        ["check", "a.vendor.yaml", "--class", word],
        ["check", "a.vendor.yaml", "--format", word],
        ["check", "a.vendor.yaml", "--lang", word],
        ["check", "a.vendor.yaml", `--${word}`],
        ["report", "a.vendor.yaml", "--format", word],
      ]) {
        assert.equal(run(args, { cwd }).status, 2, args.join(" "));
      }
    }
  });

  it("in messages it changes nothing, neither at the start nor later", async () => {
    const seal = sealed();
    // as it comes over the wire: a key of its own
    const harm = JSON.parse(
      `{ "__proto__": { "polluted": true, "language": "en" }, "constructor": { "prototype": { "polluted": true } } }`,
    );
    const uri = "file:///a.vendor.yaml";
    const client = await Client.start({
      env: seal.env,
      capabilities: PULL,
      initializationOptions: { ...harm, asOf: "2026-11-22", language: "ja" },
    });
    client.open(uri, profileText("I"));
    const before = await client.items(uri);
    client.changeSettings({ vendorProfile: harm, ...harm });
    const ask = (method: string, params: object) =>
      client.connection.sendRequest(method, { ...harm, ...params }).catch(({ code }: { code: number }) => code);
    const answersTo = async (word: string) => {
      const ref = { uri, index: 0 };
      const answers = await Promise.all([
        ask(requests.requirement, { word }),
        ask(requests.evaluation, { uri, classification: word }),
        ask(requests.checklist, { ...ref, classification: word }),
        ask(requests.newProfile, { classification: word, vendor: word, service: word }),
        ask(requests.exported, { what: word, profiles: [ref], format: "md", classification: null }),
        ask(requests.exported, { what: "report", profiles: [ref], format: word, classification: null }),
        ask("workspace/executeCommand", { command: word, arguments: [harm] }),
        ask(word, {}),
      ]);
      return JSON.stringify(answers).replaceAll(word, "zzz");
    };
    const usual = await answersTo("zzz");
    // refused, and no fault
    assert.doesNotMatch(usual, /-32603/);
    for (const word of WORDS) assert.equal(await answersTo(word), usual);
    assert.deepEqual(await client.items(uri), before);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(seal.polluted, []);
  });
});
