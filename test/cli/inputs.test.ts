import { strict as assert } from "node:assert";
import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { AS_OF, examples } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const GOOD = profileText();
const UNDETERMINED = profileText("S");

/** Encodes a text in a legacy encoding, by inverting the decoder of the runtime. */
function encoder(encoding: "shift_jis" | "euc-jp"): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let first = 0xff; first >= 0x80; first--) {
    for (let second = 0xff; second >= 0x40; second--) table.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  }
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte]);
  return (text) => Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

const pathsOf = (args: readonly string[], cwd: string) =>
  check(args, { cwd })
    .json()
    .files.map(({ path }) => path);

/** The English error for a file with these bytes. */
function errorOf(bytes: Uint8Array | string): string | null {
  const cwd = folderOf({ "a.vendor.yaml": bytes });
  const { status, stderr, json } = check(["a.vendor.yaml", "--lang", "en"], { cwd });
  const error = json().files[0]?.error ?? null;
  assert.equal(stderr, "");
  assert.equal(status, error === null ? 0 : 2);
  return error;
}

describe("check finds its inputs", () => {
  afterEach(removeFolders);

  const tree = {
    "b.vendor.yml": GOOD,
    "a.vendor.yaml": GOOD,
    "vendor-profile.yaml": GOOD,
    "other.yaml": GOOD,
    "sub/vendor-profile.yml": GOOD,
    "sub/x y 日本.vendor.yaml": GOOD,
    "sub/vendor.yaml": GOOD,
    "sub/[a].vendor.yaml": GOOD,
  };

  it("in the current folder by default, and below a folder under the given path", () => {
    const cwd = folderOf(tree);
    const below = ["[a].vendor.yaml", "vendor-profile.yml", "x y 日本.vendor.yaml"];
    const all = ["a.vendor.yaml", "b.vendor.yml", ...below.map((name) => `sub/${name}`), "vendor-profile.yaml"];
    assert.deepEqual(pathsOf([], cwd), all);
    assert.deepEqual(pathsOf(["."], cwd), all);
    assert.deepEqual(
      pathsOf(["sub"], cwd),
      below.map((name) => `sub/${name}`),
    );
    assert.deepEqual(
      pathsOf(["./sub/"], cwd),
      below.map((name) => `./sub/${name}`),
    );
    assert.deepEqual(
      pathsOf([".."], join(cwd, "sub")),
      all.map((name) => `../${name}`),
    );
    assert.deepEqual(
      pathsOf([join(cwd, "sub")], cwd),
      below.map((name) => join(cwd, "sub", name).replaceAll("\\", "/")),
    );
  });

  it("as files of any name", () => {
    const files = { "other.yaml": GOOD, "名前 #1": GOOD, "[a]*.txt": GOOD, "-x": GOOD };
    const cwd = folderOf(process.platform === "win32" ? { "other.yaml": GOOD, "名前 #1": GOOD, "-x": GOOD } : files);
    for (const name of Object.keys(files)) {
      if (process.platform === "win32" && name.includes("*")) continue;
      const { status, stdout } = run(["check", "--format", "json", "--", name], { cwd });
      assert.equal(status, 0, name);
      assert.ok(stdout.includes(JSON.stringify(name)));
    }
  });

  it("without files that a .gitignore in, below or above the folder excludes, unless they are named", () => {
    const cwd = folderOf({
      ...tree,
      ".git/HEAD": "",
      ".gitignore": "/sub/[[]a*\nout/\n*.vendor.yml\n!keep.vendor.yml\n",
      "sub/.gitignore": "x*\n",
      "out/o.vendor.yaml": GOOD,
      "keep.vendor.yml": GOOD,
    });
    assert.deepEqual(pathsOf([], cwd), ["a.vendor.yaml", "keep.vendor.yml", "sub/vendor-profile.yml", "vendor-profile.yaml"]);
    assert.deepEqual(pathsOf(["sub"], cwd), ["sub/vendor-profile.yml"]);
    assert.deepEqual(pathsOf(["b.vendor.yml", "out/o.vendor.yaml"], cwd), ["b.vendor.yml", "out/o.vendor.yaml"]);
  });

  it("nor below a folder that is excluded itself, whatever comes back in it", () => {
    const cwd = folderOf({
      ".git/HEAD": "",
      ".gitignore": "out/\n!out/a.vendor.yaml\n!b.vendor.yaml\n",
      "out/a.vendor.yaml": GOOD,
      "out/sub/b.vendor.yaml": GOOD,
      "out/sub/.gitignore": "!*\n",
      "c.vendor.yaml": GOOD,
    });
    assert.deepEqual(pathsOf(["."], cwd), ["c.vendor.yaml"]);
    for (const folder of ["out", "out/sub"]) assert.match(run(["check", folder], { cwd }).stderr, /見つからない/);
    assert.deepEqual(pathsOf(["out/*.yaml"], cwd), ["out/a.vendor.yaml"], "globs name files");
  });

  it("naming a .gitignore that is not followed, once", () => {
    const cwd = folderOf({
      ".git/HEAD": "",
      ".gitignore": Array.from({ length: 200_000 }, (_, index) => `x${index}*y${index}\n`).join(""),
      "sub/.gitignore": "a*\n",
      "sub/a.vendor.yaml": GOOD,
      "sub/b.vendor.yaml": GOOD,
      "other/c.vendor.yaml": GOOD,
    });
    const { status, json } = check(["sub", "other", "--lang", "en"], { cwd });
    assert.equal(status, 2);
    const [unread, ...others] = json().files.map(({ path, error }) => [path, error]);
    assert.deepEqual(unread?.[0], ".gitignore");
    assert.match(unread?.[1] ?? "", /^too large, so it excludes nothing \(.*50,000 characters, 2,000 lines/);
    assert.deepEqual(others, [
      ["sub/b.vendor.yaml", null],
      ["other/c.vendor.yaml", null],
    ]);
    assert.match(run(["check"], { cwd }).stdout, /\.gitignore\n.*大きすぎるため、除外に使っていない/);
  });

  it("at once, with a .gitignore that takes regular expressions exponential time", () => {
    const name = `${"a".repeat(200)}.vendor.yaml`;
    const cwd = folderOf({ ".gitignore": "a*a*a*a*a*a*a*b\n", [name]: GOOD });
    assert.deepEqual(pathsOf([], cwd), [name]);
    assert.deepEqual(pathsOf(["a*a*a*a*a*a*a*.yaml"], cwd), [name]);
    assert.match(run(["check", "a*a*a*a*a*a*a*b"], { cwd }).stderr, /見つからない/);
  });

  (process.platform === "win32" ? it.skip : it)("without following a .gitignore that is a link, or a folder", () => {
    const cwd = folderOf({ "a.vendor.yaml": GOOD, "sub/a.vendor.yaml": GOOD, "sub/.gitignore/a": "", rules: "a*\n" });
    symlinkSync("rules", join(cwd, ".gitignore"));
    assert.deepEqual(pathsOf([], cwd), ["a.vendor.yaml", "sub/a.vendor.yaml"]);
  });

  it("by globs, from here, above and the root", () => {
    const cwd = folderOf(tree);
    assert.deepEqual(pathsOf(["*.yaml"], cwd), ["a.vendor.yaml", "other.yaml", "vendor-profile.yaml"]);
    assert.deepEqual(pathsOf(["**/vendor-profile.{yaml,yml}"], cwd), ["sub/vendor-profile.yml", "vendor-profile.yaml"]);
    assert.deepEqual(pathsOf(["../*.yml"], join(cwd, "sub")), ["../b.vendor.yml"]);
    const absolute = cwd.replaceAll("\\", "/");
    assert.deepEqual(pathsOf([`${absolute}/sub/vendor*`], cwd), [
      `${absolute}/sub/vendor-profile.yml`,
      `${absolute}/sub/vendor.yaml`,
    ]);
    assert.deepEqual(pathsOf([`./sub/../s?b/[[]*`], cwd), ["sub/../sub/[a].vendor.yaml"]);
    assert.deepEqual(pathsOf(["sub/\\[a\\]*"], cwd), process.platform === "win32" ? [] : ["sub/[a].vendor.yaml"]);
    assert.deepEqual(pathsOf(["{a,b}.vendor.{yaml,yml}"], cwd), ["a.vendor.yaml", "b.vendor.yml"]);
    assert.deepEqual(pathsOf(["s*/v*[!-]e.yml"], cwd), ["sub/vendor-profile.yml"]);
  });

  it("by no glob that names folders or would take long", () => {
    const cwd = folderOf(tree);
    for (const glob of ["*/", `${"{a,b}".repeat(3)}*`, `{${"a,".repeat(10)}*}`, `*${"?".repeat(200)}`]) {
      assert.match(run(["check", glob], { cwd }).stderr, /見つからない/, glob);
    }
  });

  it("each once, in the given order", () => {
    const cwd = folderOf(tree);
    assert.deepEqual(pathsOf(["other.yaml", "a.vendor.yaml", "*.vendor.yaml", "other.yaml"], cwd), [
      "other.yaml",
      "a.vendor.yaml",
    ]);
  });

  it("or reports that there is nothing, and exits with 2", () => {
    const cwd = folderOf({ "other.yaml": GOOD });
    for (const args of [[], ["."], ["*.vendor.yaml"]]) {
      for (const format of ["pretty", "json"]) {
        const { status, stdout, stderr } = run(["check", ...args, "--format", format], { cwd });
        assert.equal(status, 2);
        // programs still get a document
        if (format === "json") assert.deepEqual(JSON.parse(stdout).files, []);
        else assert.equal(stdout, "");
        assert.match(stderr, /プロファイルが見つからない/);
      }
    }
    assert.match(run(["check", "none*", "--lang", "en"], { cwd }).stderr, /No profile found: none\*/);
  });

  it("reports which argument matches nothing, judges the rest, and exits with 2", () => {
    const cwd = folderOf({ "a.vendor.yaml": GOOD, "empty/readme.txt": "" });
    const { status, stdout, stderr } = run(["check", "none*", "a.vendor.yaml", "empty", "--format", "json"], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /none\*、empty/);
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ path }: { path: string }) => path),
      ["a.vendor.yaml"],
    );
  });

  it("on standard input, beside files, with evidence in the current folder", () => {
    const evidence = `${GOOD}assessment: { "1": { evidence: [{ title: 規約, file: 規約.pdf }] } }\n`;
    const cwd = folderOf({ "a.vendor.yaml": GOOD, "sub/規約.pdf": "" });
    const here = check(["a.vendor.yaml", "-"], { cwd, input: evidence }).json();
    assert.deepEqual(
      here.files.map(({ path, findings }) => [path, findings.map(({ code }) => code)]),
      [
        ["a.vendor.yaml", []],
        ["-", ["evidence.file"]],
      ],
    );
    assert.deepEqual(check(["-"], { cwd: join(cwd, "sub"), input: evidence }).json().files[0]?.findings, []);
  });

  it("with evidence beside each file", () => {
    const evidence = `${GOOD}assessment: { "1": { evidence: [{ title: 規約, file: 根拠/規約.pdf }] } }\n`;
    const cwd = folderOf({ "sub/a.vendor.yaml": evidence, "sub/根拠/規約.pdf": "", "b.vendor.yaml": evidence });
    assert.deepEqual(
      check([], { cwd })
        .json()
        .files.map(({ path, findings }) => [path, findings.map(({ code }) => code)]),
      [
        ["b.vendor.yaml", ["evidence.file"]],
        ["sub/a.vendor.yaml", []],
      ],
    );
  });
});

