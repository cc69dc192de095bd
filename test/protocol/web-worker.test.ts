/** Tests the server in a browser: a web worker without Node gives the same results, with files from the client. */
import { strict as assert } from "node:assert";
import { once } from "node:events";
import { WorkspaceDiagnosticRequest } from "vscode-languageserver-protocol/node";
import { fileRequests } from "../../protocol/file-system.ts";
import { examples } from "../support/analyze.ts";
import { questionnaireOf } from "../support/questionnaire.ts";
import { Client, killServers, PULL, PUSH } from "./client.ts";
import { endWorkers, scriptOf, WebClient, webWorker } from "./web-worker.ts";

const FOLDER = encodeURI("vscode-vfs://github/aoba/台帳");
const PROFILE =
  'profile: 1\nvendor: { name: 株式会社あおば }\nservice: { name: あおば電子申請 }\ninformation: { classification: III }\ncontract: { governingLaw: JP }\nassessment: { "1": { evidence: [{ title: 規約, file: 規約.pdf }, { title: 図, file: ../図.png }] } }\n';

const codes = (items: readonly { readonly code?: string | number }[]) => items.map(({ code }) => code);

describe("A server in a web worker", () => {
  afterEach(async () => {
    await Promise.all([endWorkers(), killServers()]);
  });

  it("gives the same diagnostics for every example as over stdio", async () => {
    const web = new WebClient();
    await web.initialize();
    const desktop = await Client.start({ capabilities: PULL });
    for (const { name, text } of examples()) {
      // Not on a disk, so that no evidence file is looked up.
      const uri = `untitled:${name}.vendor.yaml`;
      for (const client of [web, desktop]) client.open(uri, text);
      assert.deepEqual(await web.items(uri), await desktop.items(uri), name);
    }
  });

  it("uses the editor's language, else the browser's", async () => {
    const spoken = async (locale?: string) => {
      const client = new WebClient();
      await client.initialize({ ...(locale === undefined ? {} : { locale }), initializationOptions: { language: "auto" } });
      client.open("untitled:1", "profile: 2\n");
      const [first] = await client.items("untitled:1");
      return /\p{sc=Hira}/u.test(String(first?.message)) ? "ja" : "en";
    };
    assert.deepEqual([await spoken("ja"), await spoken()], ["ja", "en"]);
  });

  it("evaluates profiles that are not open, with the evidence beside them", async () => {
    const judged = async (files: Record<string, string>) => {
      const client = new WebClient({ [`${FOLDER}/a.vendor.yaml`]: PROFILE, ...files });
      await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: "台帳" }] });
      const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
      return items.map((report) => [report.uri, report.kind === "full" && codes(report.items)]);
    };
    const without = await judged({});
    assert.deepEqual(without, [[`${FOLDER}/a.vendor.yaml`, ["evidence.file", "evidence.file"]]]);
    const there = await judged({
      [encodeURI("vscode-vfs://github/aoba/台帳/規約.pdf")]: "",
      [encodeURI("vscode-vfs://github/aoba/図.png")]: "",
    });
    assert.deepEqual(there, [[`${FOLDER}/a.vendor.yaml`, []]]);
  });

  it("reads the configuration, and names the encoding of a file that it cannot read", async () => {
    const client = new WebClient({
      [`${FOLDER}/a.vendor.yaml`]: PROFILE,
      [`${FOLDER}/b.vendor.yaml`]: Uint8Array.of(0x93, 0xfa, 0x96, 0x7b, 0x83, 0x41),
      [`${FOLDER}/vendor-profile.config.yaml`]: "exclude: [a.*]\n",
    });
    await client.initialize({ workspaceFolders: [{ uri: FOLDER, name: "台帳" }] });
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const [report] = items.filter(({ uri }) => !uri.endsWith("config.yaml"));
    assert.equal(report?.uri, `${FOLDER}/b.vendor.yaml`);
    assert.ok(report.kind === "full" && String(report.items[0]?.message).includes("Shift_JIS"));
  });

  it("requests no files from a client that does not offer them", async () => {
    const client = new WebClient({ [`${FOLDER}/a.vendor.yaml`]: PROFILE });
    const workspaceFolders = [{ uri: FOLDER, name: "台帳" }];
    await client.initialize({ workspaceFolders, initializationOptions: { fileSystem: false } });
    client.open(`${FOLDER}/b.vendor.yaml`, PROFILE);
    assert.deepEqual(await client.items(`${FOLDER}/b.vendor.yaml`), []);
    assert.deepEqual(client.asked, []);
  });

  it("handles the edits that have arrived before it evaluates", async () => {
    const client = new WebClient();
    // All messages arrive before the worker starts.
    const initialized = client.initialize({ capabilities: PUSH });
    client.open("untitled:1", "profile: 0\n");
    for (let version = 2; version <= 101; version++) client.replace("untitled:1", version, `profile: ${version}\n`);
    await initialized;
    await client.published.first(({ version }) => version === 101);
    assert.deepEqual(
      client.published.all.map(({ version }) => version),
      [101],
    );
  });
});

describe("A server on a desktop", () => {
  afterEach(killServers);

  it("requests files from the client only for folders that are not on this machine", async () => {
    const asked: unknown[] = [];
    const client = await Client.start({
      capabilities: PULL,
      initializationOptions: { fileSystem: true },
      answers: {
        [fileRequests.missing]: (params) => {
          asked.push(params);
          return { missing: ["../図.png"] };
        },
      },
    });
    client.open("vscode-vfs://github/aoba/a.vendor.yaml", PROFILE);
    assert.deepEqual(codes(await client.items("vscode-vfs://github/aoba/a.vendor.yaml")), ["evidence.file"]);
    assert.deepEqual(asked, [{ uri: "vscode-vfs://github/aoba/a.vendor.yaml", files: ["規約.pdf", "../図.png"] }]);
    client.open("file:///none/a.vendor.yaml", PROFILE);
    assert.equal((await client.items("file:///none/a.vendor.yaml")).length, 2);
    assert.equal(asked.length, 1);
  });
});

describe("The spreadsheets' script", () => {
  afterEach(endWorkers);

  it("reads a questionnaire in a web worker", async () => {
    const worker = webWorker(`
      const module = { exports: {} };
      new Function("module", "exports", ${JSON.stringify(scriptOf("spreadsheet.cjs"))})(module, module.exports);
      self.onmessage = async ({ data }) => postMessage(await module.exports.readWorkbook(data));
    `);
    const answer = once(worker, "message");
    worker.postMessage(await questionnaireOf({ profile: 1, vendor: { name: "株式会社あおば" } }));
    const [workbook] = await answer;
    assert.ok(JSON.stringify(workbook).includes("株式会社あおば"));
  });
});
