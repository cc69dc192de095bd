/**
 * Nothing leaves the process: no socket except the editor's channel, no look-up, no process, and no thread except those that judge,
 * which are sealed too. The shipped programs run sealed: Node reports everything that they open (see seal.cjs).
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRequest,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TelemetryEventNotification,
  TextDocumentContentRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { type FormAnswer, type ImportAnswer, type ProfilesAnswer, requests } from "../../protocol/requests.ts";
import { commands } from "../../server/src/cli/commands/index.ts";
import { folderOf, removeFolders } from "../cli/run.ts";
import { run } from "../processes/run.ts";
import { built, environment } from "../protocol/built.ts";
import { Client, type ClientOptions, killServers, PULL } from "../protocol/client.ts";
import { AS_OF, examples, examplesFolder } from "../support/analyze.ts";
import { Seal } from "./sealed.ts";

const EXAMPLES = fileURLToPath(examplesFolder);
const EXAMPLE = join(EXAMPLES, "cloud-key-unsuitable.vendor.yaml");

const seals: Seal[] = [];

function sealed(...open: string[]): Seal {
  const seal = new Seal(...open);
  seals.push(seal);
  return seal;
}

async function tidy(): Promise<void> {
  await killServers();
  removeFolders();
  for (const seal of seals.splice(0)) seal.remove();
}

describe("the seal reports every way out", () => {
  afterEach(tidy);

  const ways = [
    "require('node:net').connect(1, '127.0.0.1')",
    "require('node:net').connect('/none.sock')",
    "require('node:net').createServer().listen(0)",
    "require('node:http').get('http://127.0.0.1:1')",
    "require('node:https').get('https://127.0.0.1:1')",
    "require('node:http2').connect('http://127.0.0.1:1')",
    "require('node:tls').connect(1, '127.0.0.1')",
    "require('node:dgram').createSocket('udp4')",
    "require('node:dns').lookup('example.com', () => {})",
    "require('node:dns').resolve('example.com', () => {})",
    "fetch('http://127.0.0.1:65000')",
    "require('node:child_process').spawn('true')",
    "require('node:child_process').fork('true')",
    "require('node:child_process').spawnSync('true')",
    "require('node:child_process').execSync('true')",
    "require('node:child_process').execFileSync('true')",
    "new (require('node:worker_threads').Worker)('', { eval: true })",
    "process.dlopen(module, 'a.node')",
  ];
  for (const script of ways) {
    it(script, () => {
      const seal = sealed();
      const { status } = spawnSync(process.execPath, ["--eval", script], { env: environment(seal.env), encoding: "utf8" });
      assert.notEqual(status, 0);
      assert.equal(seal.out.length, 1);
    });
  }

  it("and no other", () => {
    const seal = sealed();
    const script = "setTimeout(() => require('node:fs').promises.readdir('.').then(console.log), 1)";
    const { status, stderr } = spawnSync(process.execPath, ["--eval", script], { env: environment(seal.env), encoding: "utf8" });
    assert.deepEqual([status, stderr, seal.out], [0, "", []]);
  });
});

describe("the command line has no way out", () => {
  afterEach(tidy);

  const TABLE: Readonly<Record<string, readonly (readonly string[])[]>> = {
    check: [
      ...["pretty", "json", "sarif", "junit", "github", "gitlab"].map((format) => ["check", EXAMPLES, "--format", format]),
      ["check", EXAMPLES, "--fix-dry-run"],
      ["check", "a.vendor.yaml", "--fix"],
      ["check", EXAMPLES, "--shard", "1/1", "--format", "json", "-o", "1.json"],
    ],
    join: [["join", "1.json"]],
    report: ["xlsx", "html", "md", "csv", "json"].map((format) => ["report", EXAMPLE, "-o", `report.${format}`]),
    compare: [["compare", EXAMPLES, "-o", "services.xlsx"]],
    plan: [["plan", EXAMPLE, "--class", "S"]],
    explain: [["explain", "5-1"]],
    new: [["new", "--class", "I", "--vendor", "甲", "--service", "乙", "new.vendor.yaml"]],
    questionnaire: [["questionnaire", EXAMPLE, "-o", "form.xlsx"]],
    import: [["import", "form.xlsx", "-o", "imported.vendor.yaml"]],
    schema: [["schema"]],
    lsp: [["lsp", "--stdio"]],
    completions: ["bash", "zsh", "fish", "powershell"].map((shell) => ["completions", shell]),
  };

  it("whatever the command", () => {
    assert.deepEqual(Object.keys(TABLE).sort(), commands.map(({ name }) => name).sort());
    const cwd = folderOf({ "a.vendor.yaml": readFileSync(EXAMPLE) });
    for (const args of Object.values(TABLE).flat()) {
      const seal = sealed();
      const { status, stderr } = run(args, { cwd, env: seal.env });
      assert.deepEqual(seal.out, [], args.join(" "));
      assert.ok(status === 0 || status === 1, `${args.join(" ")}: ${status} ${stderr}`);
    }
    assert.ok(readdirSync(cwd).includes("imported.vendor.yaml"));
  });

  it("in its worker threads", () => {
    const seal = sealed("WORKER");
    const { status, stderr } = run(["check", EXAMPLES, "--threads", "2"], { env: seal.env });
    assert.deepEqual([status, stderr, seal.out], [1, "", ["WORKER"]]);
    // The log has the files that the thread opened, so the thread is sealed too.
    assert.ok(examples().every(({ name }) => seal.opened.includes(join(EXAMPLES, `${name}.vendor.yaml`))));
  });

  it("while watching", async () => {
    const cwd = folderOf({ "a.vendor.yaml": readFileSync(EXAMPLE) });
    const seal = sealed();
    const program = spawn(process.execPath, [built("cli.cjs"), "check", "--watch"], { cwd, env: environment(seal.env) });
    // By now it has judged and is waiting.
    await once(program.stderr, "data");
    program.kill("SIGKILL");
    await once(program, "exit");
    assert.deepEqual(seal.out, []);
  });
});

describe("the server has no way out", () => {
  afterEach(tidy);

  const MARKDOWN: NonNullable<ClientOptions["capabilities"]> = {
    ...PULL,
    textDocument: { ...PULL.textDocument, hover: { contentFormat: ["markdown"] } },
  };

  /** Sends every request of an editor and its views for every example. */
  async function useAll(client: Client): Promise<void> {
    for (const { name, text } of examples()) {
      const uri = pathToFileURL(join(EXAMPLES, `${name}.vendor.yaml`)).href;
      const textDocument = { uri };
      const lines = text.split("\n");
      const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
      client.open(uri, text);
      const diagnostics = await client.items(uri);
      for (const line of lines.keys()) {
        const at = { textDocument, position: { line, character: Math.min(6, lines[line]?.length ?? 0) } };
        await client.request(HoverRequest.type, at);
        await client.request(CompletionRequest.type, at);
        await client.request(DefinitionRequest.type, at);
      }
      const position = { line: 4, character: 4 };
      await client.request(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } });
      await client.request(CodeActionRequest.type, { textDocument, range, context: { diagnostics } });
      await client.request(DocumentFormattingRequest.type, { textDocument, options: { tabSize: 2, insertSpaces: true } });
      await client.request(InlayHintRequest.type, { textDocument, range });
      await client.request(SelectionRangeRequest.type, { textDocument, positions: [position] });
      for (const type of [
        CodeLensRequest,
        DocumentLinkRequest,
        DocumentSymbolRequest,
        FoldingRangeRequest,
        SemanticTokensRequest,
      ]) {
        await client.connection.sendRequest(type.method, { textDocument });
      }
      await client.connection.sendRequest(requests.checklist, { uri, index: 0, classification: null });
      await client.connection.sendRequest(requests.evaluation, { uri, classification: null });
    }
    await client.request(WorkspaceSymbolRequest.type, { query: "" });
    await client.request(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    await client.request(TextDocumentContentRequest.type, { uri: "vendor-profile:/sendai-cloud/ja/standard.md" });
    const { profiles } = await client.connection.sendRequest<ProfilesAnswer>(requests.profiles, { known: null });
    assert.ok(profiles && profiles.total > 10);
    const uri = pathToFileURL(EXAMPLE).href;
    const ref = { uri, index: 0 };
    for (const format of ["xlsx", "html", "md", "csv", "json"]) {
      const params = { what: "report", profiles: [ref], format, classification: null };
      assert.ok(await client.connection.sendRequest(requests.exported, params));
    }
    assert.ok(await client.connection.sendRequest(requests.comparison, { profiles: [ref] }));
    assert.ok(await client.connection.sendRequest(requests.newProfile, { classification: "I", vendor: "甲", service: "乙" }));
    assert.ok(await client.connection.sendRequest(requests.requirement, { word: "5-1" }));
    for (const method of [requests.classes, requests.standard]) assert.ok(await client.connection.sendRequest(method));
    const form = await client.connection.sendRequest<FormAnswer>(requests.form, { profile: ref, classification: null });
    assert.ok(form && "content" in form);
    const params = { name: "form.xlsx", content: form.content };
    assert.ok(await client.connection.sendRequest<ImportAnswer>(requests.importForm, params));
  }

  for (const transport of ["stdio", "node-ipc"] as const) {
    it(`over ${transport}, whatever it is asked; and it tells nobody what is done with it`, async () => {
      const seal = sealed();
      const client = await Client.start({
        transport,
        env: seal.env,
        capabilities: MARKDOWN,
        initialize: { workspaceFolders: [{ uri: pathToFileURL(EXAMPLES).href, name: "examples" }] },
      });
      const events: unknown[] = [];
      client.connection.onNotification(TelemetryEventNotification.method, (event: unknown) => {
        events.push(event);
      });
      await useAll(client);
      assert.equal(await client.stop(), 0);
      assert.deepEqual(seal.out, []);
      assert.deepEqual(events, []);
    });
  }

  it("except the socket that the editor names", async () => {
    const editor = createServer().listen(0, "127.0.0.1");
    await once(editor, "listening");
    const address = editor.address();
    assert.ok(typeof address === "object" && address);
    const seal = sealed("TCPWRAP", "TCPCONNECTWRAP");
    const server = spawn(process.execPath, [built("server.cjs"), `--socket=${address.port}`], { env: environment(seal.env) });
    const exit = once(server, "exit");
    const [socket] = (await once(editor, "connection")) as [Socket];
    const connection = createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
    connection.listen();
    const capabilities = { textDocument: { publishDiagnostics: {} } };
    const initializationOptions = { asOf: AS_OF, language: "ja" };
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    await exit;
    editor.close();
    assert.deepEqual(seal.out, ["TCPWRAP", "TCPCONNECTWRAP"]);
  });
});
