/** Tests the configuration in the editor: changes apply at once, problems are reported, and the terminal gives the same findings. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  RegistrationRequest,
  UnregistrationRequest,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver-protocol/node";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Reading } from "../../server/src/host/reading.ts";
import { Configurations } from "../../server/src/language-server/workspace/configurations.ts";
import { check, profileText } from "../cli/run.ts";
import { AS_OF, examples } from "../support/analyze.ts";
import { Client, type ClientOptions, killServers, PUSH } from "./client.ts";

const NAME = "vendor-profile.config.yaml";
const GOOD = profileText();
const SLIP = `${GOOD}contract: { governingLaw: XX }\n`;
const textOf = (example: string) => examples().find(({ name }) => name === example)?.text ?? "";

const WATCHING: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
};

let folder: string;
const uriOf = (path = "") => pathToFileURL(join(folder, path)).href;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

async function working(options: ClientOptions = {}, folders = [""]): Promise<Client> {
  const client = await Client.start({
    capabilities: WATCHING,
    initialize: { workspaceFolders: folders.map((path) => ({ uri: uriOf(path), name: path })) },
    ...options,
  });
  if (!options.capabilities) await client.registrations.first((method) => method === "workspace/didChangeWatchedFiles");
  return client;
}

/** Writes a file, reports the change, and waits until the server asks for a refresh. */
async function change(client: Client, path: string, text: string | undefined, type: FileChangeType): Promise<void> {
  const before = client.refreshes.all.length;
  if (text === undefined) unlinkSync(join(folder, path));
  else write(path, text);
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(path), type }] });
  await client.refreshes.first(() => client.refreshes.all.length > before);
}

function report(client: Client, previous: WorkspaceDiagnosticReport = { items: [] }): Promise<WorkspaceDiagnosticReport> {
  const previousResultIds = previous.items.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
  return client.request(WorkspaceDiagnosticRequest.type, { previousResultIds });
}

const codes = ({ items }: WorkspaceDiagnosticReport) =>
  Object.fromEntries(
    items.map(({ uri, ...item }) => [
      decodeURIComponent(uri.slice(uriOf().length + 1)),
      item.kind === "full" ? item.items.map(({ code }) => code) : "unchanged",
    ]),
  );
const severityOf = (items: readonly Diagnostic[], code: string) => items.find((item) => item.code === code)?.severity;
const isJapanese = (items: readonly Diagnostic[]) => items.some(({ message }) => /\p{Script=Hiragana}/u.test(String(message)));
const isProfile = (client: Client, path: string) =>
  client.connection.sendRequest<boolean>("vendorProfile/isProfile", { uri: uriOf(path) });

