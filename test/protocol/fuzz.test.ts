/** Tests with random messages that each request is answered once and legally, and that the session goes on. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { goToNextUnstated } from "../../protocol/requests.ts";
import { examples } from "../support/analyze.ts";
import { runs } from "../support/runs.ts";
import { killServers, PULL } from "./client.ts";
import { framed, Wire } from "./wire.ts";

/** Never an internal error: what cannot be answered has a reason of its own. Refused, cancelled, and failed for what the text says. */
const LEGAL = [-32600, -32601, -32602, -32800, -32803];

const URIS = [
  "file:///a.vendor.yaml",
  "file:///b.vendor.yaml",
  "file:///c d/%",
  "untitled:1",
  "vendor-profile:/sendai-cloud/ja/standard.md",
  "",
  "::",
];
const REQUESTS = [
  ...[
    ...[
      "diagnostic",
      "codeLens",
      "documentLink",
      "documentSymbol",
      "foldingRange",
      "formatting",
      "semanticTokens/full",
      "completion",
    ],
    ...["definition", "documentHighlight", "hover", "prepareRename", "inlayHint", "rangeFormatting", "semanticTokens/range"],
    ...["codeAction", "onTypeFormatting", "references", "rename", "selectionRange", "willSaveWaitUntil", "fly"],
  ].map((name) => `textDocument/${name}`),
  ...["codeAction/resolve", "completionItem/resolve", "initialize", "toString", "$/none"],
  ...["diagnostic", "executeCommand", "symbol", "textDocumentContent"].map((name) => `workspace/${name}`),
  ...["isProfile", "profiles", "checklist", "comparison", "export", "classes", "newProfile", "import", "questionnaire"].map(
    (name) => `vendorProfile/${name}`,
  ),
  ...["evaluation", "requirement", "standard"].map((name) => `vendorProfile/${name}`),
];
const NOTIFICATIONS = [
  ...["didOpen", "didChange", "didClose", "didSave", "willSave"].map((name) => `textDocument/${name}`),
  ...["didChangeConfiguration", "didChangeWatchedFiles", "didChangeWorkspaceFolders"].map((name) => `workspace/${name}`),
  ...["initialized", "$/setTrace", "$/cancelRequest", "$/progress", "window/workDoneProgress/cancel", "$/none", "none"],
];

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    1e300,
    2 ** 31,
    "",
    "a",
    "\ud800",
    [],
    {},
    [[]],
    [null],
    { toString: 1 },
    { length: -1 },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const uri = fc.constantFrom(...URIS);
const position = fc.record({
  line: fc.oneof(fc.nat(80), fc.constantFrom(0, 2 ** 31, 2 ** 53)),
  character: fc.oneof(fc.nat(60), fc.constantFrom(0, 2 ** 31, 2 ** 53)),
});
const range = fc.record({ start: position, end: position });
const text = fc.oneof(
  fc.constantFrom("", "profile: 2\n", "a: [", "\ud800", "---\n".repeat(50), ...examples().map((example) => example.text)),
  fc.string(),
);
const profile = fc.record({ uri, index: fc.integer({ min: -1, max: 3 }) });
const path = fc.array(fc.oneof(fc.constantFrom("contract", "governingLaw", "encryption", "atRest", 0, "__proto__"), junk), {
  maxLength: 3,
});

