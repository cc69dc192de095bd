/** Tests the profiles of a workspace: the server evaluates files that are not open, rereads them only after a change, and never blocks. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FileChangeType, LSPErrorCodes, ResponseError, type WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import { isProfile } from "../../server/src/config/profile-files.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { missingBeside } from "../../server/src/host/node/missing-files.ts";
import type { Reading } from "../../server/src/host/reading.ts";
import { keyOf, keysBeside } from "../../server/src/host/uri.ts";
import { workspaceDiagnostics } from "../../server/src/language-server/diagnostics/workspace.ts";
import { runtime } from "../../server/src/language-server/node/runtime.ts";
import type { FoundProfiles, Runtime } from "../../server/src/language-server/runtime.ts";
import type { OpenDocument } from "../../server/src/language-server/workspace/open-document.ts";
import type { ProfileFile } from "../../server/src/language-server/workspace/profile-file.ts";
import { Workspace } from "../../server/src/language-server/workspace/workspace.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { AS_OF, analyzeText } from "../support/analyze.ts";
import { EVERYTHING, viewOf } from "../support/view.ts";

const ROOT = "file:///%E5%BA%81%E5%86%85/%E5%8F%B0%E5%B8%B3";
const uriOf = (path: string) => `${ROOT}/${path.split("/").map(encodeURIComponent).join("/")}`;
const NEVER = { isCancellationRequested: false };

const profileOf = (service: string, law = "JP", rest = "") =>
  `profile: 1\nvendor: { name: 株式会社あおば }\nservice: { name: ${service} }\ninformation: { classification: III }\ncontract: { governingLaw: ${law} }\n${rest}`;
const WITH_EVIDENCE = profileOf(
  "あおば電子申請",
  "JP",
  'assessment: { "1": { evidence: [{ title: 規約, file: 根拠/規約.pdf }] } }\n',
);

/** A runtime with a disk in memory that records every access. */
class FakeRuntime implements Runtime {
  readonly files = new Map<string, Reading>();
  readonly read: string[] = [];
  readonly searched: string[] = [];
  /** The folders that cannot be read. */
  unread: FoundProfiles["unread"] = [];
  /** The error of the next search. */
  failure: Error | undefined;
  settlings = 0;
  onSettled: () => void = () => {};
  readonly locale = undefined;
  readonly schemes = ["file"];
  readonly load = () => assert.fail("nothing is loaded");
  readonly today = () => AS_OF;

  constructor(files: Readonly<Record<string, string | Reading>> = {}) {
    for (const [path, file] of Object.entries(files)) this.write(path, file);
  }

  write(path: string, file: string | Reading): void {
    this.files.set(uriOf(path), typeof file === "string" ? { text: file } : file);
  }

  readonly settled = async () => {
    this.settlings++;
    await new Promise((resolve) => setImmediate(resolve));
    this.onSettled();
  };

  readonly missingFiles = async (uri: string, names: readonly string[]) => {
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    return new Set(names.filter((name) => !this.files.has(`${folder}/${name.split("/").map(encodeURIComponent).join("/")}`)));
  };

