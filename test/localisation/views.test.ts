/** Each of the server's answers to the views is in one language. */
import assert from "node:assert/strict";
import { CancellationToken, type Connection } from "vscode-languageserver";
import { requests } from "../../protocol/requests.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { WithErrorLogging } from "../../server/src/language-server/logger.ts";
import type { ViewContext } from "../../server/src/language-server/views/context.ts";
import { serveViews } from "../../server/src/language-server/views/index.ts";
import { profileEntries, unreadEntry } from "../../server/src/language-server/workspace/profile-entries.ts";
import type { ProfileFile } from "../../server/src/language-server/workspace/profile-file.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { AS_OF, analyzeText } from "../support/analyze.ts";
import { phrasesIn, readable } from "./command-line.ts";
import { COMMAND_NAMES, NAMES, QUOTED, SAME } from "./names.ts";
import { assertOne, profiles } from "./profiles.ts";

type Answer = (params: unknown, token: CancellationToken) => Promise<unknown>;

/** The parameters to test each request with. */
const paramsOf: Readonly<Record<keyof typeof requests, (uri: string) => readonly unknown[]>> = {
  profiles: () => [{ known: null }, { known: null, filter: { verdicts: ["nonconforming"], classifications: ["I", null] } }],
  checklist: (uri) => [null, "S", "III"].map((classification) => ({ uri, index: 0, classification })),
  comparison: (uri) => [
    { profiles: [{ uri, index: 0 }, ...profiles.slice(0, 2).map(({ view }) => ({ uri: view.uri, index: 0 }))] },
  ],
  exported: (uri) =>
    ["report", "plan", "comparison"].map((what) => ({ what, profiles: [{ uri, index: 0 }], format: "md", classification: null })),
  classes: () => [null],
  newProfile: () => [{ classification: "I", vendor: "A", service: "B" }],
  importForm: () => [{ name: "a.xlsx", content: Buffer.from("a,b").toString("base64") }],
  form: (uri) => [
    { profile: { uri, index: 0 }, classification: null },
    { profile: null, classification: "S" },
  ],
  evaluation: (uri) => [{ uri, classification: null }],
  requirement: () => [...bundled.standard.rows.map(({ no }) => ({ word: no })), { word: "cipher" }, { word: "7.expiring" }],
  standard: () => [null],
};

/** The context of a workspace with all profiles, and a file that could not be read. */
function contextIn(language: LanguageId): ViewContext {
  const file = (uri: string, entries: ProfileFile["entries"]): ProfileFile => {
    return { uri, version: null, resultId: "", diagnostics: [], entries, symbols: [], places: new Map() };
  };
  const pathOf = (uri: string) => uri.replace("file:///", "");
  return {
    bundle: bundled,
    language: () => language,
    today: () => AS_OF,
    judge: async (uri, classification) => {
      const found = profiles.find(({ view }) => view.uri === uri);
      const options = classification === null ? {} : { classification };
      return found && { uri, path: pathOf(uri), version: 1, analysis: analyzeText(found.text, options) };
    },
    files: async function* () {
      for (const { view } of profiles) yield file(view.uri, profileEntries(view.analysis, language));
      yield file("file:///profiles/b.vendor.yaml", [unreadEntry("")]);
    },
    pathOf,
    folders: () => ["file:///profiles"],
    spreadsheet: () => import("../../server/src/spreadsheet/index.ts"),
  };
}

/** The server's request handlers, by method. */
function answersIn(language: LanguageId): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  const onRequest = (method: string, answer: Answer) => void answers.set(method, answer);
  const withoutLogging: WithErrorLogging =
    (answer) =>
    async (...params) =>
      answer(...params);
  serveViews({ onRequest } as unknown as Connection, contextIn(language), withoutLogging);
  return answers;
}

/** The readable texts of an answer. It contains a file as base64, and JSON as a text. */
function textsOf(answer: unknown): string[] {
  const { content, json } = (answer ?? {}) as { readonly content?: unknown; readonly json?: unknown };
  const file = typeof content === "string" ? Buffer.from(content, "base64").toString() : "";
  return [
    ...phrasesIn(answer).filter((phrase) => phrase !== json),
    typeof json === "string" ? readable(json, "json") : "",
    file.startsWith("PK") ? "" : readable(file, "md"),
  ];
}

describe("views in one language", () => {
  for (const language of ["ja", "en"] as const) {
    const answers = answersIn(language);
    for (const [name, params] of Object.entries(paramsOf)) {
      it(`${name}, ${language}`, async () => {
        const answer = answers.get(requests[name as keyof typeof requests]) ?? assert.fail("nothing answers it");
        // Requests that do not depend on a profile are sent once.
        for (const { view } of params.length === 0 ? profiles.slice(0, 1) : profiles) {
          for (const param of params(view.uri)) {
            const request = JSON.stringify(param);
            const named = profiles.filter(({ view }) => request.includes(view.uri));
            const quotable = (named.length > 0 ? named : profiles).map(({ text }) => text);
            const own = [...quotable, NAMES, COMMAND_NAMES, SAME, ...(name === "requirement" ? [QUOTED] : [])].join("\n");
            assertOne(language, textsOf(await answer(param, CancellationToken.None)), own, request);
          }
        }
      });
    }
  }
});
