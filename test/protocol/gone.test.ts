/** Tests that a server never outlives its client, however the client ends. */
import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { built, environment } from "./built.ts";
import { killServers } from "./client.ts";
import { Wire } from "./wire.ts";

const TRANSPORTS = ["stdio", "node-ipc", "pipe", "socket"] as const;
const URI = "file:///a.vendor.yaml";

describe("A server whose client is gone", () => {
  afterEach(killServers);

  for (const transport of TRANSPORTS) {
    describe(`A client over ${transport} that disconnects, though its process lives`, () => {
      it("without shutdown: the server ends with 1", async () => {
        const wire = await Wire.start({ transport });
        wire.hangUp();
        assert.equal(await wire.exited, 1);
      });

      it("after shutdown, without exit: the server ends with 0", async () => {
        const wire = await Wire.start({ transport });
        await wire.request("shutdown");
        wire.hangUp();
        assert.equal(await wire.exited, 0);
      });

      it("during an answer: the server ends with 1", async () => {
        const wire = await Wire.start({ transport });
        wire.open(URI, "profile: 2\n");
        for (let index = 0; index < 50; index++) wire.notify("textDocument/didSave", { textDocument: { uri: URI } });
        wire.send({ jsonrpc: "2.0", id: "last", method: "textDocument/diagnostic", params: { textDocument: { uri: URI } } });
        wire.hangUp();
        assert.equal(await wire.exited, 1);
      });
    });
  }

  for (const transport of ["stdio", "pipe", "socket"] as const) {
    it(`A client over ${transport} that disconnects in the middle of a message: the server ends with 1`, async () => {
      const wire = await Wire.start({ transport });
      wire.write("Content-Length: 100\r\n\r\n{");
      wire.hangUp();
      assert.equal(await wire.exited, 1);
    });

    it(`A client over ${transport} that stops reading and goes on writing: the server ends with 1`, async () => {
      const wire = await Wire.start({ transport });
      await wire.deafen();
      wire.notify("workspace/didChangeWatchedFiles", {});
      assert.equal(await wire.exited, 1);
    });
  }

  for (const transport of ["pipe", "socket"] as const) {
    it(`A client over ${transport} that is killed: its server ends too`, async () => {
      // The server inherits the client's standard error, which therefore ends when both have ended.
      const source = `
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, capabilities: {} } });
      const editor = require("node:net").createServer((socket) => {
        socket.once("data", () => console.log("ready"));
        socket.write("Content-Length: " + body.length + "\\r\\n\\r\\n" + body);
      });
      const pipe = process.platform === "win32" ? "\\\\\\\\.\\\\pipe\\\\vp-gone-" + process.pid : require("node:os").tmpdir() + "/vp-gone-" + process.pid;
      editor.listen(${transport === "pipe" ? "pipe" : `0, "127.0.0.1"`}, () => {
        const args = [${JSON.stringify(built("cli.cjs"))}, "lsp", "--${transport}=" + (editor.address().port ?? pipe)];
        require("node:child_process").spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
      });`;
      const client = spawn(process.execPath, ["-e", source], { env: environment() });
      await once(client.stdout, "data");
      client.kill("SIGKILL");
      await once(client.stderr.resume(), "end");
    });
  }

  for (const transport of TRANSPORTS) {
    it(`A client over ${transport} whose process dies, though its channel stays open: the server ends with 1`, async () => {
      const client = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
      const wire = await Wire.start({ transport }, { processId: client.pid });
      client.kill("SIGKILL");
      assert.equal(await wire.exited, 1);
    });
  }
});
