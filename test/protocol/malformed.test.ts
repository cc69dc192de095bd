/** Tests that malformed input is answered with JSON-RPC's error code, and does not stop the server. */
import { strict as assert } from "node:assert";
import * as protocol from "vscode-languageserver-protocol/node";
import { isProfileRequest, requests } from "../../protocol/requests.ts";
import { killServers } from "./client.ts";
import { endWorkers, scriptOf, webWorker } from "./web-worker.ts";
import { framed, Wire, type Wired } from "./wire.ts";

const URI = "file:///a.vendor.yaml";
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;

let wire: Wire;

/** What the server sends until it has handled the messages. */
async function said(over: Wire, send: () => void): Promise<readonly Wired[]> {
  const from = over.received.all.length;
  send();
  await over.handled();
  return over.received.all.slice(from, -1);
}

const WITHOUT_PARAMS: readonly string[] = [requests.classes, requests.standard];
/** The methods that are notifications, and get no answer. */
const notifications = new Set(
  Object.entries(protocol).flatMap(([name, type]) =>
    name.endsWith("Notification") && "method" in Object(type) ? [(type as { readonly method: string }).method] : [],
  ),
);

const codes = (messages: readonly Wired[]) => messages.map(({ id, error }) => [id, error?.code]);

async function assertServes(over: Wire): Promise<void> {
  assert.ok((await over.items(URI)).some(({ code }) => code === "schema.version"));
}

