import { strict as assert } from "node:assert";
import { PassThrough } from "node:stream";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type Diagnostic,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { VerdictParams } from "../../protocol/requests.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { FrameReader } from "../../server/src/language-server/node/message-reader.ts";
import { runtime } from "../../server/src/language-server/node/runtime.ts";
import { startServer } from "../../server/src/language-server/server.ts";
import { Analyses } from "../../server/src/language-server/workspace/analyses.ts";
import { AS_OF } from "../support/analyze.ts";
import { Client, Inbox, killServers, PUSH } from "./client.ts";

const URI = "file:///profile.vendor.yaml";
const TEXT = "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: III }\n";

const isJapanese = (items: readonly Diagnostic[]) => items.some(({ message }) => /\p{Script=Hiragana}/u.test(String(message)));

describe("Published diagnostics", () => {
  afterEach(killServers);

  it("follow the document, have its version, and are removed when it is closed", async () => {
    const client = await Client.start({ capabilities: PUSH });
    client.open(URI, "profile: 2\n", 7);
    const opened = await client.published.first();
    assert.equal(opened.uri, URI);
    assert.equal(opened.version, 7);
    assert.ok(opened.diagnostics.some(({ code }) => code === "schema.version"));

    client.change(URI, 8, { text: TEXT });
    const changed = await client.published.first(({ version }) => version === 8);
    assert.deepEqual(changed.diagnostics, []);

    client.change(URI, 9, { range: { start: { line: 0, character: 9 }, end: { line: 0, character: 10 } }, text: "2" });
    assert.equal((await client.published.first(({ version }) => version === 9)).diagnostics[0]?.code, "schema.version");

    client.close(URI);
    const closed = await client.published.first(({ version }) => version === undefined);
    assert.deepEqual(closed, { uri: URI, diagnostics: [] });
    await client.stop();
    assert.equal(client.published.all.at(-1), closed);
  });

  it("are sent to a client that announces no capabilities", async () => {
    const client = await Client.start({ capabilities: {} });
    client.open(URI, "profile: 2\n");
    assert.equal((await client.published.first()).uri, URI);
  });

  it("stay removed when a document is closed during its analysis", async () => {
    const client = await Client.start({ capabilities: PUSH });
    client.together(() => {
      client.open(URI, "profile: 2\n");
      client.close(URI);
      client.open("file:///other.vendor.yaml", TEXT);
    });
    await client.published.first(({ uri }) => uri !== URI);
    assert.deepEqual(
      client.published.all.filter(({ uri }) => uri === URI).map(({ diagnostics }) => diagnostics),
      [[]],
    );
  });

  it("are sent a few times for a burst of a hundred edits, the last time for the last version", async () => {
    const client = await Client.start({ capabilities: PUSH });
    client.open(URI, TEXT);
    await client.published.first();
    client.together(() => {
      for (let version = 2; version <= 101; version++) {
        const digit = version === 101 ? "1" : String(version % 10);
        client.change(URI, version, {
          range: { start: { line: 0, character: 9 }, end: { line: 0, character: 10 } },
          text: digit,
        });
      }
    });
    const last = await client.published.first(({ version }) => version === 101);
    assert.deepEqual(last.diagnostics, []);
    await client.stop();
    assert.equal(client.published.all.at(-1), last);
    assert.ok(client.published.all.length <= 10, `${client.published.all.length} publishes`);
  });

  it("match the current text after each edit of a file with many profiles", async () => {
    const client = await Client.start({ capabilities: PUSH });
    const register = (...classes: string[]) => classes.map((name) => TEXT.replace("III", name)).join("---\n");
    const texts = [
      register("III", "Ⅲ", "III"),
      register("III", "III", "Ⅲ"),
      register("I", "III", "Ⅲ", "II"),
      `${register("I", "II")}"`,
      register("Ⅲ", "I"),
    ];
    client.open(URI, texts[0] as string);
    await client.published.first();
    for (const [index, text] of texts.entries()) {
      const other = `file:///${index}.vendor.yaml`;
      client.change(URI, index + 2, { text });
      client.open(other, text);
      const edited = await client.published.first(({ uri, version }) => uri === URI && version === index + 2);
      const opened = await client.published.first(({ uri }) => uri === other);
      assert.ok(opened.diagnostics.length > 0);
      assert.deepEqual(edited.diagnostics, JSON.parse(JSON.stringify(opened.diagnostics).replaceAll(other, URI)));
    }
  });

  it("are sent again when settings change", async () => {
    const client = await Client.start({ capabilities: PUSH });
    client.open(URI, "profile: 2\n");
    const { diagnostics: japanese } = await client.published.first();
    client.changeSettings({ vendorProfile: { language: "en" } });
    assert.ok(isJapanese(japanese));
    const { version } = await client.published.first(({ diagnostics }) => !isJapanese(diagnostics));
    assert.equal(version, 1);
  });

  it("are sent again when the client answers with other settings", async () => {
    const client = await Client.start({
      capabilities: { ...PUSH, workspace: { configuration: true } },
      configuration: { vendorProfile: { language: "en" } },
    });
    client.open(URI, "profile: 2\n");
    const { diagnostics } = await client.published.first(({ diagnostics }) => !isJapanese(diagnostics));
    assert.ok(diagnostics.length > 0);
  });
});

