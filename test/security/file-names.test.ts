/** Names of files that a hostile folder may hold: each is found, judged, and shown so that every character can be seen. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { FORMATS } from "../../server/src/cli/formats/outputs.ts";
import { USUAL } from "../../server/src/config/profile-files.ts";
import { runtime } from "../../server/src/language-server/node/runtime.ts";
import { folderOf, profileText, removeFolders, run } from "../cli/run.ts";

/** Each name as bytes, as a person is shown it, in JSON, and in a URI. */
const NAMES: readonly (readonly [bytes: Buffer, shown: string, json: string, uri: string])[] = [
  [Buffer.from("\nbreak"), "\\nbreak", "\\nbreak", "%0Abreak"],
  [Buffer.from("folder\nbroken/in"), "folder\\nbroken/in", "folder\\nbroken/in", "folder%0Abroken/in"],
  [Buffer.from("return\r"), "return\\r", "return\\r", "return%0D"],
  [Buffer.from("colour\x1b[31m"), "colour\\u001b[31m", "colour\\u001b[31m", "colour%1B%5B31m"],
  [Buffer.from("next\x85line"), "next\\u0085line", "next\\u0085line", "next%C2%85line"],
  [Buffer.from("turned\u202e"), "turned\\u202e", "turned\\u202e", "turned%E2%80%AE"],
  [Buffer.from("hidden\u200b\u{e0041}"), "hidden\\u200b\\u{e0041}", "hidden\\u200b\\udb40\\udc41", "hidden%E2%80%8B%F3%A0%81%81"],
  [Buffer.from("line\u2028"), "line\\u2028", "line\\u2028", "line%E2%80%A8"],
  [Buffer.from("byte\xff", "latin1"), "byte\\xff", "byte\\udcff", "byte%FF"],
  [
    Buffer.from("folder\xfe/in\xe3\x81", "latin1"),
    "folder\\xfe/in\\xe3\\x81",
    "folder\\udcfe/in\\udce3\\udc81",
    "folder%FE/in%E3%81",
  ],
  [Buffer.from("--fix"), "--fix", "--fix", "--fix"],
  [Buffer.from("あおば👩‍💻"), "あおば👩‍💻", "あおば👩‍💻", encodeURIComponent("あおば👩‍💻")],
];
const ENDING = ".vendor.yaml";

/** What no output may contain but as an escape. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd](?<!\u200d)/u;

(process.platform === "linux" ? describe : describe.skip)("a file with a hostile name", () => {
  let folder = "";

  before(() => {
    folder = folderOf({});
    for (const [bytes] of NAMES) {
      const path = Buffer.concat([Buffer.from(`${folder}/`), bytes, Buffer.from(ENDING)]);
      mkdirSync(Buffer.from(dirname(path.toString("latin1")), "latin1"), { recursive: true });
      writeFileSync(path, profileText("S"));
    }
  });

  after(removeFolders);

  for (const format of FORMATS) {
    it(`is judged, and can be told apart, in ${format}`, () => {
      const { status, stdout, stderr } = run(["check", "-f", format, "--lang", "en"], { cwd: folder });
      assert.deepEqual([status, stderr.replace(/^\d+ profiles.*\n/, "")], [1, ""]);
      assert.doesNotMatch(stdout, UNSEEN);
      for (const [, shown, json, uri] of NAMES) {
        const expected = {
          json: `"path": "${json}${ENDING}"`,
          gitlab: `"path": "${json}${ENDING}"`,
          sarif: `"uri": "${uri}${ENDING}"`,
        };
        const text = Object.hasOwn(expected, format) ? expected[format as keyof typeof expected] : `${shown}${ENDING}`;
        assert.ok(stdout.includes(text), text);
      }
    });
  }

  for (const command of ["report", "compare"]) {
    for (const format of ["md", "html", "json"]) {
      it(`stands for a profile without a name in ${command} -f ${format}`, () => {
        const cwd = folderOf({ "turned\u202e.vendor.yaml": "profile: 1", "b.vendor.yaml": profileText("S") });
        const { stdout } = run([command, ".", "-f", format, "--lang", "en"], { cwd });
        assert.match(stdout, /turned\\{1,2}u202e/);
        assert.doesNotMatch(stdout.replaceAll("\r", ""), UNSEEN);
      });
    }
  }

  it("is told apart in a refusal on standard error", () => {
    const { stderr } = run(["report", "--lang", "en"], { cwd: folderOf({ "bad\nname.vendor.yaml": Uint8Array.of(0xff) }) });
    assert.match(stderr, /^bad\\nname\.vendor\.yaml: not/);
  });

  it("is found and read by the language server", async () => {
    const { uris, unread } = await runtime.findProfiles(pathToFileURL(folder).href, USUAL);
    assert.deepEqual(unread, []);
    assert.deepEqual(
      uris.map((uri) => uri.slice(pathToFileURL(folder).href.length + 1)).sort(),
      NAMES.map(([, , , uri]) => `${uri}${ENDING}`).sort(),
    );
    for (const uri of uris) assert.deepEqual(await runtime.readProfile(uri), { text: profileText("S") }, uri);
  });

  it("is excluded by a .gitignore of its folder, as any other", () => {
    const cwd = folderOf({ "a\nb/.gitignore": "no*\n", "a\nb/no.vendor.yaml": "", "a\nb/yes.vendor.yaml": "" });
    const { stdout } = run(["check", "-f", "gitlab"], { cwd });
    assert.match(stdout, /yes\.vendor/);
    assert.doesNotMatch(stdout, /no\.vendor/);
  });
});