/** Valid values for the members of all methods' parameters. */
const members: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  textDocument: fc.record({ uri, version: fc.integer(), text, languageId: fc.constant("yaml") }),
  position,
  range,
  positions: fc.array(position, { maxLength: 3 }),
  context: fc.record({
    diagnostics: fc.array(fc.record({ range, message: fc.string() }), { maxLength: 2 }),
    includeDeclaration: fc.boolean(),
  }),
  contentChanges: fc.array(fc.oneof(fc.record({ text }), fc.record({ range, text: fc.string() })), { maxLength: 3 }),
  options: fc.constant({ tabSize: 2, insertSpaces: true }),
  ch: fc.constant("\n"),
  newName: fc.constantFrom("a", "", "a b"),
  query: fc.constantFrom("", "あ"),
  previousResultIds: fc.array(fc.record({ uri, value: fc.string() }), { maxLength: 2 }),
  command: fc.constantFrom(goToNextUnstated, "none"),
  arguments: fc.tuple(uri, fc.oneof(position, junk)),
  changes: fc.array(fc.record({ uri, type: fc.integer({ min: 0, max: 4 }) }), { maxLength: 3 }),
  event: fc.record({ added: fc.constant([]), removed: fc.array(fc.record({ uri }), { maxLength: 2 }) }),
  settings: fc.oneof(junk, fc.record({ vendorProfile: fc.record({ language: fc.constantFrom("ja", "en"), asOf: junk }) })),
  uri,
  index: fc.integer({ min: -1, max: 3 }),
  profiles: fc.array(profile, { maxLength: 3 }),
  profile: fc.option(profile),
  classification: fc.oneof(fc.constantFrom(null, "S", "I", "none"), junk),
  what: fc.constantFrom("report", "plan", "comparison", "none"),
  format: fc.constantFrom("html", "md", "csv", "json", "none", "constructor"),
  vendor: fc.string(),
  service: fc.string(),
  name: fc.string(),
  content: fc.constantFrom("", "AAAA", "UEsDBA=="),
  word: fc.constantFrom("5-1", "", "__proto__", "contract.governingLaw"),
  known: fc.option(fc.string()),
  filter: fc.record({
    verdicts: fc.array(fc.string(), { maxLength: 2 }),
    classifications: fc.array(fc.option(fc.string()), { maxLength: 2 }),
  }),
  value: fc.constantFrom("off", "messages", "verbose"),
  token: fc.constantFrom("a", 1),
  id: fc.nat(200),
  title: fc.string(),
  label: fc.string(),
  kind: fc.constantFrom("source.fixAll.vendorProfile", "source.sort.vendorProfile", "none", 5),
  data: fc.oneof(junk, fc.record({ uri, path, value: junk })),
};
const whole = fc.record(members);
/** Mostly valid; sometimes with one invalid member, or junk. */
const params = fc.oneof(
  { weight: 6, arbitrary: whole },
  {
    weight: 3,
    arbitrary: fc
      .tuple(whole, fc.constantFrom(...Object.keys(members)), junk)
      .map(([valid, name, value]): unknown => ({ ...valid, [name]: value })),
  },
  { weight: 1, arbitrary: junk },
);

/** One action of a client. */
type Act =
  | { readonly kind: "request" | "notification"; readonly method: string; readonly params: unknown }
  | { readonly kind: "raw"; readonly raw: string };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("request" as const), method: fc.constantFrom(...REQUESTS), params }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("notification" as const), method: fc.constantFrom(...NOTIFICATIONS), params }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("raw" as const),
      raw: fc.oneof(
        junk.map((value) => framed(JSON.stringify(value))),
        fc.tuple(fc.nat(), junk).map(([id, value]) => framed(JSON.stringify({ jsonrpc: "2.0", id, result: value }))),
        fc.constantFrom("\r\n\r\n", "x\r\n\r\n", framed("{"), framed("")),
      ),
    }),
  },
);
const answer = fc.oneof(
  junk.map((result) => ({ result })),
  junk.map((error) => ({ error })),
  fc.constant({}),
);

const FENCE = "file:///fence.vendor.yaml";

async function assertHolds(acts: readonly Act[], answers: readonly object[]): Promise<void> {
  const can = { dynamicRegistration: true };
  const workspace = {
    ...{
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: can,
      didChangeWatchedFiles: can,
      textDocumentContent: can,
    },
    ...{ diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
  };
  const wire = await Wire.start({}, { capabilities: { ...PULL, workspace, window: { showDocument: { support: true } } } });
  let answered = 0;
  wire.answer = () => answers[answered++ % answers.length] ?? {};
  const requests: [id: string, method: string][] = [];
  for (const [index, act] of acts.entries()) {
    if (act.kind === "raw") wire.write(act.raw);
    else if (act.kind === "notification") wire.notify(act.method, act.params);
    else {
      requests.push([`fuzz ${index}`, act.method]);
      wire.send({ jsonrpc: "2.0", id: `fuzz ${index}`, method: act.method, params: act.params });
    }
  }
  for (const [id, method] of requests) {
    const { error, result } = await wire.answerTo(id);
    assert.ok((error === undefined) !== (result === undefined), method);
    assert.ok(error === undefined || LEGAL.includes(error.code), `${method}: ${error?.code} ${error?.message}`);
  }
  // A normal session must still work.
  wire.answer = () => ({ result: null });
  wire.notify("workspace/didChangeConfiguration", { settings: { vendorProfile: { language: "ja" } } });
  wire.open(FENCE, "profile: 2\n");
  assert.ok((await wire.items(FENCE)).some(({ code }) => code === "schema.version"));
  await wire.request("shutdown");
  wire.notify("exit");
  assert.equal(await wire.exited, 0);
  for (const [id, method] of requests) assert.equal(wire.received.all.filter((message) => message.id === id).length, 1, method);
}

describe("Random messages", () => {
  after(killServers);

  it("each request is answered once, with a result or a legal error, and the server goes on", async function () {
    this.timeout(60_000 * runs(1).numRuns);
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 60, maxLength: 60 }),
        fc.array(answer, { minLength: 3, maxLength: 3 }),
        assertHolds,
      ),
      // No shrinking, which would start a server for each step: the printed seed and path reproduce the failure.
      { ...runs(6), endOnFailure: true },
    );
  });
});
