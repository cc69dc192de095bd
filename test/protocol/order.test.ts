/** Tests the order of messages that LSP prescribes, and how the server handles any other. */
import { strict as assert } from "node:assert";
import { CancellationTokenSource, type TextDocumentContentChangeEvent } from "vscode-languageserver-protocol/node";
import { Client, killServers, PULL, PUSH } from "./client.ts";
import { Wire } from "./wire.ts";

const URI = "file:///a.vendor.yaml";
const GOOD = "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: III }\n";
const BAD = GOOD.replace("profile: 1", "profile: 2");
const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;

const hover = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };

/** Replaces the version's digit. */
const digit = (text: string): TextDocumentContentChangeEvent => ({
  range: { start: { line: 0, character: 9 }, end: { line: 0, character: 10 } },
  text,
});

describe("A session begins with initialize and ends with shutdown", () => {
  afterEach(killServers);

  it("before initialize, requests are refused and notifications dropped", async () => {
    const wire = await Wire.connect();
    for (const method of ["textDocument/hover", "shutdown", "none", "vendorProfile/profiles"]) {
      assert.equal((await wire.request(method, hover)).error?.code, NOT_INITIALIZED, method);
    }
    wire.open(URI, BAD);
    wire.notify("initialized", {});
    wire.notify("textDocument/didOpen", null);
    const { result } = await wire.request("initialize", { processId: null, rootUri: null, capabilities: PULL });
    assert.ok(result);
    assert.deepEqual(await wire.items(URI), []);
    assert.equal(wire.received.all.length, 6);
  });

  it("a malformed initialize is refused and may be repeated; after a valid one, no other is accepted", async () => {
    const wire = await Wire.connect();
    const wrong = [undefined, null, 5, {}, { capabilities: null }, { capabilities: {}, workspaceFolders: [null] }];
    for (const params of wrong) assert.equal((await wire.request("initialize", params)).error?.code, -32602);
    assert.equal((await wire.request("textDocument/hover", hover)).error?.code, NOT_INITIALIZED);
    assert.ok((await wire.request("initialize", { capabilities: PULL })).result);
    wire.open(URI, BAD);
    assert.equal((await wire.request("initialize", { capabilities: {} })).error?.code, INVALID_REQUEST);
    assert.ok((await wire.items(URI)).length > 0, "it is the same session");
  });

  it("after shutdown, requests are refused and notifications dropped; earlier requests are answered", async () => {
    const wire = await Wire.start();
    wire.open(URI, BAD);
    const asked = wire.items(URI);
    assert.equal((await wire.request("shutdown")).result, null);
    assert.ok((await asked).length > 0);
    for (const method of ["textDocument/hover", "shutdown", "initialize", "none"]) {
      assert.equal((await wire.request(method, hover)).error?.code, INVALID_REQUEST, method);
    }
    wire.notify("textDocument/didClose", null);
    wire.notify("exit");
    assert.equal(await wire.exited, 0);
  });

  for (const [name, messages, status] of [
    ["0: exit after shutdown", ["initialize", "shutdown", "exit"], 0],
    ["1: exit without shutdown", ["initialize", "exit"], 1],
    ["1: exit before anything", ["exit"], 1],
    ["1: exit after a shutdown that was refused", ["shutdown", "exit"], 1],
  ] as const) {
    it(`ends with ${name}`, async () => {
      for (const transport of ["stdio", "node-ipc", "pipe", "socket"] as const) {
        const wire = await Wire.connect({ transport });
        for (const method of messages) {
          if (method === "exit") wire.notify(method);
          else await wire.request(method, { processId: process.pid, capabilities: {} });
        }
        assert.equal(await wire.exited, status, transport);
      }
    });
  }
});