describe("Malformed input", () => {
  before(async () => {
    wire = await Wire.start();
    wire.open(URI, "profile: 2\n");
  });
  after(killServers);

  describe("that is not a message gets a parse error, and the server reads on", () => {
    const shutOff = `{"jsonrpc":"2.0","method":`;
    const hover = JSON.stringify({ jsonrpc: "2.0", method: "$/setTrace", params: { value: "off" } });
    const CASES: Readonly<Record<string, string | Uint8Array>> = {
      "truncated JSON": framed(shutOff),
      "not JSON": framed("こんにちは"),
      "an empty body": framed(""),
      "a body that is not UTF-8": Buffer.concat([Buffer.from("Content-Length: 3\r\n\r\n"), Uint8Array.of(0xff, 0xfe, 0x00)]),
      "JSON after a byte-order mark": framed("\ufeff{}"),
      "a header without a length": `Content-Type: application/json\r\n\r\n${hover}`,
      "a length that is not a number": `Content-Length: many\r\n\r\n${hover}`,
      "a negative length": `Content-Length: -5\r\n\r\n${hover}`,
      "a fractional length": `Content-Length: 1.5\r\n\r\n${hover}`,
      "a huge length": `Content-Length: 99999999999999999999\r\n\r\n${hover}`,
      "a malformed header": `hello\r\n\r\n${hover}`,
      "an extra line break": `\r\n\r\n${hover}`,
      "a length that is too small": `Content-Length: 10\r\n\r\n${hover}`,
      "a message without a header": hover,
      "a megabyte of garbage": "x".repeat(1024 * 1024),
      "only line breaks": "\n".repeat(100_000),
    };
    for (const [name, bytes] of Object.entries(CASES)) {
      it(name, async () => {
        const answers = await said(wire, () => wire.write(bytes));
        assert.ok(answers.length > 0);
        for (const answer of codes(answers)) assert.deepEqual(answer, [null, PARSE_ERROR]);
        await assertServes(wire);
      });
    }

    it("a length that is too great and swallows the next message", async () => {
      const from = wire.received.all.length;
      wire.write(`Content-Length: ${hover.length + 10}\r\n\r\n${hover}`);
      wire.write(framed(hover));
      await assertServes(wire);
      const answers = codes(wire.received.all.slice(from, -1));
      assert.ok(answers.length > 0);
      for (const answer of answers) assert.deepEqual(answer, [null, PARSE_ERROR]);
    });

    it("but a header may have other fields, in any case and order, and arrive byte by byte", async () => {
      const message = JSON.stringify({
        jsonrpc: "2.0",
        id: "bytes",
        method: "workspace/textDocumentContent",
        params: { uri: "城" },
      });
      const head = `content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:   ${Buffer.byteLength(message)}  \r\n\r\n`;
      const answers = await said(wire, () => {
        for (const byte of Buffer.from(head + message)) wire.write(Uint8Array.of(byte));
      });
      assert.deepEqual(codes(answers), [["bytes", undefined]]);
    });
  });

  /** Valid JSON that is invalid in JSON-RPC or LSP. */
  const INVALID: readonly [name: string, message: unknown, id: unknown, code: number][] = [
    ["a batch", [{ jsonrpc: "2.0", id: "a", method: "shutdown" }], null, INVALID_REQUEST],
    ["an empty batch", [], null, INVALID_REQUEST],
    ["null", null, null, INVALID_REQUEST],
    ["a number", 5, null, INVALID_REQUEST],
    ["a string", "shutdown", null, INVALID_REQUEST],
    ["nothing", {}, null, INVALID_REQUEST],
    ["no method", { jsonrpc: "2.0", id: "b" }, "b", INVALID_REQUEST],
    ["no method, but parameters", { jsonrpc: "2.0", id: "b", params: {} }, "b", INVALID_REQUEST],
    ["a method that is a number", { jsonrpc: "2.0", id: "c", method: 5 }, "c", INVALID_REQUEST],
    ["a method that is null", { jsonrpc: "2.0", method: null }, null, INVALID_REQUEST],
    ["an id that is null", { jsonrpc: "2.0", id: null, method: "shutdown" }, null, INVALID_REQUEST],
    ["an id that is an object", { jsonrpc: "2.0", id: {}, method: "shutdown" }, null, INVALID_REQUEST],
    ["an answer to nobody", { jsonrpc: "2.0", id: [], result: 1 }, null, INVALID_REQUEST],
    ["an unknown method", { jsonrpc: "2.0", id: "d", method: "textDocument/fly", params: 5 }, "d", METHOD_NOT_FOUND],
    ["an empty method name", { jsonrpc: "2.0", id: "e", method: "" }, "e", METHOD_NOT_FOUND],
    ["a method that every object inherits", { jsonrpc: "2.0", id: "f", method: "__proto__" }, "f", METHOD_NOT_FOUND],
    ["an unknown optional method", { jsonrpc: "2.0", id: "g", method: "$/unknown" }, "g", METHOD_NOT_FOUND],
    ["initialize again", { jsonrpc: "2.0", id: "h", method: "initialize", params: { capabilities: {} } }, "h", INVALID_REQUEST],
    ["a huge number for an id", { jsonrpc: "2.0", id: 1e300, method: "none" }, 1e300, METHOD_NOT_FOUND],
  ];

  /** Malformed parameters. The message says where, and what was expected. */
  const at = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
  const WRONG: readonly [method: string, params: unknown, said: string][] = [
    ["textDocument/hover", undefined, "params: expected an object"],
    ["textDocument/hover", null, "params: expected an object"],
    ["textDocument/hover", 5, "params: expected an object"],
    ["textDocument/hover", "a", "params: expected an object"],
    ["textDocument/hover", [at], "params: expected an object"],
    ["textDocument/hover", {}, "params.textDocument: expected an object"],
    ["textDocument/hover", { ...at, textDocument: { uri: 5 } }, "params.textDocument.uri: expected a string"],
    ["textDocument/hover", { ...at, position: null }, "params.position: expected an object"],
    ...[-1, 0.5, null, "0", [0], -1e300].map((line): [string, unknown, string] => [
      "textDocument/completion",
      { ...at, position: { line, character: 0 } },
      "params.position.line: expected a whole number, 0 or more",
    ]),
    ["textDocument/inlayHint", { ...at, range: { start: at.position } }, "params.range.end: expected an object"],
    [
      "textDocument/selectionRange",
      { ...at, positions: [at.position, {}] },
      "params.positions[1].line: expected a whole number, 0 or more",
    ],
    ["textDocument/rename", { ...at, newName: {} }, "params.newName: expected a string"],
    ["textDocument/onTypeFormatting", at, "params.ch: expected a string"],
    [
      "textDocument/codeAction",
      { ...at, range: { start: at.position, end: at.position }, context: {} },
      "params.context.diagnostics: expected a list",
    ],
    ["workspace/symbol", { query: 5 }, "params.query: expected a string"],
    ["workspace/diagnostic", { previousResultIds: {} }, "params.previousResultIds: expected a list"],
    [
      "workspace/diagnostic",
      { previousResultIds: [], partialResultToken: {} },
      "params.partialResultToken: expected a string or a number",
    ],
    ["workspace/executeCommand", { command: "a", arguments: null }, "params.arguments: expected a list"],
    ["vendorProfile/comparison", { profiles: [5] }, "params.profiles[0]: expected an object"],
    ["vendorProfile/import", { name: "a.xlsx", content: "あ" }, "params.content: expected base64"],
    ["vendorProfile/requirement", {}, "params.word: expected a string"],
  ];

  describe("that is an invalid message gets the matching error, and the server goes on", () => {
    for (const [name, message, id, code] of INVALID) {
      it(name, async () => {
        assert.deepEqual(codes(await said(wire, () => wire.send(message))), [[id, code]]);
        await assertServes(wire);
      });
    }

    it("deeply nested lists", async () => {
      const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
      assert.deepEqual(codes(await said(wire, () => wire.write(framed(deep)))), [[null, INVALID_REQUEST]]);
      const params = `{"jsonrpc":"2.0","id":"deep","method":"workspace/symbol","params":{"query":${deep}}}`;
      assert.deepEqual(codes(await said(wire, () => wire.write(framed(params)))), [["deep", INVALID_PARAMS]]);
    });

    for (const [method, params, message] of WRONG) {
      it(`${method} of ${JSON.stringify(params)}`, async () => {
        const { error } = await wire.request(method, params);
        assert.deepEqual(error, { code: INVALID_PARAMS, message: `${method}: ${message}` });
      });
    }

    it("every request that the server offers has a schema for its parameters", async () => {
      const {
        shutdown: _,
        initialize: __,
        ...methods
      } = Object.fromEntries(
        [...Object.values(protocol), ...[...Object.values(requests), isProfileRequest].map((method) => ({ method }))].flatMap(
          (type) => (typeof type === "object" && type !== null && "method" in type ? [[type.method as string, true]] : []),
        ),
      );
      for (const method of Object.keys(methods).filter((name) => !notifications.has(name) && !WITHOUT_PARAMS.includes(name))) {
        const { error } = await wire.request(method, 5);
        assert.ok([METHOD_NOT_FOUND, INVALID_PARAMS].includes(error?.code ?? 0), `${method}: ${JSON.stringify(error)}`);
      }
      assert.equal((await wire.request("textDocument/hover", 5)).error?.code, INVALID_PARAMS);
    });

    it("two requests with one id: the first is answered, the second refused", async () => {
      const request = { jsonrpc: "2.0", method: "textDocument/documentSymbol", params: { textDocument: { uri: URI } } };
      wire.write(["twice", "twice", 7000, "7000"].map((id) => framed(JSON.stringify({ ...request, id }))).join(""));
      for (const [served, refused] of [
        ["twice", "twice"],
        [7000, "7000"],
      ]) {
        await wire.received.first(({ id, result }) => id === served && result !== undefined);
        const { error } = await wire.received.first(({ id, error }) => id === refused && error !== undefined);
        assert.equal(error?.code, INVALID_REQUEST);
      }
      // Once a request is answered, its id can be used again.
      const before = wire.received.all.length;
      wire.send({ ...request, id: "twice" });
      const again = await wire.received.first(
        (message) => message.id === "twice" && wire.received.all.indexOf(message) >= before,
      );
      assert.ok(again.result);
    });

    it("notifications that are unknown or malformed get no answer; malformed ones are logged", async () => {
      const answers = await said(wire, () => {
        for (const method of ["$/none", "none", "__proto__"]) wire.notify(method, 5);
      });
      assert.deepEqual(answers, []);
      const logs = await said(wire, () => {
        for (const id of [undefined, null, {}]) wire.notify("$/cancelRequest", { id });
        wire.notify("$/cancelRequest");
        wire.notify("$/progress");
        wire.notify("$/setTrace", null);
        wire.notify("textDocument/didOpen", { textDocument: { uri: URI, version: 2, text: 5 } });
        wire.notify("textDocument/didClose", { textDocument: URI });
        wire.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: 5 }] });
        wire.notify("workspace/didChangeWorkspaceFolders", {});
        wire.notify("workspace/didChangeConfiguration", 5);
      });
      assert.deepEqual(
        logs.map(({ method }) => method),
        Array(11).fill("window/logMessage"),
      );
      await assertServes(wire);
    });

    it("answers to requests that were never sent", async () => {
      const answers = await said(wire, () => {
        wire.send({ jsonrpc: "2.0", id: 12345, result: {} });
        wire.send({ jsonrpc: "2.0", id: "none", error: 5 });
      });
      assert.deepEqual(answers, []);
      await assertServes(wire);
    });
  });

  describe("is handled the same over the other transports", () => {
    for (const transport of ["node-ipc", "pipe", "socket"] as const) {
      it(transport, async () => {
        const other = await Wire.start({ transport });
        other.open(URI, "profile: 2\n");
        for (const [name, message, id, code] of INVALID) {
          assert.deepEqual(codes(await said(other, () => other.send(message))), [[id, code]], name);
        }
        for (const [method, params] of WRONG)
          assert.equal((await other.request(method, params)).error?.code, INVALID_PARAMS, method);
        if (transport !== "node-ipc") {
          assert.deepEqual(codes(await said(other, () => other.write(framed("{")))), [[null, PARSE_ERROR]]);
        }
        await said(other, () => other.notify("$/cancelRequest"));
        await assertServes(other);
      });
    }

    it("a web worker", async () => {
      const worker = webWorker(scriptOf("server.cjs"));
      const sent = new Map<unknown, (message: Wired) => void>();
      worker.on("message", (message: Wired) => sent.get(message.id)?.(message));
      const send = (message: unknown, id: unknown) =>
        new Promise<Wired>((resolve) => {
          sent.set(id, resolve);
          worker.postMessage(message);
        });
      const early = await send({ jsonrpc: "2.0", id: 1, method: "textDocument/hover", params: at }, 1);
      assert.equal(early.error?.code, -32002);
      await send({ jsonrpc: "2.0", id: 2, method: "initialize", params: { capabilities: {} } }, 2);
      for (const [name, message, id, code] of INVALID) {
        assert.equal((await send(message, id)).error?.code, code, name);
      }
      for (const [method, params] of WRONG) {
        assert.equal((await send({ jsonrpc: "2.0", id: method, method, params }, method)).error?.code, INVALID_PARAMS, method);
      }
      await endWorkers();
    });
  });
});