describe("check reports why an input cannot be read, judges the rest, and exits with 2", () => {
  afterEach(removeFolders);

  it("missing", () => {
    const cwd = folderOf({ "a.vendor.yaml": GOOD });
    const { status, json } = check(["none.yaml", "a.vendor.yaml", "--lang", "en"], { cwd });
    const { files, summary } = json();
    assert.equal(status, 2);
    assert.deepEqual(files[0], { path: "none.yaml", error: "no such file", profiles: [], findings: [] });
    assert.equal(files[1]?.profiles[0]?.verdict, "not-applicable");
    assert.equal(summary.profiles, 1);
    const { stdout } = run(["check", "none.yaml", "a.vendor.yaml"], { cwd });
    assert.match(stdout, /none\.yaml\n.*ファイルがない/);
    assert.match(stdout, /対象外 1.*読めない入力 1件/);
  });

  it("an empty name", () => {
    const { status, stderr, stdout } = run(["check", ""]);
    assert.equal(status, 2);
    assert.doesNotMatch(stderr + stdout, /\bat .*cli\.cjs/);
  });

  it("below a file", () => {
    const cwd = folderOf({ "a.vendor.yaml": GOOD });
    const { status, json } = check(["a.vendor.yaml/b.vendor.yaml", "a.vendor.yaml", "--lang", "en"], { cwd });
    assert.equal(status, 2);
    assert.match(json().files[0]?.error ?? "", /^(cannot be read \(ENOTDIR\)|no such file)$/);
    assert.equal(json().files[1]?.error, null);
  });

  it("a link to itself; below a folder, links are ignored", function () {
    if (process.platform === "win32") return this.skip();
    const cwd = folderOf({ "a.vendor.yaml": GOOD, "内/b.vendor.yaml": GOOD });
    symlinkSync("loop.vendor.yaml", join(cwd, "loop.vendor.yaml"));
    symlinkSync("..", join(cwd, "内/上"));
    const { status, json } = check(["loop.vendor.yaml", ".", "--lang", "en"], { cwd });
    assert.equal(status, 2);
    assert.deepEqual(
      json().files.map(({ path, error }) => [path, error]),
      [
        ["loop.vendor.yaml", "cannot be read (ELOOP)"],
        ["a.vendor.yaml", null],
        ["内/b.vendor.yaml", null],
      ],
    );
  });

  it("an empty folder, whatever its name", () => {
    const cwd = folderOf({ "a.vendor.yaml": GOOD, "b.vendor.yaml/readme.txt": "" });
    const { status, stderr, json } = check([".", "b.vendor.yaml", "--lang", "en"], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /^No profile found: b\.vendor\.yaml/);
    assert.deepEqual(
      json().files.map(({ path }) => path),
      ["a.vendor.yaml"],
    );
  });

  it("a socket", async function () {
    if (process.platform === "win32") return this.skip();
    const cwd = folderOf({ "a.vendor.yaml": GOOD });
    const server = createServer().listen(join(cwd, "s.vendor.yaml"));
    await once(server, "listening");
    try {
      const { status, json } = check(["s.vendor.yaml", "a.vendor.yaml", "--lang", "en"], { cwd });
      assert.equal(status, 2);
      assert.match(json().files[0]?.error ?? "", /cannot be read/);
      assert.equal(json().files[1]?.error, null);
    } finally {
      server.close();
    }
  });

  it("not UTF-8, naming the encoding, of every example", () => {
    const encodings: [name: string, encode: (text: string) => Uint8Array][] = [
      ["Shift_JIS", encoder("shift_jis")],
      ["EUC-JP", encoder("euc-jp")],
      ["UTF-16", (text) => utf16(text, false)],
      ["UTF-16", (text) => utf16(text, true)],
    ];
    for (const [encoding, encode] of encodings) {
      const cwd = folderOf(Object.fromEntries(examples().map(({ name, text }) => [`${name}.vendor.yaml`, encode(text)])));
      const { status, json } = check(["--lang", "en"], { cwd });
      assert.equal(status, 2);
      assert.equal(json().files.length, examples().length);
      for (const { path, error } of json().files) assert.match(error ?? "", new RegExp(`not UTF-8.*${encoding}`), path);
    }
  });

  it("not UTF-8, with half-width kana of one byte each", () => {
    assert.match(errorOf(Buffer.concat([Buffer.from("name: "), Uint8Array.of(0xb1, 0xb5, 0xca)])) ?? "", /Shift_JIS/);
  });

  it("in no known encoding, or binary", () => {
    assert.match(errorOf(Uint8Array.of(0x61, 0xff, 0xfd, 0x80)) ?? "", /not UTF-8/);
    assert.match(errorOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8, 0)) ?? "", /not a text/);
  });

  it("in Japanese too", () => {
    const cwd = folderOf({ "a.vendor.yaml": encoder("shift_jis")(GOOD) });
    assert.match(run(["check"], { cwd }).stdout, /UTF-8ではない.*Shift_JIS/);
  });

  it("huge: beyond 10 MiB, as a file and on standard input", () => {
    const most = GOOD.padEnd(10 * 1024 * 1024 - Buffer.byteLength(GOOD) + GOOD.length, "#");
    const cwd = folderOf({ "most.vendor.yaml": most, "more.vendor.yaml": `${most}#` });
    const { status, json } = check(["most.vendor.yaml", "more.vendor.yaml", "-", "--lang", "en"], { cwd, input: `${most}#` });
    assert.equal(status, 2);
    const [atMost, ...beyond] = json().files.map(({ error }) => error);
    assert.equal(atMost, null);
    for (const error of beyond) assert.match(error ?? "", /too large.*10 MiB/);
  });

  it("all of these at once", () => {
    const cwd = folderOf({
      "1.vendor.yaml": encoder("euc-jp")(GOOD),
      "2.vendor.yaml": UNDETERMINED,
      "3.vendor.yaml": Uint8Array.of(0),
      "4.vendor.yaml": GOOD,
      "5.vendor.yaml": "profile: [",
    });
    const { status, json } = check(["none", "."], { cwd });
    const { files, summary } = json();
    assert.equal(status, 2);
    assert.deepEqual(
      files.map(({ path, error, profiles }) => [path, error === null ? profiles[0]?.verdict : "error"]),
      [
        ["none", "error"],
        ["1.vendor.yaml", "error"],
        ["2.vendor.yaml", "undetermined"],
        ["3.vendor.yaml", "error"],
        ["4.vendor.yaml", "not-applicable"],
        ["5.vendor.yaml", "invalid"],
      ],
    );
    assert.deepEqual(summary, { profiles: 3, conforming: 0, nonconforming: 0, undetermined: 1, notApplicable: 1, invalid: 1 });
  });
});

