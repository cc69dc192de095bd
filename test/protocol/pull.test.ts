import { strict as assert } from "node:assert";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource, type Diagnostic, type DocumentDiagnosticReport } from "vscode-languageserver-protocol/node";
import { folderOf, removeFolders } from "../cli/run.ts";
import { examples } from "../support/analyze.ts";
import { Client, killServers, PULL } from "./client.ts";

const URI = "file:///profile.vendor.yaml";
const TEXT = `profile: 1
vendor:
  name: 甲
service:
  name: 乙
information:
  classification: III
contract:
  governingLaw: XX
`;

const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code);

function fullId(report: DocumentDiagnosticReport): string {
  assert.equal(report.kind, "full");
  assert.ok(report.resultId);
  return report.resultId;
}

describe("Pull diagnostics", () => {
  afterEach(async () => {
    await killServers();
    removeFolders();
  });

  it("are full at first, unchanged for the previous result, and full again after an edit", async () => {
    const client = await Client.start({ capabilities: PULL });
    client.open(URI, TEXT);
    const first = await client.pull(URI);
    const id = fullId(first);
    assert.deepEqual(await client.pull(URI, id), { kind: "unchanged", resultId: id });
    assert.deepEqual(await client.pull(URI), first);
    assert.equal((await client.pull(URI, "a result of another life")).kind, "full");

    client.change(URI, 2, { range: { start: { line: 8, character: 16 }, end: { line: 8, character: 18 } }, text: "JP" });
    const second = await client.pull(URI, id);
    assert.notEqual(fullId(second), id);
    assert.deepEqual(second.kind === "full" && second.items, []);
  });

  it("are never unchanged across two servers", async () => {
    const [one, other] = await Promise.all([Client.start({ capabilities: PULL }), Client.start({ capabilities: PULL })]);
    for (const client of [one, other]) client.open(URI, TEXT);
    assert.notEqual(fullId(await one.pull(URI)), fullId(await other.pull(URI)));
  });

  it("are empty for a document that is not open, and after it is closed", async () => {
    const client = await Client.start({ capabilities: PULL });
    assert.deepEqual(await client.items(URI), []);
    client.open(URI, TEXT);
    assert.equal((await client.items(URI)).length, 1);
    client.close(URI);
    assert.deepEqual(await client.items(URI), []);
    client.open(URI, "profile: 1\n");
    assert.ok(codes(await client.items(URI)).includes("schema.required"));
  });

  it("report a file that is opened in the wrong encoding, until it is opened in the right one", async () => {
    const folder = folderOf({ "a.vendor.yaml": Buffer.from(TEXT.replace("甲", "\x8db").replace("乙", "\x89\xb3"), "latin1") });
    const uri = pathToFileURL(join(folder, "a.vendor.yaml")).href;
    const client = await Client.start({ capabilities: PULL });
    // As an editor shows the file when it assumes UTF-8.
    client.open(uri, TEXT.replace("甲", "\ufffdb"));
    const first = await client.pull(uri);
    const id = fullId(first);
    assert.ok(first.kind === "full");
    assert.deepEqual(codes(first.items), ["file.unread", "schema.country"]);
    assert.deepEqual(first.items[0]?.range, { start: { line: 2, character: 8 }, end: { line: 2, character: 9 } });
    assert.match(String(first.items[0]?.message), /Shift_JISと思われる/);
    client.change(uri, 2, { text: TEXT });
    const second = await client.pull(uri, id);
    assert.deepEqual(second.kind === "full" && codes(second.items), ["schema.country"]);
    // A UTF-8 file may contain replacement characters.
    writeFileSync(join(folder, "a.vendor.yaml"), TEXT);
    client.change(uri, 3, { text: TEXT.replace("甲", "\ufffd") });
    assert.deepEqual(codes(await client.items(uri)), ["schema.country"]);
  });

  it("belong to their own document", async () => {
    const client = await Client.start({ capabilities: PULL });
    const all = examples();
    for (const { name, text } of all) client.open(`file:///${name}.vendor.yaml`, text);
    const together = await Promise.all(all.map(({ name }) => client.items(`file:///${name}.vendor.yaml`)));
    for (const [index, { name }] of all.entries()) {
      assert.deepEqual(await client.items(`file:///${name}.vendor.yaml`), together[index], name);
    }
  });

  it("are never also published", async () => {
    const client = await Client.start({ capabilities: { ...PULL, textDocument: { diagnostic: {}, publishDiagnostics: {} } } });
    client.open(URI, TEXT);
    await client.items(URI);
    client.change(URI, 2, { text: "" });
    await client.items(URI);
    client.close(URI);
    await client.stop();
    assert.deepEqual(client.published.all, []);
  });

  it("are pulled again when settings change, and are then in the new language", async () => {
    const client = await Client.start({
      capabilities: { ...PULL, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
      configuration: { vendorProfile: { language: "ja" } },
    });
    client.open(URI, TEXT);
    const japanese = await client.pull(URI);
    const id = fullId(japanese);
    const before = client.refreshes.all.length;
    client.configuration = { vendorProfile: { language: "en" } };
    client.changeSettings(null);
    await client.refreshes.first(() => client.refreshes.all.length > before);
    const english = await client.pull(URI, id);
    assert.notEqual(fullId(english), id);
    assert.ok(japanese.kind === "full" && /\p{Script=Hiragana}/u.test(String(japanese.items[0]?.message)));
    assert.ok(english.kind === "full" && /^[\x20-\x7e“”]+$/m.test(String(english.items[0]?.message)));
  });

  it("follow the client's settings from the start, however late it sends them", async () => {
    let sendSettings: (settings: unknown[]) => void = () => {};
    const settings = new Promise<unknown[]>((resolve) => {
      sendSettings = resolve;
    });
    const client = await Client.start({
      capabilities: { ...PULL, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
      answers: { "workspace/configuration": () => settings },
    });
    client.open(URI, TEXT);
    const first = client.items(URI);
    // The answers to other requests show that the server had time for this one.
    const pass = async () => {
      for (let round = 0; round < 5; round++) await client.page("vendor-profile:/none");
    };
    await pass();
    sendSettings([{ language: "en" }]);
    await pass();
    const isJapanese = (items: readonly Diagnostic[]) => /\p{Script=Hiragana}/u.test(String(items[0]?.message));
    assert.ok(!isJapanese(await first) || client.refreshes.all.length > 0, "in the wrong language, and not asked for again");
    assert.ok(!isJapanese(await client.items(URI)));
  });

  it("answer RequestCancelled, without an analysis, if they are cancelled before work begins", async () => {
    const client = await Client.start({ capabilities: PULL, initializationOptions: { verdict: true } });
    client.open(URI, TEXT);
    await client.items(URI);
    const source = new CancellationTokenSource();
    let stale: Promise<unknown> = Promise.resolve();
    client.together(() => {
      client.change(URI, 2, { text: `${TEXT}# 2\n` });
      stale = client.pull(URI, undefined, source.token);
      source.cancel();
      client.change(URI, 3, { text: `${TEXT}# 3\n` });
    });
    await assert.rejects(stale, { code: -32800 });
    await client.items(URI);
    // The server sends a verdict after each analysis.
    assert.deepEqual(
      client.verdicts.all.map(({ version }) => version),
      [1, 3],
    );
  });

  it("analyse once in a burst of edits that each cancel the last request", async () => {
    const client = await Client.start({ capabilities: PULL, initializationOptions: { verdict: true } });
    client.open(URI, TEXT);
    const pulls: Promise<DocumentDiagnosticReport>[] = [];
    client.together(() => {
      let previous = new CancellationTokenSource();
      for (let version = 2; version <= 101; version++) {
        previous.cancel();
        previous = new CancellationTokenSource();
        client.change(URI, version, { text: `${TEXT}# ${version}\n` });
        pulls.push(client.pull(URI, undefined, previous.token));
      }
    });
    const results = await Promise.allSettled(pulls);
    assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal(results.at(-1)?.status, "fulfilled");
    assert.deepEqual(
      client.verdicts.all.map(({ version }) => version),
      [101],
    );
  });
});