describe("The configuration in the editor", () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vendor-profile-設定 "));
  });
  afterEach(async () => {
    await killServers();
    rmSync(folder, { recursive: true, force: true });
  });

  it("sets the severities of findings, in open and other files, and at once when it changes", async () => {
    write("a.vendor.yaml", textOf("warnings"));
    write("sub/b.vendor.yaml", textOf("warnings"));
    const client = await working();
    client.open(uriOf("a.vendor.yaml"), textOf("warnings"));
    const first = await client.pull(uriOf("a.vendor.yaml"));
    assert.ok(first.kind === "full");
    assert.equal(severityOf(first.items, "3.legacy"), 2);
    const before = await report(client);

    await change(client, NAME, "severities: { legacy: error, evidence.expired: off }\n", FileChangeType.Created);
    const second = await client.pull(uriOf("a.vendor.yaml"), first.resultId);
    assert.ok(second.kind === "full");
    assert.equal(severityOf(second.items, "3.legacy"), 1);
    assert.equal(severityOf(second.items, "evidence.expired"), undefined);
    const after = await report(client, before);
    const other = after.items.find(({ uri }) => uri === uriOf("sub/b.vendor.yaml"));
    assert.ok(other?.kind === "full");
    assert.equal(severityOf(other.items, "3.legacy"), 1);
    assert.deepEqual(new Set(Object.values(codes(await report(client, after)))), new Set(["unchanged"]));

    await change(client, NAME, undefined, FileChangeType.Deleted);
    assert.deepEqual(await client.items(uriOf("a.vendor.yaml")), first.items);
  });

  it("says which files are profiles, at once when it changes", async () => {
    write(NAME, 'files: ["services/*/facts.yaml"]\n');
    write("a.vendor.yaml", SLIP);
    write("services/甲/facts.yaml", SLIP);
    write("services/乙/facts.yaml", GOOD);
    const client = await working();
    const first = await report(client);
    assert.deepEqual(codes(first), { "services/乙/facts.yaml": [], "services/甲/facts.yaml": ["schema.country"] });
    assert.deepEqual(
      await Promise.all(
        ["services/甲/facts.yaml", "a.vendor.yaml", "services/facts.yaml", NAME].map((path) => isProfile(client, path)),
      ),
      [true, false, false, false],
    );

    await change(client, "services/丙/facts.yaml", SLIP, FileChangeType.Created);
    assert.deepEqual(codes(await report(client, first)), {
      "services/丙/facts.yaml": ["schema.country"],
      "services/乙/facts.yaml": "unchanged",
      "services/甲/facts.yaml": "unchanged",
    });
    await change(client, "services/甲/facts.yaml", GOOD, FileChangeType.Changed);
    assert.deepEqual(codes(await report(client))["services/甲/facts.yaml"], []);

    await change(client, NAME, 'files: ["**/*.yaml"]\nexclude: [services/**]\n', FileChangeType.Changed);
    assert.deepEqual(codes(await report(client)), { "a.vendor.yaml": ["schema.country"] });
    // An open document is evaluated whatever its name.
    client.open(uriOf("services/丙/facts.yaml"), SLIP);
    assert.equal((await client.items(uriOf("services/丙/facts.yaml"))).length, 1);

    await change(client, NAME, "exclude: [services/**]\n", FileChangeType.Changed);
    client.close(uriOf("services/丙/facts.yaml"));
    assert.deepEqual(codes(await report(client)), { "a.vendor.yaml": ["schema.country"] });
  });

  it("watches its files, by their extensions only", async () => {
    const watched: string[][] = [];
    let dropped = 0;
    write(NAME, 'files: ["services/*/facts.yml", "*a*.txt"]\n');
    const client = await working({
      answers: {
        [RegistrationRequest.method]: (params) => {
          const { registrations } = params as {
            registrations: { method: string; registerOptions?: { watchers?: { globPattern: string }[] } }[];
          };
          for (const { method, registerOptions } of registrations) {
            client?.registrations.add(method);
            watched.push((registerOptions?.watchers ?? []).map(({ globPattern }) => globPattern));
          }
        },
        [UnregistrationRequest.method]: () => {
          dropped++;
        },
      },
      capabilities: WATCHING,
    });
    await report(client);
    await client.registrations.first();
    assert.deepEqual(
      watched.find((globs) => globs.includes("**/*.txt")),
      ["**/*.yml", "**/*.txt"],
    );
    assert.ok(watched.some((globs) => globs.includes(`**/${NAME}`)));
    await change(client, NAME, "exclude: [a]\n", FileChangeType.Changed);
    await report(client);
    assert.equal(dropped, 1);
  });

  it("chooses the language if the setting does not", async () => {
    write(NAME, "language: en\n");
    for (const [language, expected] of [
      ["auto", false],
      ["ja", true],
      ["en", false],
    ] as const) {
      const client = await working({ initializationOptions: { language } });
      client.open(uriOf("a.vendor.yaml"), SLIP);
      assert.equal(isJapanese(await client.items(uriOf("a.vendor.yaml"))), expected, language);
    }
    const client = await working({ initializationOptions: { language: "auto" } });
    client.open(uriOf("a.vendor.yaml"), SLIP);
    await client.items(uriOf("a.vendor.yaml"));
    await change(client, NAME, "language: ja\n", FileChangeType.Changed);
    assert.equal(isJapanese(await client.items(uriOf("a.vendor.yaml"))), true);
  });

  it("has diagnostics in its own file if it is broken, does not apply then, and is cleared when it is fixed", async () => {
    write(NAME, "severities:\n  legacy: error\n  unmet: off\n");
    write("a.vendor.yaml", textOf("warnings"));
    for (const scope of ["workspace", "openFiles"]) {
      const client = await working({ initializationOptions: { diagnostics: { scope } } });
      const first = await report(client);
      const own = first.items.find(({ uri }) => uri === uriOf(NAME));
      assert.ok(own?.kind === "full");
      const [item] = own.items;
      assert.deepEqual(
        [item?.code, item?.severity, item?.source, item?.range.start],
        ["config.locked", 1, "vendor-profile", { line: 2, character: 2 }],
      );
      assert.match(String(item?.message), /「unmet」の重さは変えられない/);
      client.open(uriOf("a.vendor.yaml"), textOf("warnings"));
      assert.equal(severityOf(await client.items(uriOf("a.vendor.yaml")), "3.legacy"), 2);
      assert.equal(codes(await report(client, first))[NAME], "unchanged");

      await change(client, NAME, "severities:\n  legacy: error\n", FileChangeType.Changed);
      assert.deepEqual(codes(await report(client, first))[NAME], []);
      assert.equal(severityOf(await client.items(uriOf("a.vendor.yaml")), "3.legacy"), 1);
      write(NAME, "severities:\n  legacy: error\n  unmet: off\n");
    }
  });

  it("has a diagnostic if it cannot be read", async () => {
    writeFileSync(join(folder, NAME), Uint8Array.of(0x93, 0xfa, 0x96, 0x7b, 0x83, 0x41));
    const [own] = (await report(await working())).items;
    assert.ok(own?.kind === "full");
    assert.equal(own.items[0]?.code, "config.unread");
    assert.match(String(own.items[0]?.message), /UTF-8ではない/);
  });

  it("has a diagnostic while it has the wrong name", async () => {
    const other = "vendor-profile.config.yml";
    write(other, "severities: { legacy: error }\n");
    write("a.vendor.yaml", textOf("warnings"));
    const client = await working();
    const first = await report(client);
    assert.deepEqual(codes(first)[other], ["config.name"]);
    await change(client, NAME, "severities: { legacy: error }\n", FileChangeType.Created);
    const second = await report(client, first);
    assert.deepEqual([codes(second)[other], codes(second)[NAME]], [[], undefined]);
    client.open(uriOf("a.vendor.yaml"), textOf("warnings"));
    assert.equal(severityOf(await client.items(uriOf("a.vendor.yaml")), "3.legacy"), 1);
    await change(client, NAME, undefined, FileChangeType.Deleted);
    assert.deepEqual(codes(await report(client, second))[other], ["config.name"]);
    await change(client, other, undefined, FileChangeType.Deleted);
    assert.equal(codes(await report(client))[other], undefined);
  });

  it("has its diagnostics published to clients that do not pull, and is reread if they report no changes", async () => {
    write(NAME, "severities: { unmet: off }\n");
    const client = await working({ capabilities: PUSH });
    client.open(uriOf("a.vendor.yaml"), textOf("warnings"));
    const own = await client.published.first(({ uri }) => uri === uriOf(NAME));
    assert.equal(own.diagnostics[0]?.code, "config.locked");
    await client.published.first(({ uri }) => uri === uriOf("a.vendor.yaml"));
    write(NAME, "severities: { legacy: error }\n");
    client.change(uriOf("a.vendor.yaml"), 2, { text: textOf("warnings") });
    const weighed = await client.published.first(({ version }) => version === 2);
    assert.equal(severityOf(weighed.diagnostics, "3.legacy"), 1);
    assert.deepEqual(
      (await client.published.first(({ uri, diagnostics }) => uri === uriOf(NAME) && diagnostics.length === 0)).diagnostics,
      [],
    );
  });

  it("has its diagnostics published again in another language, and removed with its folder", async () => {
    write(NAME, "severities: { unmet: off }\n");
    write(`内/${NAME}`, "language: quiet\n");
    const client = await working(
      { capabilities: { ...PUSH, workspace: { workspaceFolders: true } }, initializationOptions: { language: "ja" } },
      ["", "内"],
    );
    const sent = (path: string, isExpected: (items: readonly Diagnostic[]) => boolean) =>
      client.published.first(({ uri, diagnostics }) => uri === uriOf(path) && isExpected(diagnostics));
    client.open(uriOf("a.vendor.yaml"), GOOD);
    for (const path of [NAME, `内/${NAME}`]) await sent(path, isJapanese);
    client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { vendorProfile: { language: "en" } },
    });
    for (const path of [NAME, `内/${NAME}`]) await sent(path, (items) => items.length === 1 && !isJapanese(items));
    client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [], removed: [{ uri: uriOf("内"), name: "内" }] },
    });
    await sent(`内/${NAME}`, (items) => items.length === 0);
    assert.equal(client.published.all.filter(({ uri }) => uri === uriOf(NAME)).at(-1)?.diagnostics.length, 1);
  });

  (process.platform === "win32" ? it.skip : it)("that is a pipe or a folder hinders nothing", async () => {
    execFileSync("mkfifo", [join(folder, NAME)]);
    mkdirSync(join(folder, "内", NAME), { recursive: true });
    write("a.vendor.yaml", SLIP);
    assert.deepEqual(codes(await report(await working({}, ["", "内"]))), {
      [NAME]: ["config.unread"],
      [`内/${NAME}`]: ["config.unread"],
      "a.vendor.yaml": ["schema.country"],
    });
  });

  it("belongs to its folder; in nested folders the inner one applies", async () => {
    write(NAME, "files: ['**/*.yaml']\nseverities: { legacy: error }\n");
    write(`内/${NAME}`, "exclude: [旧/**]\nseverities: { legacy: information }\n");
    for (const path of ["a.yaml", "内/a.yaml", "内/a.vendor.yaml", "内/旧/a.vendor.yaml"]) write(path, textOf("warnings"));
    const client = await working({}, ["", "内"]);
    const { items } = await report(client);
    assert.deepEqual(
      items.map(({ uri, ...item }) => [
        decodeURIComponent(uri.slice(uriOf().length + 1)),
        item.kind === "full" && severityOf(item.items, "3.legacy"),
      ]),
      [
        ["a.yaml", 1],
        ["内/a.vendor.yaml", 3],
      ],
    );
  });

  it("notifies clients when it makes other files profiles", async () => {
    write(NAME, "files: [a.yaml]\n");
    const client = await working({ initializationOptions: { files: true } });
    const notifications: string[] = [];
    client.connection.onNotification("vendorProfile/filesChanged", () => {
      notifications.push("changed");
    });
    assert.equal(await isProfile(client, "b.yaml"), false);
    const before = notifications.length;
    await change(client, NAME, "files: [b.yaml]\n", FileChangeType.Changed);
    assert.equal(await isProfile(client, "b.yaml"), true);
    assert.equal(notifications.length, before + 1);
  });

  it("gives the same findings as the terminal", async () => {
    const config =
      "language: en\nseverities: { recommended: warning, 7.recommended: error, evidence.absent: off, legacy: information }\n";
    write(NAME, config);
    for (const { name, text } of examples()) write(`${name}.vendor.yaml`, text);
    const { files } = check([".", "--as-of", AS_OF], { cwd: folder }).json();
    const client = await working({ initializationOptions: { language: "auto" } });
    const reports = new Map((await report(client)).items.map((item) => [item.uri, item]));
    assert.equal(files.length, examples().length);
    for (const { path, findings } of files) {
      const expected = findings.map(({ code, severity, message, range }) => ({ code, severity, message, range }));
      const shown = (items: readonly Diagnostic[]) =>
        items.map(({ code, severity = 0, message, range }) => ({
          code,
          severity: ["", "error", "warning", "information"][severity],
          message,
          range,
        }));
      const closed = reports.get(uriOf(path));
      assert.ok(closed?.kind === "full");
      assert.deepEqual(shown(closed.items), expected, path);
      client.open(uriOf(path), readFileSync(join(folder, path), "utf8"));
      assert.deepEqual(shown(await client.items(uriOf(path))), expected, path);
    }
  });
});

