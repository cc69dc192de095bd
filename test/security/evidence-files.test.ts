/**
 * A profile that names files as evidence reveals at most that they exist, and only for paths relative to the profile. No such file is
 * opened, read or shown. (That no link leads out of the workspace is tested in test/language-service/links.test.ts.)
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DocumentLinkRequest, HoverRequest } from "vscode-languageserver-protocol/node";
import { requests } from "../../protocol/requests.ts";
import { run } from "../processes/run.ts";
import { Client, killServers, PULL } from "../protocol/client.ts";
import { AS_OF } from "../support/analyze.ts";
import { Seal } from "./sealed.ts";

const SECRET = "機密の内容";

/** The files that a hostile profile names, and whether their existence may be revealed. */
const NAMED: readonly (readonly [file: (outside: string) => string, isRevealed: boolean])[] = [
  [() => "../outside/secret.txt", true],
  [() => "./a/../../outside/secret.txt", true],
  [() => "link.txt", true],
  [() => "folder-link/secret.txt", true],
  [() => "../outside", true],
  [(outside) => join(outside, "secret.txt"), false],
  [(outside) => pathToFileURL(join(outside, "secret.txt")).href, false],
  [() => "/etc/passwd", false],
  [() => "//server/share/secret.txt", false],
  [() => "\\\\server\\share\\secret.txt", false],
  [() => "\\\\.\\pipe\\secret", false],
  [() => "C:\\Windows\\win.ini", false],
  [() => "c:secret.txt", false],
  [() => "https://example.com/secret.txt", false],
  [() => "%2e%2e/outside/secret.txt", false],
  [() => "../outside/secret.txt\u0000.pdf", false],
  [() => "~/secret.txt", false],
  [() => "$HOME/secret.txt", false],
  [() => "", false],
];

describe("files named as evidence", () => {
  let folder: string;
  let path: string;
  let text: string;
  let seal: Seal;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vendor-profile-evidence-"));
    const [inside, outside] = ["inside", "outside"].map((name) => join(folder, name)) as [string, string];
    for (const each of [inside, outside]) mkdirSync(each);
    writeFileSync(join(outside, "secret.txt"), SECRET);
    symlinkSync(join(outside, "secret.txt"), join(inside, "link.txt"), "file");
    symlinkSync(outside, join(inside, "folder-link"), "junction");
    const evidence = NAMED.map(([file]) => `      - { title: 規約, file: ${JSON.stringify(file(outside))} }\n`);
    text = `profile: 1
vendor: { name: 甲 }
service: { name: 乙 }
information: { classification: I }
assessment:
  "1":
    evidence:
${evidence.join("")}`;
    path = join(inside, "a.vendor.yaml");
    writeFileSync(path, text);
    seal = new Seal();
  });

  afterEach(async () => {
    await killServers();
    seal.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The line of the first file in the text. */
  const FIRST_LINE = 7;
  const missing = NAMED.flatMap(([file, isRevealed], index) => (isRevealed || file("") === "" ? [] : FIRST_LINE + index));

  function assertUnopened(): void {
    assert.deepEqual(seal.out, []);
    assert.ok(seal.opened.some((opened) => opened.endsWith("a.vendor.yaml") || opened.endsWith("server.cjs")));
    const others = seal.opened.filter((opened) => /secret|link|outside|passwd|win\.ini/.test(opened));
    assert.deepEqual(others, []);
  }

  it("are looked up by the command line, but not opened", () => {
    const all = [["check", "--format", "json"], ...["html", "md", "csv", "json"].map((format) => ["report", "--format", format])];
    for (const args of all) {
      const { stdout, stderr } = run([...args, "--as-of", AS_OF, path], { env: seal.env });
      assert.ok(!`${stdout}${stderr}`.includes(SECRET));
      assert.doesNotMatch(stdout, /href="(?!https?:|#)/);
      if (args[0] === "check") {
        const { findings } = JSON.parse(stdout).files[0];
        const lines = findings.flatMap(({ code, range }: { code: string; range: { start: { line: number } } }) =>
          code === "evidence.file" ? range.start.line : [],
        );
        assert.deepEqual(lines, missing);
      }
    }
    assertUnopened();
  });

  it("are looked up by the server, but not opened", async () => {
    const uri = pathToFileURL(path).href;
    const workspaceFolders = [{ uri: pathToFileURL(join(folder, "inside")).href, name: "inside" }];
    const client = await Client.start({ env: seal.env, capabilities: PULL, initialize: { workspaceFolders } });
    client.open(uri, text);
    const lines = (await client.items(uri)).flatMap(({ code, range }) => (code === "evidence.file" ? range.start.line : []));
    assert.deepEqual(lines, missing);
    const textDocument = { uri };
    const shown: unknown[] = [await client.request(DocumentLinkRequest.type, { textDocument })];
    for (const line of text.split("\n").keys()) {
      shown.push(await client.request(HoverRequest.type, { textDocument, position: { line, character: 30 } }));
    }
    shown.push(await client.connection.sendRequest(requests.checklist, { uri, index: 0, classification: null }));
    assert.ok(!JSON.stringify(shown).includes(SECRET));
    await client.stop();
    assertUnopened();
  });

  it("would be logged if they were opened", () => {
    run(["check", join(folder, "outside/secret.txt")], { env: seal.env });
    assert.ok(seal.opened.some((opened) => opened.endsWith("secret.txt")));
    assert.equal(readFileSync(join(folder, "outside/secret.txt"), "utf8"), SECRET);
  });
});