describe("Edits apply in the order of arrival, whatever their versions", () => {
  afterEach(killServers);

  for (const [name, versions] of [
    ["that repeat", [1, 1, 1, 1]],
    ["that decrease", [9, 5, 1, -3]],
    ["that jump", [1, 1_000_000, 2, 2 ** 31]],
  ] as const) {
    it(`versions ${name}`, async () => {
      const [first, second, third, fourth] = versions;
      const client = await Client.start({ capabilities: PULL });
      client.open(URI, GOOD, first);
      assert.deepEqual(await client.items(URI), []);
      client.change(URI, second, digit("2"));
      const bad = await client.pull(URI);
      assert.ok(bad.kind === "full" && bad.items.length > 0 && bad.resultId !== undefined);
      client.change(URI, third, digit("1"));
      const good = await client.pull(URI, bad.resultId);
      assert.deepEqual(good.kind === "full" && good.items, []);
      client.change(URI, fourth, { text: BAD });
      assert.ok((await client.items(URI)).length > 0);
      // The same text gives the same result.
      const again = await client.pull(URI, (await client.pull(URI)).resultId);
      assert.equal(again.kind, "unchanged");
    });
  }

  it("published diagnostics belong to the last text, though all texts have one version", async () => {
    const client = await Client.start({ capabilities: PUSH });
    client.open(URI, GOOD);
    await client.published.first();
    client.together(() => {
      for (let edit = 0; edit < 100; edit++) client.change(URI, 1, digit(String(edit % 10)));
      client.change(URI, 1, digit("2"));
    });
    client.open("file:///fence.vendor.yaml", GOOD);
    await client.published.first(({ uri }) => uri !== URI);
    assert.equal(client.published.all.findLast(({ uri }) => uri === URI)?.diagnostics[0]?.code, "schema.version");
  });
});

describe("Document notifications that do not match the server's state", () => {
  afterEach(killServers);

  it("changing, closing or saving a document that is not open does nothing", async () => {
    const client = await Client.start({ capabilities: PULL });
    client.change(URI, 2, { text: BAD });
    client.connection.sendNotification("textDocument/didSave", { textDocument: { uri: URI } });
    client.close(URI);
    client.close(URI);
    assert.deepEqual(await client.items(URI), []);
    client.open(URI, BAD);
    assert.ok((await client.items(URI)).length > 0);
  });

  it("a document that is opened twice has the last text, and one close closes it", async () => {
    const client = await Client.start({ capabilities: PUSH });
    client.open(URI, GOOD);
    client.open(URI, BAD);
    await client.published.first(({ diagnostics }) => diagnostics.length > 0);
    client.change(URI, 2, digit("1"));
    assert.deepEqual((await client.published.first(({ version }) => version === 2)).diagnostics, []);
    client.close(URI);
    await client.published.first(({ version }) => version === undefined);
    client.open("file:///fence.vendor.yaml", GOOD);
    await client.published.first(({ uri }) => uri !== URI);
    assert.equal(client.published.all.findLast(({ uri }) => uri === URI)?.version, undefined);
  });

  it("edits outside of the text apply at the nearest position; malformed positions are logged and ignored", async () => {
    const wire = await Wire.start();
    const at = (line: unknown, character: unknown) => ({ line, character });
    const edits: [start: unknown, end: unknown, text: string, expected: string][] = [
      [at(99, 99), at(99, 99), "x: 1\n", `${GOOD}x: 1\n`],
      [at(0, 9999), at(0, 2 ** 32 - 1), " # x", GOOD.replace("1\n", "1 # x\n")],
      [at(1e300, 0), at(1e300, 1e300), "x", `${GOOD}x`],
      // The end precedes the start.
      [at(0, 10), at(0, 9), "2", BAD],
      // Within a surrogate pair.
      [at(1, 17), at(1, 17), "x", GOOD],
      ...[-1, null, 0.5, "0"].map((wrong): (typeof edits)[number] => [at(wrong, 0), at(0, 5), "", GOOD]),
      [null, at(0, 5), "", GOOD],
    ];
    for (const [index, [start, end, text, expected]] of edits.entries()) {
      const [edited, opened] = [`file:///edited${index}.vendor.yaml`, `file:///opened${index}.vendor.yaml`];
      const isSplit = index === 4;
      const before = isSplit ? GOOD.replace("甲", "𠮷") : GOOD;
      wire.open(edited, before);
      wire.change(edited, 2, { range: { start, end }, text });
      wire.open(opened, isSplit ? before.replace("𠮷", "\ud842x\udfb7") : expected);
      const symbols = async (uri: string) =>
        JSON.stringify((await wire.request("textDocument/documentSymbol", { textDocument: { uri } })).result).replaceAll(uri, "");
      assert.deepEqual(await wire.items(edited), await wire.items(opened), String(index));
      assert.equal(await symbols(edited), await symbols(opened), String(index));
    }
    const logged = wire.received.all.filter(({ method }) => method === "window/logMessage");
    assert.equal(logged.length, 5);
  });

  it("every request accepts any position: beyond the end, within a surrogate pair, backwards", async () => {
    const wire = await Wire.start();
    wire.open(URI, GOOD.replace("甲", "𠮷🏯"));
    const textDocument = { uri: URI };
    const far = { line: 2 ** 31, character: 2 ** 53 };
    for (const position of [far, { line: 1, character: 2 ** 40 }, { line: 1, character: 17 }, { line: 4, character: 0 }]) {
      const range = { start: position, end: { line: 0, character: 0 } };
      const context = { diagnostics: [], includeDeclaration: true };
      const params = { textDocument, position, range, positions: [position], context, ch: "\n", newName: "a", options: {} };
      for (const method of [
        ...["hover", "completion", "definition", "documentHighlight", "prepareRename", "references", "selectionRange"],
        ...["codeAction", "inlayHint", "rangeFormatting", "onTypeFormatting", "semanticTokens/range"],
      ]) {
        const { error } = await wire.request(`textDocument/${method}`, params);
        assert.equal(error, undefined, `${method} ${JSON.stringify(position)}`);
      }
      // There is nothing to rename at any of these positions.
      assert.equal((await wire.request("textDocument/rename", params)).error?.code, -32803);
    }
  });
});