  readonly findProfiles = async (folder: string) => {
    this.searched.push(folder);
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
    const uris = [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`) && isProfile(uri));
    return { uris, unread: this.unread };
  };

  readonly readProfile = async (uri: string): Promise<Reading> => {
    this.read.push(uri);
    await new Promise((resolve) => setImmediate(resolve));
    return this.files.get(uri) ?? { unread: "missing" };
  };
}

interface RequestOptions {
  readonly language?: LanguageId;
  readonly today?: string;
  readonly open?: readonly OpenDocument[];
}

const rethrow = (error: unknown) => {
  throw error;
};

function unwatched(runtime: Runtime, folders: readonly string[] = [ROOT], log: (error: unknown) => void = rethrow): Workspace {
  const workspace = new Workspace(bundled, runtime, log);
  workspace.setFolders(folders);
  return workspace;
}

function workspaceOf(...args: Parameters<typeof unwatched>): Workspace {
  const workspace = unwatched(...args);
  workspace.watched();
  return workspace;
}

const files = (workspace: Workspace, { language = "ja", today = AS_OF, open = [] }: RequestOptions = {}, token = NEVER) =>
  workspace.files({ today, language, capabilities: EVERYTHING }, open, token);

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const all = (workspace: Workspace, options?: RequestOptions) => collect(files(workspace, options));

const summary = (found: readonly ProfileFile[]) =>
  found.map(({ uri, diagnostics }) => [decodeURIComponent(uri.slice(ROOT.length + 1)), ...diagnostics.map(({ code }) => code)]);

function openDocument(uri: string, text: string, version = 1): OpenDocument {
  // an open document has an analysis of its own
  const view = { ...viewOf(text, { uri }), analysis: analyzeText(text) };
  const evidenceKeys = keysBeside(uri, view.analysis.evidenceFiles);
  return { uri, evidenceKeys, snapshot: async () => ({ view, version, resultId: `open-${version}` }) };
}

describe("the profiles of a workspace", () => {
  it("are evaluated without being opened", async () => {
    const runtime = new FakeRuntime({
      "a.vendor.yaml": profileOf("電子申請"),
      "部/b.vendor.yml": profileOf("図書館予約", "日本"),
      "部/vendor-profile.yaml": profileOf("防災メール", "Japan"),
      "other.yaml": profileOf("ほか"),
    });
    assert.deepEqual(summary(await all(workspaceOf(runtime))), [
      ["a.vendor.yaml"],
      ["部/b.vendor.yml", "schema.country"],
      ["部/vendor-profile.yaml", "schema.country"],
    ]);
  });

  it("are searched for on demand, and read once", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    assert.equal(runtime.searched.length, 0);
    const first = await all(workspace);
    const again = await all(workspace);
    assert.deepEqual([runtime.searched.length, runtime.read.length], [1, 2]);
    for (const [index, file] of again.entries()) assert.equal(file, first[index]);
  });

  it("are read once for concurrent requests", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    const [one, two] = await Promise.all([all(workspace), all(workspace)]);
    assert.deepEqual(summary(one), summary(two));
    assert.deepEqual([runtime.searched.length, runtime.read.length], [1, 2]);
  });

  it("are read again after a change", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    const [before] = await all(workspace);
    runtime.write("a.vendor.yaml", profileOf("甲", "英国"));
    assert.deepEqual(summary(await all(workspace))[0], ["a.vendor.yaml"], "not reported yet");
    assert.equal(workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Changed, []), true);
    const after = await all(workspace);
    assert.deepEqual(summary(after)[0], ["a.vendor.yaml", "schema.country"]);
    assert.notEqual(after[0]?.resultId, before?.resultId);
    assert.equal(runtime.read.length, 3);
  });

  it("keep their result when they are saved without a change", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const workspace = workspaceOf(runtime);
    const [before] = await all(workspace);
    workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Changed, []);
    assert.equal((await all(workspace))[0], before);
    assert.equal(runtime.read.length, 2);
  });

  it("are read again if they change during the reading", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const workspace = workspaceOf(runtime);
    const request = all(workspace);
    while (runtime.read.length === 0) await new Promise((resolve) => setImmediate(resolve));
    workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Changed, []);
    await request;
    runtime.write("a.vendor.yaml", profileOf("甲", "日本"));
    assert.deepEqual(summary(await all(workspace)), [["a.vendor.yaml", "schema.country"]]);
  });

  it("come and go with file events", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    runtime.write("b.vendor.yaml", profileOf("乙"));
    assert.equal(workspace.changed(uriOf("b.vendor.yaml"), FileChangeType.Created, []), true);
    assert.deepEqual(summary(await all(workspace)), [["a.vendor.yaml"], ["b.vendor.yaml"]]);
    runtime.files.delete(uriOf("a.vendor.yaml"));
    assert.equal(workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Deleted, []), true);
    assert.deepEqual(summary(await all(workspace)), [["b.vendor.yaml"]]);
    runtime.write("a.vendor.yaml", profileOf("丙", "日本"));
    workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Created, []);
    assert.deepEqual(summary(await all(workspace)), [["a.vendor.yaml", "schema.country"], ["b.vendor.yaml"]]);
  });

  it("disappear with their folder", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "部/b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    runtime.files.delete(uriOf("部/b.vendor.yaml"));
    assert.equal(workspace.changed(uriOf("部"), FileChangeType.Deleted, []), true);
    assert.deepEqual(summary(await all(workspace)), [["a.vendor.yaml"]]);
    assert.equal(workspace.changed(uriOf("課"), FileChangeType.Deleted, []), false);
  });

  it("are searched for again when .gitignore changes", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    assert.equal(workspace.changed(uriOf(".gitignore"), FileChangeType.Changed, []), true);
    await all(workspace);
    assert.deepEqual([runtime.searched.length, runtime.read.length], [2, 1]);
  });

  it("appear with a folder, though the client reports only the folder", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    runtime.write("部/b.vendor.yaml", profileOf("乙"));
    runtime.write("規約.pdf", { unread: "binary" });
    for (const name of ["部", "規約.pdf"]) workspace.changed(uriOf(name), FileChangeType.Created, []);
    const [one, two] = await Promise.all([all(workspace), all(workspace)]);
    assert.deepEqual([one, two].map(summary), Array(2).fill([["a.vendor.yaml"], ["部/b.vendor.yaml"]]));
    assert.deepEqual(runtime.searched, [ROOT, uriOf("部"), uriOf("規約.pdf"), ROOT]);
    workspace.changed(uriOf("規約.pdf"), FileChangeType.Created, []);
    workspace.changed("file:///elsewhere/a", FileChangeType.Created, []);
    await all(workspace);
    assert.deepEqual(runtime.searched.slice(4), [uriOf("規約.pdf")], "not a folder, so nothing more to search");
    // Moved away and back.
    workspace.changed(uriOf("部"), FileChangeType.Deleted, []);
    assert.equal(workspace.changed(uriOf("部"), FileChangeType.Created, []), true);
    assert.equal((await all(workspace)).length, 2);
  });

  it("are searched for once after many files were created", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    for (let index = 0; index < 1000; index++) workspace.changed(uriOf(`生成/${index}`), FileChangeType.Created, []);
    await all(workspace);
    assert.deepEqual(runtime.searched, [ROOT, ROOT]);
  });

  it("are searched for again after a failed search, which is logged", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const logged: unknown[] = [];
    const workspace = workspaceOf(runtime, [ROOT], (error) => logged.push(error));
    const failure = new Error("no more handles");
    runtime.failure = failure;
    const [one, two] = await Promise.all([all(workspace), all(workspace)]);
    assert.deepEqual([one, two, logged], [[], [], [failure]]);
    assert.equal((await all(workspace)).length, 1);
    runtime.failure = failure;
    workspace.changed(uriOf("部"), FileChangeType.Created, []);
    await all(workspace);
    assert.equal(logged.length, 2);
    assert.equal((await all(workspace)).length, 1);
  });

  it("are read again once the client starts to report changes", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    const workspace = unwatched(runtime);
    await all(workspace);
    runtime.write("a.vendor.yaml", profileOf("甲", "日本"));
    runtime.write("b.vendor.yaml", profileOf("乙"));
    workspace.watched();
    for (let times = 0; times < 2; times++) {
      assert.deepEqual(summary(await all(workspace)), [["a.vendor.yaml", "schema.country"], ["b.vendor.yaml"]]);
    }
    assert.equal(runtime.searched.length, 2);
  });

  it("are recognized by any spelling of their URI", async () => {
    const runtime = new FakeRuntime({ "a (1).vendor.yaml": profileOf("甲") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    const spelt = decodeURIComponent(uriOf("a (1).vendor.yaml")).replace("(", "%28");
    assert.equal(workspace.changed(spelt, FileChangeType.Changed, []), true);
    const open = [openDocument(spelt, profileOf("乙"), 7)];
    assert.deepEqual(
      (await all(workspace, { open })).map(({ uri, version }) => [uri, version]),
      [[spelt, 7]],
    );
    assert.equal(keyOf("file:///C%3A/a.vendor.yaml"), keyOf("file:///c:/a.vendor.yaml"));
    assert.equal(keyOf("file:///%E0%A4"), "file:///%E0%A4");
  });

  it("follow the workspace's folders, and come once each", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "部/b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime, [ROOT, `${ROOT}/${encodeURIComponent("部")}`]);
    assert.equal((await all(workspace)).length, 2);
    workspace.setFolders([`${ROOT}/${encodeURIComponent("部")}`]);
    assert.deepEqual(summary(await all(workspace)), [["部/b.vendor.yaml"]]);
    workspace.setFolders([]);
    assert.deepEqual(await all(workspace), []);
    assert.deepEqual([runtime.searched.length, runtime.read.length], [2, 2]);
  });

  it("are read for each request if the client reports no changes, and keep their result if unchanged", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "b.vendor.yaml": profileOf("乙") });
    const workspace = unwatched(runtime);
    const before = await all(workspace);
    runtime.write("b.vendor.yaml", profileOf("乙", "日本"));
    runtime.write("c.vendor.yaml", profileOf("丙"));
    const after = await all(workspace);
    assert.deepEqual(summary(after), [["a.vendor.yaml"], ["b.vendor.yaml", "schema.country"], ["c.vendor.yaml"]]);
    assert.equal(after[0], before[0]);
  });

  it("are evaluated on the requested date and described in the requested language", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲", "日本") });
    const workspace = workspaceOf(runtime);
    const [ja] = await all(workspace);
    const [en] = await all(workspace, { language: "en" });
    assert.match(String(ja?.diagnostics[0]?.message), /準拠法/);
    assert.match(String(en?.diagnostics[0]?.message), /Governing law/);
    const [tomorrow] = await all(workspace, { language: "en", today: "2026-11-23" });
    assert.equal(new Set([ja, en, tomorrow].map((file) => file?.resultId)).size, 3);
  });

  it("have a diagnostic that says why they cannot be read", async () => {
    const runtime = new FakeRuntime({
      "a.vendor.yaml": { unread: "encoding", encoding: "Shift_JIS" },
      "b.vendor.yaml": { unread: "tooLarge" },
      "c.vendor.yaml": { unread: "binary" },
      "d.vendor.yaml": { unread: "unreadable", code: "EACCES" },
      "e.vendor.yaml": { unread: "encoding", encoding: null },
    });
    const workspace = workspaceOf(runtime);
    for (const [language, words] of [
      ["ja", [/Shift_JISと思われる/, /10 MiB/, /文字だけ/, /EACCES/, /UTF-8ではない/]],
      ["en", [/seems to be Shift_JIS/, /10 MiB/, /text file/, /EACCES/, /^Not in UTF-8/]],
    ] as const) {
      const found = await all(workspace, { language });
      for (const [index, { diagnostics, symbols, version }] of found.entries()) {
        assert.equal(diagnostics.length, 1);
        assert.match(String(diagnostics[0]?.message), words[index] as RegExp);
        assert.deepEqual([diagnostics[0]?.code, symbols.length, version], ["file.unread", 0, null]);
      }
    }
    runtime.write("a.vendor.yaml", profileOf("甲"));
    workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Changed, []);
    assert.deepEqual(summary(await all(workspace))[0], ["a.vendor.yaml"]);
  });

  it("may be in unreadable folders, which are reported", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲") });
    runtime.unread = [{ kind: "folder", uri: uriOf("秘"), code: "EACCES" }];
    const workspace = workspaceOf(runtime);
    for (const [language, words] of [
      ["ja", /フォルダーを開けない.*EACCES/],
      ["en", /folder cannot be opened.*EACCES/],
    ] as const) {
      const [folder, ...rest] = await all(workspace, { language });
      assert.deepEqual(
        [folder?.uri, folder?.diagnostics[0]?.code, folder?.entries[0]?.verdict],
        [uriOf("秘"), "file.unread", "unread"],
      );
      assert.match(String(folder?.diagnostics[0]?.message), words);
      assert.deepEqual(summary(rest), [["a.vendor.yaml"]]);
    }
    runtime.unread = [];
    workspace.changed(uriOf("秘/b.vendor.yaml"), FileChangeType.Created, []);
    assert.deepEqual(summary(await all(workspace)), [["a.vendor.yaml"]]);
  });

  it("depend on their evidence files, which are looked up again when files come or go", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": WITH_EVIDENCE, "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    const [before] = await all(workspace);
    assert.deepEqual(summary([before as ProfileFile]), [["a.vendor.yaml", "evidence.file"]]);
    runtime.write("根拠/規約.pdf", { unread: "binary" });
    assert.equal(workspace.changed(uriOf("根拠/規約.pdf"), FileChangeType.Changed, []), false);
    assert.equal(workspace.changed(uriOf("根拠/規約.pdf"), FileChangeType.Created, []), true);
    const [after] = await all(workspace);
    assert.deepEqual(summary([after as ProfileFile]), [["a.vendor.yaml"]]);
    assert.notEqual(before?.resultId, after?.resultId);
    assert.equal(runtime.read.filter((uri) => uri === uriOf("b.vendor.yaml")).length, 1);
    runtime.files.delete(uriOf("根拠/規約.pdf"));
    workspace.changed(uriOf("根拠"), FileChangeType.Deleted, []);
    assert.equal((await all(workspace))[0]?.resultId, before?.resultId);
  });

  it("are affected by files that come and go at the paths of their evidence, and by no others", async () => {
    const runtime = new FakeRuntime({ "部/a.vendor.yaml": WITH_EVIDENCE, "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    for (const type of [FileChangeType.Created, FileChangeType.Deleted] as const) {
      for (const name of ["ほか.pdf", "部/規約.pdf", "根拠/規約.pdf", "部/根拠/規約.pdf.bak", "部/根", "部/根拠/規約.pdf/内"]) {
        assert.equal(workspace.changed(uriOf(name), type, []), false, name);
      }
    }
    await all(workspace);
    assert.equal(runtime.read.length, 2);
    for (const name of ["部/根拠/規約.pdf", "部/根拠", "部"]) {
      assert.equal(workspace.changed(uriOf(name), FileChangeType.Created, []), true, name);
    }
    const spelt = decodeURIComponent(uriOf("部/根拠/規約.pdf"));
    assert.equal(workspace.changed(spelt, FileChangeType.Deleted, []), true);
    await all(workspace);
    assert.deepEqual(runtime.read.slice(2), [uriOf("部/a.vendor.yaml")]);
  });

  it("are affected by evidence that appears during the lookup", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": WITH_EVIDENCE });
    const affected: boolean[] = [];
    const coming: Runtime = {
      ...runtime,
      today: runtime.today,
      missingFiles: async (uri, names) => {
        const missing = await runtime.missingFiles(uri, names);
        runtime.write("根拠/規約.pdf", { unread: "binary" });
        affected.push(workspace.changed(uriOf("根拠/規約.pdf"), FileChangeType.Created, []));
        return missing;
      },
    };
    const workspace = workspaceOf(coming);
    await all(workspace);
    assert.deepEqual(affected, [true]);
    assert.deepEqual(summary(await all(workspace)), [["a.vendor.yaml"]]);
  });

  it("are affected, while open, by the evidence that their current text names", async () => {
    const workspace = workspaceOf(new FakeRuntime({ "a.vendor.yaml": profileOf("甲") }));
    const open = [openDocument(uriOf("a.vendor.yaml"), WITH_EVIDENCE)];
    const changed = (name: string, type: FileChangeType) => workspace.changed(uriOf(name), type, open);
    // Even before the first request.
    assert.equal(changed("根拠/規約.pdf", FileChangeType.Created), true);
    await all(workspace, { open });
    assert.equal(changed("根拠/規約.pdf", FileChangeType.Created), true);
    assert.equal(changed("根拠/規約.pdf", FileChangeType.Changed), false);
    assert.equal(changed("根拠", FileChangeType.Deleted), true);
    assert.equal(changed("ほか.pdf", FileChangeType.Created), false);
  });

  it("are not affected by being saved while open, and are read again once closed", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    await all(workspace);
    const open = [openDocument(uriOf("a.vendor.yaml"), profileOf("甲", "日本")), openDocument(uriOf("c.vendor.yaml"), "")];
    runtime.write("a.vendor.yaml", profileOf("甲", "日本"));
    assert.equal(workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Changed, open), false);
    assert.equal(workspace.changed(uriOf("b.vendor.yaml"), FileChangeType.Changed, open), true);
    runtime.write("c.vendor.yaml", profileOf("丙"));
    assert.equal(workspace.changed(uriOf("c.vendor.yaml"), FileChangeType.Created, open), false);
    const closed = await all(workspace);
    assert.deepEqual(summary(closed), [["a.vendor.yaml", "schema.country"], ["b.vendor.yaml"], ["c.vendor.yaml"]]);
  });

  it("do not include the other side of a diff, which has a scheme of its own", async () => {
    const open = ["file:///a.vendor.yaml", "git:/a.vendor.yaml?HEAD", "untitled:1", "vscode-vfs://github/a.vendor.yaml"].map(
      (uri) => openDocument(uri, profileOf("甲")),
    );
    for (const [folders, expected] of [
      [[ROOT], [0, 2]],
      [[], [0, 2]],
      [["vscode-vfs://github/b"], [2, 3]],
      [
        [ROOT, "vscode-vfs://github/b"],
        [0, 2, 3],
      ],
    ] as const) {
      const workspace = workspaceOf(new FakeRuntime(), folders);
      for (const found of [await all(workspace, { open }), await collect(workspace.openFiles(open, NEVER))]) {
        assert.deepEqual(
          found.map(({ uri }) => uri),
          expected.map((index) => open[index]?.uri),
        );
      }
    }
  });

  it("count with their current text while open, wherever they are", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲", "日本"), "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    const open = [openDocument(uriOf("a.vendor.yaml"), profileOf("丙"), 3), openDocument("untitled:1", profileOf("丁"))];
    const found = await all(workspace, { open });
    assert.deepEqual(
      found.map(({ version, symbols }) => [version, symbols[1]?.name]),
      [
        [3, "丙"],
        [1, "丁"],
        [null, "乙"],
      ],
    );
    assert.equal((await all(workspace, { open }))[0], found[0]);
    const closed = await all(workspace);
    assert.deepEqual(summary(closed), [["a.vendor.yaml", "schema.country"], ["b.vendor.yaml"]]);
  });

  it("count as on the disk if they are closed during the request", async () => {
    const workspace = workspaceOf(new FakeRuntime({ "a.vendor.yaml": profileOf("甲") }));
    const open = [{ uri: uriOf("a.vendor.yaml"), evidenceKeys: [], snapshot: async () => undefined }];
    assert.deepEqual(
      (await all(workspace, { open })).map(({ version, symbols }) => [version, symbols[1]?.name]),
      [[null, "甲"]],
    );
  });

  it("may be a thousand: the server handles messages between any two of them", async () => {
    const runtime = new FakeRuntime();
    for (let index = 0; index < 1000; index++) runtime.write(`課${index}/a.vendor.yaml`, profileOf(`業務${index}`));
    const workspace = workspaceOf(runtime);
    assert.equal((await all(workspace)).length, 1000);
    assert.ok(runtime.settlings >= 1000);
    workspace.changed(uriOf("課500/a.vendor.yaml"), FileChangeType.Changed, []);
    await all(workspace);
    assert.equal(runtime.read.length, 1001);
    assert.equal(runtime.settlings, 1001);
  });

  it("that are open are not evaluated after the request is cancelled", async () => {
    const workspace = workspaceOf(new FakeRuntime());
    const token = { isCancellationRequested: false };
    const documents = ["untitled:1", "untitled:2"].map((uri) => openDocument(uri, profileOf("甲")));
    const seen: string[] = [];
    const open = documents.map(({ snapshot, ...document }) => ({
      ...document,
      snapshot: async () => {
        seen.push(document.uri);
        token.isCancellationRequested = true;
        return snapshot();
      },
    }));
    await assert.rejects(collect(workspace.openFiles(open, token)), { code: LSPErrorCodes.RequestCancelled });
    assert.deepEqual(seen, ["untitled:1"]);
  });

  it("are not read after the request is cancelled, and the next request continues from there", async () => {
    const runtime = new FakeRuntime();
    for (let index = 0; index < 100; index++) runtime.write(`課${index}/a.vendor.yaml`, profileOf(`業務${index}`));
    const workspace = workspaceOf(runtime);
    const token = { isCancellationRequested: false };
    runtime.onSettled = () => {
      token.isCancellationRequested = runtime.settlings >= 10;
    };
    await assert.rejects(collect(files(workspace, {}, token)), (error) => {
      assert.ok(error instanceof ResponseError);
      return error.code === LSPErrorCodes.RequestCancelled;
    });
    assert.equal(runtime.read.length, 9);
    runtime.onSettled = () => {};
    assert.equal((await all(workspace)).length, 100);
    assert.equal(runtime.read.length, 100);
  });
});

describe("the profiles on a disk", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "台帳 #1 "));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };

  it("are found by their names, with the client's spelling of the folder", async () => {
    for (const path of ["a.vendor.yaml", "部 (1)/b.vendor.yml", "部 (1)/vendor-profile.yaml", "vendor-profile.yml"])
      write(path, "");
    for (const path of ["vendor.yaml", "a.yaml", "node_modules/a/a.vendor.yaml", "外/c.vendor.yaml"]) write(path, "");
    write(".gitignore", "外\n");
    const uri = pathToFileURL(folder).href;
    for (const root of [uri, `${uri}/`]) {
      const { uris: found } = await runtime.findProfiles(root);
      assert.deepEqual(
        found.map((address) => decodeURIComponent(address.slice(uri.length + 1))),
        ["a.vendor.yaml", "vendor-profile.yml", "部 (1)/b.vendor.yml", "部 (1)/vendor-profile.yaml"],
      );
      for (const address of found) {
        assert.ok(address.startsWith(`${uri}/`) && isProfile(keyOf(address)));
        assert.deepEqual(await runtime.readProfile(address), { text: "" });
      }
    }
  });

  (process.platform === "win32" ? it.skip : it)("are found next to unreadable folders, which are reported", async () => {
    write("a.vendor.yaml", "");
    write("部 (1)/秘/b.vendor.yaml", "");
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "部 (1)/秘"), 0);
    const uri = pathToFileURL(folder).href;
    // Permissions do not apply to root, so the test acts as another user.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      assert.deepEqual(await runtime.findProfiles(uri), {
        uris: [`${uri}/a.vendor.yaml`],
        unread: [{ kind: "folder", uri: `${uri}/${encodeURIComponent("部 (1)")}/${encodeURIComponent("秘")}`, code: "EACCES" }],
      });
      const inside = await runtime.findProfiles(`${uri}/${encodeURI("部 (1)/秘")}`);
      assert.deepEqual(inside, {
        uris: [],
        unread: [{ kind: "folder", uri: `${uri}/${encodeURI("部 (1)/秘")}`, code: "EACCES" }],
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(join(folder, "部 (1)/秘"), 0o755);
    }
  });

  it("are found next to a .gitignore that is too large, which is reported, above the folder too", async () => {
    write(".git/HEAD", "");
    write(".gitignore", "#".repeat(200_000));
    write("部/a.vendor.yaml", "");
    const uri = pathToFileURL(folder).href;
    const unread = [{ kind: "gitignore" as const, uri: `${uri}/.gitignore`, code: undefined }];
    const below = `${uri}/${encodeURIComponent("部")}`;
    for (const root of [uri, below]) {
      assert.deepEqual(await runtime.findProfiles(root), { uris: [`${below}/a.vendor.yaml`], unread });
    }
    const fake = new FakeRuntime();
    fake.unread = unread;
    for (const [language, words] of [
      ["ja", /大きすぎるため、除外に使っていない/],
      ["en", /excludes nothing/],
    ] as const) {
      const [file] = await all(workspaceOf(fake), { language });
      assert.match(String(file?.diagnostics[0]?.message), words);
    }
  });

  it("are not found if there is no folder", async () => {
    write("a.vendor.yaml", "");
    const uri = pathToFileURL(folder).href;
    for (const root of [`${uri}/none`, `${uri}/a.vendor.yaml`, "vscode-vfs://github/a", "file:///%2F"]) {
      assert.deepEqual(await runtime.findProfiles(root), { uris: [], unread: [] });
    }
  });

  it("have evidence beside them, in either Unicode form on the disk and in the profile", async () => {
    const [composed, decomposed] = ["根拠/データ.pdf".normalize("NFC"), "根拠/データ.pdf".normalize("NFD")];
    assert.notEqual(composed, decomposed);
    for (const stored of [composed, decomposed]) {
      write(stored, "");
      const missing = await missingBeside(join(folder, "a.vendor.yaml"), [composed, decomposed, "根拠/テータ.pdf"]);
      assert.deepEqual([...missing], ["根拠/テータ.pdf"]);
      rmSync(join(folder, stored));
    }
    const keys = keysBeside("file:///a/b.vendor.yaml", [composed]);
    for (const name of [composed, decomposed]) assert.ok(keys.includes(keyOf(`file:///a/${encodeURI(name)}`)));
  });

