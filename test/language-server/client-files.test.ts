/** Tests file access through the client, for files that the server cannot read itself, and what the server loads in a browser. */
import { strict as assert } from "node:assert";
import { type FindParams, fileRequests, isRelative, type MissingParams, type ReadParams } from "../../protocol/file-system.ts";
import { runtimeOver } from "../../server/src/language-server/browser/runtime.ts";
import { withClientFiles } from "../../server/src/language-server/client-files.ts";
import { runtime as machine } from "../../server/src/language-server/node/runtime.ts";
import type { Runtime } from "../../server/src/language-server/runtime.ts";

type Answers = Readonly<Record<string, (params: never) => unknown>>;

/** A connection to a client that gives these answers. */
const clientOf = (answers: Answers) => ({
  sendRequest: async (method: string, params: unknown) => {
    const answer = answers[method];
    if (!answer) throw new Error(`nobody answers ${method}`);
    return answer(params as never);
  },
});
type Client = Parameters<typeof runtimeOver>[0];

const runtimeOf = (answers: Answers, isOffered = true, host?: Runtime) => {
  const client = clientOf(answers) as Client;
  return withClientFiles(host ?? runtimeOver(client, "ja"), client, () => isOffered);
};

const URI = "vscode-vfs://github/aoba/a.vendor.yaml";
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");

describe("the client's files", () => {
  it("are decoded like local files", async () => {
    const read = (answer: unknown) => runtimeOf({ [fileRequests.read]: () => answer }).readProfile(URI);
    assert.deepEqual(await read({ content: base64("\ufeffprofile: 1\n# 日本\n") }), { text: "profile: 1\n# 日本\n" });
    assert.deepEqual(await read({ content: base64(Uint8Array.of(0x61, 0, 0x62)) }), { unread: "binary" });
    assert.deepEqual(await read({ error: "missing" }), { unread: "missing" });
    assert.deepEqual(await read({ error: "tooLarge" }), { unread: "tooLarge" });
    assert.deepEqual(await read({ error: "NoPermissions" }), { unread: "unreadable", code: "NoPermissions" });
  });

  it("are requested by the document's URI, and returned sorted", async () => {
    const asked: (ReadParams | FindParams | MissingParams)[] = [];
    const note = (answer: unknown) => (params: (typeof asked)[number]) => {
      asked.push(params);
      return answer;
    };
    const runtime = runtimeOf({
      [fileRequests.find]: note({ uris: ["b", "a"] }),
      [fileRequests.missing]: note({ missing: ["c"] }),
    });
    const candidates = { globs: ["**/*.yaml"], hidden: true };
    assert.deepEqual(await runtime.findProfiles("vscode-vfs://github/aoba", candidates), { uris: ["a", "b"], unread: [] });
    assert.deepEqual([...(await runtime.missingFiles(URI, ["c", "d"]))], ["c"]);
    assert.deepEqual(asked, [
      { folder: "vscode-vfs://github/aoba", ...candidates },
      { uri: URI, files: ["c", "d"] },
    ]);
  });

  it("do not count as missing if the client fails to answer; a search rejects", async () => {
    const runtime = runtimeOf({});
    assert.deepEqual([...(await runtime.missingFiles(URI, ["a"]))], []);
    assert.ok("unread" in (await runtime.readProfile(URI)));
    await assert.rejects(runtime.findProfiles("vscode-vfs://github/aoba"));
  });

  it("are requested if the host cannot read their scheme and the client offers them", async () => {
    const asked: string[] = [];
    const answers = {
      [fileRequests.read]: ({ uri }: ReadParams) => {
        asked.push(uri);
        return { content: "" };
      },
    };
    await runtimeOf(answers, false).readProfile(URI);
    await runtimeOf(answers, true, machine).readProfile("file:///none/a.vendor.yaml");
    assert.deepEqual(asked, []);
    await runtimeOf(answers, true, machine).readProfile(URI);
    await runtimeOf(answers).readProfile("file:///none/a.vendor.yaml");
    assert.deepEqual(asked, [URI, "file:///none/a.vendor.yaml"]);
  });

  it("are named relative to a folder, or not looked up at all", () => {
    for (const file of ["a.pdf", "./a.pdf", "../a.pdf", "根拠/a.pdf"]) assert.ok(isRelative(file), file);
    for (const file of ["/etc/passwd", "\\\\server\\a", "\\a", "C:\\a.pdf", "c:a.pdf"]) {
      assert.ok(!isRelative(file), file);
    }
  });
});

describe("what a web worker loads", () => {
  it("is requested once, and again only after a failure", async () => {
    let asked = 0;
    const runtime = runtimeOf({
      [fileRequests.script]: () => {
        asked++;
        return { text: asked === 1 ? "throw new Error('half a script')" : "module.exports = { writeForm: 1 }" };
      },
    });
    await assert.rejects(runtime.load("spreadsheet"));
    const [first, second] = await Promise.all([runtime.load("spreadsheet"), runtime.load("spreadsheet")]);
    assert.equal(first, second);
    assert.deepEqual(first, { writeForm: 1 });
    assert.equal(asked, 2);
  });
});