describe("check of several documents in a file", () => {
  const verdicts = (input: string) =>
    check(["-"], { input })
      .json()
      .files[0]?.profiles.map(({ verdict }) => verdict);

  it("ignores empty ones beside others", () => {
    const texts = [`${GOOD}---\n`, `${GOOD}---\n# nothing\n---\n`, `---\n${GOOD}---\n...\n`, `---\n---\n${GOOD}`, `${GOOD}...\n`];
    for (const text of texts) assert.deepEqual(verdicts(text), ["not-applicable"], text);
    const { profiles = [] } = check(["-"], { input: `${GOOD}---\n---\n${UNDETERMINED}` }).json().files[0] ?? {};
    assert.deepEqual(
      profiles.map(({ index, verdict }) => [index, verdict]),
      [
        [0, "not-applicable"],
        [1, "undetermined"],
      ],
    );
  });

  it("treats a file with nothing else as one invalid profile at offset 0", () => {
    for (const input of ["", "\n\n", "# a comment\n", "---\n", "---\n---\n", "\ufeff", "null\n", "  "]) {
      const { status, json } = check(["-"], { input });
      const [file] = json().files;
      assert.equal(status, 1, JSON.stringify(input));
      assert.deepEqual(
        file?.profiles.map(({ verdict }) => verdict),
        ["invalid"],
        JSON.stringify(input),
      );
      assert.deepEqual(
        file?.findings.map(({ severity, range }) => [severity, range.start]),
        [["error", { line: 0, character: 0 }]],
        JSON.stringify(input),
      );
    }
  });

  it("reports a root that is no mapping as a schema error", () => {
    for (const input of ["- a\n", "text\n", "42\n", "[]\n"]) {
      const { status, json } = check(["-"], { input });
      assert.equal(status, 1);
      assert.deepEqual(
        json().files[0]?.findings.map(({ code }) => code),
        ["schema.type"],
        input,
      );
    }
  });
});

describe("check exits with", () => {
  afterEach(removeFolders);

  const text = (name: string) => examples().find((example) => example.name === name)?.text ?? assert.fail(name);
  const status = (...inputs: string[]) => {
    const cwd = folderOf(Object.fromEntries(inputs.map((input, index) => [`${index}.vendor.yaml`, input])));
    return run(["check", "--as-of", AS_OF], { cwd }).status;
  };

  it("0 if every profile conforms or is not applicable", () => {
    assert.equal(status(GOOD), 0);
    assert.equal(status(text("conforms-at-s"), GOOD, text("byok"), text("warnings")), 0);
  });

  it("1 if one is nonconforming, undetermined or invalid", () => {
    for (const one of ["overseas-without-alternative", "half-stated", "typing-mistakes", "several-documents"]) {
      assert.equal(status(GOOD, text(one), GOOD), 1, one);
    }
  });
});
