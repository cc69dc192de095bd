/** Tests that an internal error is logged and answered, and affects only its own request. */
import { strict as assert } from "node:assert";
import { PassThrough } from "node:stream";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { createProtocolConnection, LogMessageNotification, type ProtocolConnection } from "vscode-languageserver-protocol/node";
import { requests } from "../../protocol/requests.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { runtime } from "../../server/src/language-server/node/runtime.ts";
import { startServer } from "../../server/src/language-server/server.ts";
import { AS_OF } from "../support/analyze.ts";
import { Inbox, killServers, PULL } from "./client.ts";
import { Wire } from "./wire.ts";

const SOUND = "file:///sound.vendor.yaml";
const BROKEN = "file:///broken.vendor.yaml";
const TEXT = "profile: 2\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: III }\n";
const EVIDENCE = `${TEXT}assessment: { "1": { evidence: [{ title: 規約, file: 規約.pdf }] } }\n`;
const INTERNAL_ERROR = -32603;

const fault = () => {
  throw new Error("a fault of our own");
};

/** A server that throws when it looks for evidence, loads the spreadsheet script, or renders the standard's page. */
const faulty = {
  host: { ...runtime, missingFiles: fault, load: fault },
  bundle: {
    ...bundled,
    standard: Object.defineProperty({ ...bundled.standard }, "columns", { get: fault }),
  },
};

describe("An internal error in one feature", () => {
  let client: ProtocolConnection;
  let logged: Inbox<string>;

  beforeEach(async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    startServer(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      faulty.host,
      faulty.bundle,
    );
    client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    logged = new Inbox();
    client.onNotification(LogMessageNotification.type, ({ message }) => logged.add(message));
    client.listen();
    const initializationOptions = { asOf: AS_OF, language: "ja" };
    await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: PULL, initializationOptions });
    await client.sendNotification("initialized", {});
    for (const [uri, text] of [
      [SOUND, TEXT],
      [BROKEN, EVIDENCE],
    ]) {
      await client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "vendor-profile", version: 1, text },
      });
    }
  });
  afterEach(() => client.dispose());

  const of = (uri: string) => ({ textDocument: { uri }, position: { line: 0, character: 0 } });

  for (const [name, method, params] of [
    ["in the analysis that every document request needs", "textDocument/hover", of(BROKEN)],
    ["in pulled diagnostics", "textDocument/diagnostic", of(BROKEN)],
    ["in a request across the workspace", "workspace/diagnostic", { previousResultIds: [] }],
    ["in a search", "workspace/symbol", { query: "" }],
    ["in a page", "workspace/textDocumentContent", { uri: `vendor-profile:/${bundled.standard.id}/ja/standard.md` }],
    ["in a request of a view", requests.newProfile, { classification: "I", vendor: "甲", service: "乙" }],
  ] as const) {
    it(`${name} is answered with an error, and logged with its stack`, async () => {
      await assert.rejects(client.sendRequest(method, params), { code: INTERNAL_ERROR });
      assert.match(await logged.first(), /a fault of our own[\s\S]*\n\s+at /);
      // Other requests still work.
      const { items } = await client.sendRequest<{ items: unknown[] }>("textDocument/diagnostic", of(SOUND));
      assert.ok(items.length > 0);
      assert.ok(await client.sendRequest("textDocument/documentSymbol", of(SOUND)));
      await assert.rejects(client.sendRequest(method, params), { code: INTERNAL_ERROR });
    });
  }
});

describe("An error outside of all requests", () => {
  after(killServers);

  it("is logged, and does not end the server", async () => {
    const wire = await Wire.start({ aside: true });
    wire.server.send({ aside: "reject" });
    const { params } = await wire.received.first(({ method }) => method === "window/logMessage");
    assert.match((params as { readonly message: string }).message, /beside all requests[\s\S]*\n\s+at /);
    wire.open(SOUND, TEXT);
    assert.ok((await wire.items(SOUND)).length > 0);
  });
});

describe("Malformed answers from the client", () => {
  afterEach(killServers);

  for (const answer of [{ result: null }, { result: 5 }, { result: [[{}]] }, { error: 5 }, {}]) {
    it(JSON.stringify(answer), async () => {
      const dynamic = { dynamicRegistration: true };
      const workspace = {
        ...PULL.workspace,
        configuration: true,
        didChangeConfiguration: dynamic,
        didChangeWatchedFiles: dynamic,
      };
      const wire = await Wire.connect();
      wire.answer = () => answer;
      await wire.request("initialize", {
        processId: null,
        rootUri: null,
        capabilities: { ...PULL, workspace },
        initializationOptions: { asOf: AS_OF, language: "ja", fileSystem: true },
        workspaceFolders: [{ uri: "none:///folder", name: "folder" }],
      });
      wire.notify("initialized", {});
      wire.open("none:///folder/a.vendor.yaml", EVIDENCE);
      assert.ok((await wire.items("none:///folder/a.vendor.yaml")).some(({ code }) => code === "schema.version"));
      const changes = [{ uri: "none:///folder/vendor-profile.config.yaml", type: 2 }];
      wire.notify("workspace/didChangeWatchedFiles", { changes });
      assert.ok((await wire.request("workspace/diagnostic", { previousResultIds: [] })).result);
    });
  }
});