describe("Cancelled and stale requests", () => {
  afterEach(killServers);

  it("a cancelled request is answered once, as cancelled; cancelling it again, or an answered one, does nothing", async () => {
    const client = await Client.start({ capabilities: PULL });
    client.open(URI, BAD);
    for (let round = 0; round < 20; round++) {
      const source = new CancellationTokenSource();
      let stale: Promise<unknown> = Promise.resolve();
      client.together(() => {
        stale = client.pull(URI, undefined, source.token);
        source.cancel();
      });
      await assert.rejects(stale, { code: -32800 });
      for (const id of [0, round, "none"]) client.connection.sendNotification("$/cancelRequest", { id });
    }
    assert.ok((await client.items(URI)).length > 0);
  });

  it("edits faster than answers: each request is answered, and the last one for the last text", async () => {
    const client = await Client.start({ capabilities: PULL });
    client.open(URI, GOOD);
    const asked: Promise<unknown>[] = [];
    client.together(() => {
      for (let edit = 0; edit < 500; edit++) {
        client.change(URI, edit + 2, digit(String(edit % 10)));
        asked.push(client.pull(URI), client.connection.sendRequest("textDocument/codeLens", { textDocument: { uri: URI } }));
      }
      client.change(URI, 1000, digit("1"));
    });
    const last = client.items(URI);
    assert.equal((await Promise.all(asked)).length, 1000);
    assert.deepEqual(await last, []);
  });

  it("documents that are closed during their analysis, many times", async () => {
    const client = await Client.start({ capabilities: PULL });
    const asked: Promise<unknown>[] = [];
    client.together(() => {
      for (let round = 0; round < 200; round++) {
        client.open(URI, round % 2 === 0 ? BAD : GOOD);
        asked.push(client.pull(URI), client.connection.sendRequest("textDocument/hover", hover));
        client.close(URI);
      }
    });
    assert.equal((await Promise.all(asked)).length, 400);
    assert.deepEqual(await client.items(URI), []);
    client.open(URI, BAD);
    assert.ok((await client.items(URI)).length > 0);
  });

  it("five thousand documents, open at once", async () => {
    const client = await Client.start({ capabilities: PULL });
    const uri = (index: number) => `file:///${index}.vendor.yaml`;
    const MANY = 5000;
    client.together(() => {
      for (let index = 0; index < MANY; index++) client.open(uri(index), index % 7 === 0 ? BAD : GOOD);
    });
    const all = await client.connection.sendRequest<{ items: { uri: string; items: unknown[] }[] }>("workspace/diagnostic", {
      previousResultIds: [],
    });
    assert.equal(all.items.length, MANY);
    for (const { uri, items } of all.items) assert.equal(items.length > 0, Number(/\d+/.exec(uri)) % 7 === 0, uri);
    client.change(uri(1), 2, digit("2"));
    assert.ok((await client.items(uri(1))).length > 0);
    client.together(() => {
      for (let index = 0; index < MANY; index++) client.close(uri(index));
    });
    assert.deepEqual(await client.items(uri(0)), []);
    assert.equal(await client.stop(), 0);
  });
});