describe("Configurations", () => {
  const ROOT = "file:///%E5%BA%81%E5%86%85";
  const uri = `${ROOT}/${NAME}`;

  function of(files: Map<string, string>) {
    const read: string[] = [];
    const onRead: (() => void)[] = [];
    const readProfile = async (uri: string): Promise<Reading> => {
      read.push(uri);
      const text = files.get(uri);
      await new Promise((resolve) => setImmediate(resolve));
      onRead.shift()?.();
      return text === undefined ? { unread: "missing" } : { text };
    };
    let changes = 0;
    const configurations = new Configurations(bundled.standard, { readProfile });
    configurations.onDidChange(() => {
      changes++;
    });
    return { configurations, read, changes: () => changes, onRead };
  }

  it("are read on demand, once, and not without a folder", async () => {
    const { configurations, read } = of(new Map([[uri, "language: en\n"]]));
    await configurations.ready();
    assert.deepEqual(read, []);
    configurations.setFolders([ROOT]);
    configurations.watched();
    assert.deepEqual(read, []);
    assert.equal(configurations.language(), undefined);
    await Promise.all([configurations.ready(), configurations.ready(true)]);
    await configurations.ready(true);
    assert.deepEqual(read, [uri]);
    assert.equal(configurations.language(), "en");
  });

  it("are read again after a change, even during a reading, and keep their identity if the text is the same", async () => {
    const files = new Map([[uri, "language: en\n"]]);
    const { configurations, read, changes, onRead } = of(files);
    configurations.setFolders([ROOT]);
    configurations.watched();
    onRead.push(() => {
      files.set(uri, "language: ja\n");
      configurations.changed(uri);
    });
    await configurations.ready();
    assert.equal(configurations.language(), "ja");
    assert.equal(read.length, 2);
    const [before] = configurations.all();
    assert.equal(configurations.changed(uri), true);
    assert.equal(configurations.changed(`${ROOT}/sub/${NAME}`), false);
    await configurations.ready();
    assert.equal(configurations.all()[0], before);
    assert.equal(changes(), 2);
    files.delete(uri);
    configurations.changed(uri);
    await configurations.ready();
    assert.deepEqual(configurations.all(), []);
    assert.equal(configurations.language(), undefined);
  });

  it("do not block forever if they never stop changing", async () => {
    const files = new Map([[uri, "language: en\n"]]);
    const { configurations, read, onRead } = of(files);
    configurations.setFolders([ROOT]);
    configurations.watched();
    onRead.push(
      ...Array.from({ length: 100 }, (_, index) => () => {
        files.set(uri, `language: ${index % 2 === 0 ? "ja" : "en"}\n`);
        configurations.changed(uri);
      }),
    );
    await Promise.all([configurations.ready(), configurations.ready()]);
    assert.ok(read.length < 10, String(read.length));
  });

  it("change when a parent folder comes or goes", async () => {
    const files = new Map([[uri, "language: en\n"]]);
    const { configurations } = of(files);
    configurations.setFolders([ROOT]);
    configurations.watched();
    await configurations.ready();
    files.delete(uri);
    assert.equal(configurations.changed(`${ROOT}x`), false);
    assert.equal(configurations.changed(ROOT), true);
    await configurations.ready();
    assert.equal(configurations.language(), undefined);
  });

  it("have an id that depends only on their content, across servers", async () => {
    const idOf = async (text: string) => {
      const { configurations } = of(new Map([[uri, text]]));
      configurations.setFolders([ROOT]);
      await configurations.ready();
      return configurations.idOf(`${ROOT}/a.vendor.yaml`);
    };
    assert.notEqual(await idOf("severities: { legacy: off }\n"), await idOf("severities: { legacy: error }\n"));
    assert.equal(await idOf("language: ja\n"), await idOf("language: ja\n"));
  });

  it("apply from the innermost folder that has one", async () => {
    const inner = `${ROOT}/sub`;
    const files = new Map([[uri, "files: ['sub/*.yaml']\nseverities: { legacy: off }\n"]]);
    const { configurations } = of(files);
    configurations.setFolders([ROOT, inner]);
    configurations.watched();
    await configurations.ready();
    assert.equal(configurations.severitiesOf(`${inner}/a.yaml`).get("legacy"), "off");
    assert.equal(configurations.names(`${inner}/a.yaml`), true);
    files.set(`${inner}/${NAME}`, "");
    configurations.changed(`${inner}/${NAME}`);
    await configurations.ready();
    assert.equal(configurations.severitiesOf(`${inner}/a.yaml`).size, 0);
    assert.equal(configurations.names(`${inner}/a.yaml`), false);
  });

  it("disappear with their folder", async () => {
    const { configurations } = of(new Map([[uri, "severities: { legacy: off }\n"]]));
    configurations.setFolders([ROOT]);
    await configurations.ready();
    assert.equal(configurations.severitiesOf(`${ROOT}/a.vendor.yaml`).get("legacy"), "off");
    assert.equal(configurations.severitiesOf("file:///elsewhere/a.vendor.yaml").size, 0);
    configurations.setFolders([]);
    assert.equal(configurations.severitiesOf(`${ROOT}/a.vendor.yaml`).size, 0);
  });
});