describe("Edits that arrive together", () => {
  const WITH_EVIDENCE = `${TEXT}assessment: { "1": { evidence: [{ title: 規約, file: 規約.pdf }] } }\n`;
  const uriOf = (name: string) => `file:///${name}.vendor.yaml`;

  /** The documents of the analyses that 30 edits in one piece take, each analysis told by its lookup of the evidence. */
  async function analysesOf(names: readonly string[], { withRequests = false } = {}): Promise<string[]> {
    const analyzed: string[] = [];
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const noting = { ...runtime, missingFiles: async (uri: string) => new Set(analyzed.push(uri) ? ["規約.pdf"] : []) };
    startServer(createConnection(new FrameReader(toServer), new StreamMessageWriter(toClient)), noting, bundled);
    const published = new Inbox<PublishDiagnosticsParams>();
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.onNotification(PublishDiagnosticsNotification.type, (params) => published.add(params));
    client.listen();
    await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: PUSH });
    await client.sendNotification(InitializedNotification.type, {});
    for (const name of names) {
      const textDocument = { uri: uriOf(name), languageId: "vendor-profile", version: 0, text: WITH_EVIDENCE };
      await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      await published.first(({ uri }) => uri === textDocument.uri);
    }
    analyzed.length = 0;
    const position = { line: 1, character: 0 };
    const range = { start: position, end: position };
    const edits = Array.from({ length: 30 }, (_, index) => ({
      textDocument: { uri: uriOf(names[index % names.length] as string), version: index + 1 },
      contentChanges: [{ range, text: "# 書きかけ\n" }],
    }));
    const pieces = edits.flatMap(({ textDocument, contentChanges }, id) => [
      framed({ method: "textDocument/didChange", params: { textDocument, contentChanges } }),
      ...(withRequests ? [framed({ id: `hover ${id}`, method: "textDocument/hover", params: { textDocument, position } })] : []),
    ]);
    toServer.write(pieces.join(""));
    for (const { textDocument } of edits.slice(-names.length)) {
      await published.first(({ uri, version }) => uri === textDocument.uri && version === textDocument.version);
    }
    client.dispose();
    return analyzed;
  }

  const framed = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };

  it("are analyzed together, once", async () => {
    assert.deepEqual(await analysesOf(["aoba"]), [uriOf("aoba")]);
  });

  it("are analyzed once with a request after each, too", async () => {
    assert.deepEqual(await analysesOf(["aoba"], { withRequests: true }), [uriOf("aoba")]);
  });

  it("are analyzed once for each document, in whatever order they come", async () => {
    const analyzed = await analysesOf(["aoba", "hirose", "izumi"]);
    assert.deepEqual(analyzed.sort(), [uriOf("aoba"), uriOf("hirose"), uriOf("izumi")]);
  });
});

describe("A document that is closed during the lookup of its evidence", () => {
  const WITH_EVIDENCE = `${TEXT}assessment: { "1": { evidence: [{ title: 規約, file: 規約.pdf }] } }\n`;
  let looking = new Inbox<string>();
  let found: () => void = () => {};
  /** A runtime whose file lookup ends when the test says so. */
  const slow = {
    ...runtime,
    missingFiles: (uri: string, files: readonly string[]) => {
      looking.add(uri);
      return new Promise<ReadonlySet<string>>((resolve) => {
        found = () => resolve(new Set(files));
      });
    },
  };
  beforeEach(() => {
    looking = new Inbox();
  });

  it("gets no more diagnostics", async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), slow, bundled);
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const published = new Inbox<PublishDiagnosticsParams>();
    const verdicts = new Inbox<VerdictParams>();
    client.onNotification(PublishDiagnosticsNotification.type, (params) => published.add(params));
    client.onNotification("vendorProfile/verdict", (params: VerdictParams) => verdicts.add(params));
    client.listen();
    const initializationOptions = { verdict: true, asOf: AS_OF };
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: PUSH,
      initializationOptions,
    });
    await client.sendNotification(InitializedNotification.type, {});
    const open = (uri: string, text: string) =>
      client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: "vendor-profile", version: 1, text },
      });
    await open(URI, WITH_EVIDENCE);
    await looking.first();
    await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: URI } });
    await published.first();
    found();
    await open("file:///other.vendor.yaml", TEXT);
    await published.first(({ uri }) => uri !== URI);
    assert.deepEqual(
      published.all.filter(({ uri }) => uri === URI),
      [{ uri: URI, diagnostics: [] }],
    );
    assert.deepEqual(
      verdicts.all.map(({ uri }) => uri),
      ["file:///other.vendor.yaml"],
    );
    client.dispose();
  });

  it("has no cached analysis", async () => {
    const analyses = new Analyses(bundled, slow);
    const document = TextDocument.create(URI, "vendor-profile", 1, WITH_EVIDENCE);
    const judge = async (forget: boolean) => {
      const judged = analyses.of(document, AS_OF);
      await looking.first();
      if (forget) analyses.forget(document);
      found();
      return judged;
    };
    const forgotten = await judge(true);
    const cached = await judge(false);
    assert.notEqual(cached, forgotten);
    assert.equal(await analyses.of(document, AS_OF), cached);
  });
});
