/**
 * The names of inherited properties, such as `__proto__` and `constructor`, are unknown keys and values like any others in every
 * input, and no input changes the prototypes.
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

/** The value under such a key: it would change a result if it were read through a prototype. */
const HARM = { classification: "III", status: "met", cipher: "AES-256", length: 1, polluted: true };

/** The judgement of a text: verdicts, the status of each row, and the codes of the findings. */
function judgedOf(text: string) {
  const { profiles, findings } = analyzeText(text);
  return {
    verdicts: profiles.map(({ verdict }) => verdict),
    rows: profiles.map(({ rows }) => ROWS.map((no) => rows.get(no)?.status)),
    codes: findings.map(({ code }) => code),
  };
}

/** Copies of the base profile, each changed at one of the nodes of a kind. */
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

/** Copies of the base profile, each with an additional key in one of the mappings. */
const withKey = (key: string) => changed(isMap, (map) => map.items.push(new Document().createPair(key, HARM)));

/** Copies of the base profile, each with one of the values replaced. */
const withWord = (word: string) =>
  changed(isScalar, (scalar) => {
    scalar.value = word;
  });

/** The base profile, changed at all nodes of a kind. */
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

/** Everything that an editor shows for a text, as JSON, with a word replaced by a harmless one of the same shape. */
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
    .replaceAll(word, harmlessFor(word))
    .replaceAll(escaped(word), escaped(harmlessFor(word)));
}

/** A harmless word of the same shape. */
const harmlessFor = (word: string) => word.replace(/[a-z]/gi, "q");

/** A word as escaped in Markdown in JSON. */
const escaped = (word: string) => word.replaceAll("_", "\\\\_");

/** The prototypes of objects, arrays, functions and strings, with their original keys. */
const ORIGIN = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
  (object) => [object, Reflect.ownKeys(object)] as const,
);

const seals: Seal[] = [];

function sealed(): Seal {
  const seal = new Seal();
  seals.push(seal);
  return seal;
}

describe("names of inherited properties", () => {
  afterEach(async () => {
    await killServers();
    removeFolders();
    for (const seal of seals.splice(0)) seal.remove();
    for (const [object, keys] of ORIGIN) assert.deepEqual(Reflect.ownKeys(object), keys);
    assert.equal("polluted" in {}, false);
  });

  for (const word of WORDS) {
    it(`${word}: as a key it is like any unknown key`, () => {
      const usual = [...withKey("zzz")];
      assert.ok(usual.length > 30);
      for (const [index, text] of [...withKey(word)].entries()) {
        assert.deepEqual(judgedOf(text), judgedOf(usual[index] as string), text);
      }
    });

    it(`${word}: as a value it is like any unknown value`, () => {
      const usual = [...withWord("zzz")];
      assert.ok(usual.length > 40);
      for (const [index, text] of [...withWord(word)].entries()) {
        assert.deepEqual(judgedOf(text), judgedOf(usual[index] as string), text);
      }
    });

    it(`${word}: the editor shows it like any other word`, () => {
      const key = (word: string) => changedAll(isMap, (map) => map.items.push(new Document().createPair(word, HARM)));
      const value = (word: string) =>
        changedAll(isScalar, (scalar) => {
          scalar.value = word;
        });
      for (const text of [key, value]) {
        assert.equal(shownOf(text(word), word), shownOf(text(harmlessFor(word)), harmlessFor(word)));
      }
    });

    it(`${word}: it states no fact by a merge key, an anchor or a tag`, () => {
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

    it(`${word}: a configuration rejects it as a key, code, severity or language`, () => {
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
      const runSealed = (...args: string[]) => {
        const { status, stderr } = run(args, { cwd, env: seal.env });
        assert.ok(status === 0 || status === 1, `${args}: ${status} ${stderr}`);
      };
      runSealed("questionnaire", "a.vendor.yaml", "-o", "form.xlsx");
      runSealed("import", "form.xlsx", "-o", "b.vendor.yaml");
      for (const command of ["check", "report", "plan", "compare"]) runSealed(command, "b.vendor.yaml");
      assert.deepEqual(seal.polluted, []);
    }
  });

  it("are rejected by the command line as a command, format, class, language or word", () => {
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

  it("have no effect in the server's messages, neither at the start nor later", async () => {
    const seal = sealed();
    // JSON.parse makes `__proto__` an own key, as in a message from the wire.
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
    const request = (method: string, params: object) =>
      client.connection.sendRequest(method, { ...harm, ...params }).catch(({ code }: { code: number }) => code);
    const answersTo = async (word: string) => {
      const ref = { uri, index: 0 };
      const answers = await Promise.all([
        request(requests.requirement, { word }),
        request(requests.evaluation, { uri, classification: word }),
        request(requests.checklist, { ...ref, classification: word }),
        request(requests.newProfile, { classification: word, vendor: word, service: word }),
        request(requests.exported, { what: word, profiles: [ref], format: "md", classification: null }),
        request(requests.exported, { what: "report", profiles: [ref], format: word, classification: null }),
        request("workspace/executeCommand", { command: word, arguments: [harm] }),
        request(word, {}),
      ]);
      return JSON.stringify(answers).replaceAll(word, "zzz");
    };
    const expected = await answersTo("zzz");
    // Refused without an internal error.
    assert.doesNotMatch(expected, /-32603/);
    for (const word of WORDS) assert.equal(await answersTo(word), expected);
    assert.deepEqual(await client.items(uri), before);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(seal.polluted, []);
  });
});
