import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { ExitNotification, LogMessageNotification } from "vscode-languageserver-protocol/node";
import { built, environment } from "./built.ts";
import { Client, Inbox, killServers, PULL, PUSH } from "./client.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };

describe("The language server's lifecycle", () => {
  afterEach(killServers);

  it("offers incremental sync and pull diagnostics to a client that pulls", async () => {
    const { result } = await Client.start({ capabilities: PULL });
    assert.deepEqual(result.serverInfo, { name: "vendor-profile", version });
    const { textDocumentSync, diagnosticProvider } = result.capabilities;
    assert.deepEqual(textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(diagnosticProvider, {
      identifier: "vendor-profile",
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
  });

  it("offers no pull diagnostics to a client that does not pull", async () => {
    const { result } = await Client.start({ capabilities: PUSH });
    assert.equal(result.capabilities.diagnosticProvider, undefined);
    assert.deepEqual(result.capabilities.textDocumentSync, { openClose: true, change: 2 });
  });

  it("counts positions in UTF-16 even if the client supports other encodings", async () => {
    const { result } = await Client.start({
      capabilities: { ...PULL, general: { positionEncodings: ["utf-8", "utf-32", "utf-16"] } },
    });
    assert.ok([undefined, "utf-16"].includes(result.capabilities.positionEncoding));
  });

  it("serves pages only to clients that can open them", async () => {
    const able = await Client.start({ capabilities: { workspace: { textDocumentContent: {} } } });
    assert.deepEqual(able.result.capabilities.workspace?.textDocumentContent, { schemes: ["vendor-profile"] });
    const unable = await Client.start({ capabilities: PULL });
    assert.equal(unable.result.capabilities.workspace?.textDocumentContent, undefined);
  });

  it("registers for changes of settings if the client supports it", async () => {
    const client = await Client.start({
      capabilities: { workspace: { didChangeConfiguration: { dynamicRegistration: true } } },
    });
    assert.equal(await client.registrations.first(), "workspace/didChangeConfiguration");
  });

  for (const transport of ["stdio", "node-ipc"] as const) {
    describe(transport, () => {
      it("evaluates, and ends with 0 after shutdown and exit", async () => {
        const client = await Client.start({ transport, capabilities: PULL });
        client.open("file:///a.vendor.yaml", "profile: 2\n");
        assert.ok((await client.items("file:///a.vendor.yaml")).some(({ code }) => code === "schema.version"));
        assert.equal(await client.stop(), 0);
      });

      it("publishes diagnostics", async () => {
        const client = await Client.start({ transport, capabilities: PUSH });
        client.open("file:///a.vendor.yaml", "profile: 2\n", 4);
        const { version, diagnostics } = await client.published.first();
        assert.equal(version, 4);
        assert.ok(diagnostics.length > 0);
        assert.equal(await client.stop(), 0);
      });

      it("ends with 1 on exit without shutdown", async () => {
        const client = await Client.start({ transport });
        client.connection.sendNotification(ExitNotification.type);
        assert.equal(await client.exited, 1);
      });

      it("ends when its client is killed", async () => {
        // The server inherits the client's standard error, which therefore ends when both have ended.
        const stdio = transport === "stdio" ? `["pipe", "pipe", "inherit"]` : `["pipe", "pipe", "inherit", "ipc"]`;
        const message = `{ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }`;
        const send =
          transport === "stdio"
            ? `const body = JSON.stringify(message); server.stdin.write("Content-Length: " + body.length + "\\r\\n\\r\\n" + body); server.stdout`
            : `server.send(message); server`;
        const source = `
          const message = ${message};
          const args = [${JSON.stringify(built("server.cjs"))}, "--${transport}"];
          const server = require("node:child_process").spawn(process.execPath, args, { stdio: ${stdio} });
          ${send}.once("${transport === "stdio" ? "data" : "message"}", () => console.log("ready"));`;
        const client = spawn(process.execPath, ["-e", source], { env: environment() });
        await once(client.stdout, "data");
        client.kill("SIGKILL");
        await once(client.stderr.resume(), "end");
      });
    });
  }

  it("ends when its standard input is closed", async () => {
    const client = await Client.start();
    client.server.stdin?.end();
    assert.equal(await client.exited, 1);
  });

  it("ends when the process that it watches is gone, though its pipes stay open", async () => {
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    const client = await Client.start({ initialize: { processId: gone.pid ?? null } });
    assert.equal(await client.exited, 1);
  });

  it("works with a client that supports neither refreshes nor requests for settings", async () => {
    const client = await Client.start({ capabilities: { textDocument: { diagnostic: {} } } });
    client.changeSettings({ vendorProfile: { language: "en" } });
    client.open("file:///a.vendor.yaml", "profile: 2\n");
    assert.ok((await client.items("file:///a.vendor.yaml")).length > 0);
    assert.equal(await client.stop(), 0);
  });

  it("asks only clients that support it to pull again", async () => {
    let asked = 0;
    const client = await Client.start({
      capabilities: { textDocument: { diagnostic: {} } },
      answers: { "workspace/diagnostic/refresh": () => asked++ },
    });
    client.changeSettings({ vendorProfile: { language: "en" } });
    client.open("file:///a.vendor.yaml", "profile: 2\n");
    await client.items("file:///a.vendor.yaml");
    assert.equal(asked, 0);
  });

  for (const method of [
    "workspace/configuration",
    "client/registerCapability",
    "workspace/diagnostic/refresh",
    "workspace/inlayHint/refresh",
    "workspace/codeLens/refresh",
  ]) {
    it(`works with a client that refuses ${method} though it announced support`, async () => {
      const refused = new Inbox<string>();
      const client = await Client.start({
        capabilities: {
          textDocument: { diagnostic: {} },
          workspace: {
            configuration: true,
            didChangeConfiguration: { dynamicRegistration: true },
            diagnostics: { refreshSupport: true },
            inlayHint: { refreshSupport: true },
            codeLens: { refreshSupport: true },
          },
        },
        answers: {
          "workspace/inlayHint/refresh": () => null,
          "workspace/codeLens/refresh": () => null,
          [method]: () => {
            refused.add(method);
            throw new Error("refused");
          },
        },
      });
      const logged = new Inbox<string>();
      client.connection.onNotification(LogMessageNotification.type, ({ message }) => logged.add(message));
      client.changeSettings(null);
      await refused.first();
      assert.match(await logged.first(), /refused|failed/);
      if (!method.startsWith("workspace/diagnostic")) await client.refreshes.first();
      client.open("file:///a.vendor.yaml", "profile: 2\n");
      assert.ok((await client.items("file:///a.vendor.yaml")).length > 0);
      assert.equal(await client.stop(), 0);
    });
  }
});