  it("are two if their names differ only in the Unicode form and the disk distinguishes them", async () => {
    const names = ["ガ.vendor.yaml".normalize("NFC"), "ガ.vendor.yaml".normalize("NFD")];
    for (const name of names) write(name, name);
    const { uris } = await runtime.findProfiles(pathToFileURL(folder).href);
    const there = readdirSync(folder).sort();
    assert.deepEqual(
      uris.map((uri) => basename(fileURLToPath(uri))),
      there,
    );
    assert.equal(new Set(uris.map(keyOf)).size, there.length);
  });

  it("have evidence beside them, but not on a named drive", async () => {
    for (const name of ["a.pdf", "C:x", "c:.pdf"]) write(name, "");
    const files = ["a.pdf", "./a.pdf", "b.pdf", "C:x", "c:.pdf", "/etc", "C:\\a.pdf"];
    const missing = await missingBeside(join(folder, "a.vendor.yaml"), files);
    assert.deepEqual([...missing], files.slice(2));
  });

  it("are read as UTF-8, or the result says why not", async () => {
    const read = async (content: string | Uint8Array) => {
      write("a.vendor.yaml", content);
      return runtime.readProfile(pathToFileURL(join(folder, "a.vendor.yaml")).href);
    };
    assert.deepEqual(await read("\ufeffprofile: 1\n"), { text: "profile: 1\n" });
    assert.deepEqual(await read(Uint8Array.of(0x93, 0xfa, 0x96, 0x7b, 0x83, 0x41)), {
      unread: "encoding",
      encoding: "Shift_JIS",
    });
    assert.deepEqual(await read(Uint8Array.of(0x61, 0, 0x62)), { unread: "binary" });
    assert.deepEqual(await read(Buffer.alloc(10 * 1024 * 1024 + 1, 0x61)), { unread: "tooLarge" });
    const uri = pathToFileURL(folder).href;
    assert.deepEqual(await runtime.readProfile(`${uri}/none.vendor.yaml`), { unread: "missing" });
    assert.deepEqual(await runtime.readProfile(uri), { unread: "unreadable", code: "EISDIR" });
    assert.deepEqual(await runtime.readProfile("untitled:1"), { unread: "missing" });
  });
});

