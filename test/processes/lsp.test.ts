import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { lspMessages } from "../../server/src/cli/messages/lsp.ts";
import { built, environment } from "../protocol/built.ts";
import { AS_OF } from "../support/analyze.ts";
import { run } from "./run.ts";

const TEXT =
  "profile: 1\nvendor: { name: 株式会社あおば }\nservice: { name: あおば電子申請 }\ninformation: { classification: Ⅰ }\n";

describe("vendor-profile lsp", () => {
  const running: ChildProcess[] = [];

  afterEach(() => {
    for (const server of running.splice(0)) server.kill("SIGKILL");
  });

  function start(...args: readonly string[]): ChildProcess {
    const server = spawn(process.execPath, [built("cli.cjs"), "lsp", ...args], { env: environment() });
    running.push(server);
    return server;
  }

  /** Runs one session as an editor does, and returns what the server published. */
  async function session(input: Readable, output: Writable): Promise<PublishDiagnosticsParams> {
    const connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
    const faults: unknown[] = [];
    connection.onError(([error]) => faults.push(error));
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification(PublishDiagnosticsNotification.type, resolve);
    });
    connection.listen();
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: {} } },
      initializationOptions: { asOf: AS_OF, language: "ja" },
    });
    assert.equal(serverInfo?.name, "vendor-profile");
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: "file:///a.vendor.yaml", languageId: "yaml", version: 1, text: TEXT },
    });
    const result = await published;
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    // any other output would be a protocol error
    assert.deepEqual(faults, []);
    return result;
  }

  it("--stdio: publishes diagnostics, prints nothing else, and exits on request", async () => {
    for (const args of [["--stdio"], ["--stdio", `--clientProcessId=${process.pid}`]]) {
      const server = start(...args);
      const exit = once(server, "exit");
      const { diagnostics } = await session(server.stdout as Readable, server.stdin as Writable);
      assert.ok(diagnostics.some(({ code, message }) => code === "schema.enum" && String(message).includes("Ⅰ")));
      assert.deepEqual(await exit, [0, null]);
    }
  });

  it("--stdio: exits with 1 when the editor is gone", async () => {
    const server = start("--stdio");
    const exit = once(server, "exit");
    server.stdin?.end();
    assert.deepEqual(await exit, [1, null]);
  });

  it("--pipe and --socket: connects to the editor", async () => {
    const path = process.platform === "win32" ? `\\\\.\\pipe\\vp-${process.pid}` : join(tmpdir(), `vp-${process.pid}.sock`);
    for (const kind of ["pipe", "socket"]) {
      const editor = createServer();
      editor.listen(kind === "pipe" ? path : { port: 0, host: "127.0.0.1" });
      await once(editor, "listening");
      const address = editor.address();
      const place = typeof address === "object" ? address?.port : path;
      const server = start(`--${kind}=${place}`);
      const exit = once(server, "exit");
      const [socket] = (await once(editor, "connection")) as [Socket];
      await session(socket, socket);
      assert.deepEqual(await exit, [0, null]);
      editor.close();
    }
  });

  it("exits with 1 and an error if it cannot reach an editor", () => {
    for (const args of [["--node-ipc"], ["--pipe", join(tmpdir(), "there-is-no-such.sock")]]) {
      const { status, stdout, stderr } = run(["lsp", ...args, "--lang", "en"]);
      assert.deepEqual([status, stdout, stderr], [1, "", `${lspMessages.en.noEditor}\n`]);
    }
  });

  const wrong: [args: string[], named: RegExp][] = [
    [[], /--stdio/],
    [["--stdio", "--node-ipc"], /--stdio.*--node-ipc/],
    [["--socket", "many"], /--socket.*many/],
    [["--stdio", "a.vendor.yaml"], /a\.vendor\.yaml/],
  ];
  for (const [args, named] of wrong) {
    it(`exits with 2: lsp ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = run(["lsp", ...args]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, named);
      assert.match(stderr, /lsp --help/);
    });
  }
});