describe("the reports of a workspace's diagnostics", () => {
  const ids = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
    items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

  it("are full at first, then unchanged except for files that changed", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "b.vendor.yaml": profileOf("乙", "日本") });
    const workspace = workspaceOf(runtime);
    const first = await workspaceDiagnostics(files(workspace), []);
    assert.deepEqual(
      first.map((item) => [item.kind, item.version, item.kind === "full" && item.items.length]),
      [
        ["full", null, 0],
        ["full", null, 1],
      ],
    );
    const second = await workspaceDiagnostics(files(workspace), ids(first));
    assert.deepEqual(
      second.map(({ kind, resultId }) => [kind, resultId]),
      first.map(({ resultId }) => ["unchanged", resultId]),
    );
    runtime.write("a.vendor.yaml", profileOf("甲", "英国"));
    workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Changed, []);
    const third = await workspaceDiagnostics(files(workspace), ids(second));
    assert.deepEqual(
      third.map(({ kind }) => kind),
      ["full", "unchanged"],
    );
  });

  it("have the version of an open document", async () => {
    const workspace = workspaceOf(new FakeRuntime({ "a.vendor.yaml": profileOf("甲") }));
    const open = [openDocument(uriOf("a.vendor.yaml"), profileOf("甲", "日本"), 5)];
    const [item] = await workspaceDiagnostics(files(workspace, { open }), []);
    assert.deepEqual([item?.kind, item?.version, item?.resultId], ["full", 5, "open-5"]);
    const [same] = await workspaceDiagnostics(files(workspace, { open }), [{ uri: uriOf("a.vendor.yaml"), value: "open-5" }]);
    assert.deepEqual([same?.kind, same?.version], ["unchanged", 5]);
    // Closed without being saved: the text on the disk counts again.
    const [closed] = await workspaceDiagnostics(files(workspace), [{ uri: uriOf("a.vendor.yaml"), value: "open-5" }]);
    assert.deepEqual([closed?.kind, closed?.version, closed?.kind === "full" && closed.items], ["full", null, []]);
  });

  it("are empty, once, for a file that is gone", async () => {
    const runtime = new FakeRuntime({ "a.vendor.yaml": profileOf("甲", "日本"), "b.vendor.yaml": profileOf("乙") });
    const workspace = workspaceOf(runtime);
    const first = await workspaceDiagnostics(files(workspace), []);
    runtime.files.delete(uriOf("a.vendor.yaml"));
    workspace.changed(uriOf("a.vendor.yaml"), FileChangeType.Deleted, []);
    const second = await workspaceDiagnostics(files(workspace), ids(first));
    assert.deepEqual(second[1], { kind: "full", uri: uriOf("a.vendor.yaml"), version: null, items: [] });
    assert.equal(second[0]?.kind, "unchanged");
    assert.equal((await workspaceDiagnostics(files(workspace), ids(second))).length, 1);
  });

  it("cover only the open documents if the client wants that, and clear the others", async () => {
    const workspace = workspaceOf(
      new FakeRuntime({ "a.vendor.yaml": profileOf("甲"), "b.vendor.yaml": profileOf("乙", "日本") }),
    );
    const open = [openDocument(uriOf("a.vendor.yaml"), profileOf("甲", "日本"))];
    const before = ids(await workspaceDiagnostics(files(workspace, { open }), []));
    const items = await workspaceDiagnostics(workspace.openFiles(open, NEVER), before);
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind, item.version]),
      [
        [uriOf("a.vendor.yaml"), "unchanged", 1],
        [uriOf("b.vendor.yaml"), "full", null],
      ],
    );
  });

  it("use the client's spelling of a URI", async () => {
    const workspace = workspaceOf(new FakeRuntime({ "a(1).vendor.yaml": profileOf("甲") }));
    const uri = uriOf("a(1).vendor.yaml").replace("(", "%28");
    const items = await workspaceDiagnostics(files(workspace), [{ uri, value: "older" }]);
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind]),
      [[uri, "full"]],
    );
  });

  it("are sent in batches to a client that accepts partial results", async () => {
    const runtime = new FakeRuntime();
    for (let index = 0; index < 120; index++) runtime.write(`課${index}/a.vendor.yaml`, profileOf(`業務${index}`));
    const portions: number[] = [];
    const send = (items: readonly unknown[]) => portions.push(items.length);
    const workspace = workspaceOf(runtime);
    assert.deepEqual(await workspaceDiagnostics(files(workspace), [], send), []);
    assert.deepEqual(portions, [50, 50, 20]);
    assert.deepEqual(await workspaceDiagnostics(files(workspaceOf(new FakeRuntime())), [], send), []);
    assert.equal(portions.length, 3, "nothing is sent where there is nothing");
  });
});
