import { strict as assert } from "node:assert";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../server/src/cli/formats/outputs.ts";
import { AS_OF } from "../support/analyze.ts";
import { folderOf, profileText, removeFolders, run } from "./run.ts";

const files = { "a.vendor.yaml": profileText("S") };
const asked = ["check", "a.vendor.yaml", "--as-of", AS_OF, "--lang", "en"];

describe("check --output", () => {
  afterEach(removeFolders);

  const alone = (format: string) => run([...asked, "-f", format], { cwd: folderOf(files) }).stdout;

  it("writes each format to the file after it, and a format without a file to standard output", () => {
    const cwd = folderOf(files);
    const { status, stdout, stderr } = run(
      [
        ...asked,
        "-f",
        "github",
        "-f",
        "json",
        "-o",
        "a.json",
        "--format=sarif",
        "--output=出力.sarif",
        "-f",
        "junit",
        "-o",
        "a.xml",
      ],
      { cwd },
    );
    assert.deepEqual([status, stderr, stdout], [1, "", alone("github")]);
    for (const [name, format] of [
      ["a.json", "json"],
      ["出力.sarif", "sarif"],
      ["a.xml", "junit"],
    ] as const)
      assert.equal(readFileSync(join(cwd, name), "utf8"), alone(format), name);
    assert.equal(readdirSync(cwd).length, 4, "nothing else is left behind");
  });

  const cases: [args: string[], stdout: string | undefined, written: Record<string, string>][] = [
    [[], "pretty", {}],
    [["-o", "a.txt"], undefined, { "a.txt": "pretty" }],
    [["-o", "a.txt", "-f", "json"], "json", { "a.txt": "pretty" }],
    [["-f", "json", "-o", "a.json"], undefined, { "a.json": "json" }],
    [["-f", "json", "-o", "a.json", "-f", "pretty"], "pretty", { "a.json": "json" }],
    [["-f", "json", "-o", "-"], "json", {}],
    [["-f", "json", "-o", "a.json", "-f", "json"], "json", { "a.json": "json" }],
  ];
  for (const [args, shown, written] of cases) {
    it(`${args.join(" ") || "(none)"}: standard output has ${shown ?? "nothing"}`, () => {
      const cwd = folderOf(files);
      const { status, stdout, stderr } = run([...asked, ...args], { cwd });
      assert.deepEqual([status, stderr], [1, ""]);
      assert.equal(stdout, shown === undefined ? "" : alone(shown));
      for (const [name, format] of Object.entries(written)) assert.equal(readFileSync(join(cwd, name), "utf8"), alone(format));
      assert.deepEqual(readdirSync(cwd).sort(), ["a.vendor.yaml", ...Object.keys(written)].sort());
    });
  }

  it("replaces the output of an earlier run", () => {
    const cwd = folderOf({ ...files, "a.json": "古い" });
    run([...asked, "-f", "json", "-o", "a.json"], { cwd });
    assert.equal(JSON.parse(readFileSync(join(cwd, "a.json"), "utf8")).version, 1);
  });

  it("reports an output that cannot be written, exits with 2, and writes the others", () => {
    const cwd = folderOf(files);
    mkdirSync(join(cwd, "folder"));
    const args = [
      "-f",
      "json",
      "-o",
      "none/a.json",
      "-f",
      "junit",
      "-o",
      "folder",
      "-f",
      "sarif",
      "-o",
      "a.sarif",
      "-f",
      "pretty",
    ];
    const { status, stdout, stderr } = run([...asked, ...args], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /^none\/a\.json: cannot be written \(ENOENT\)\nfolder: is a folder, so not written; name a file\n$/);
    assert.equal(stdout, alone("pretty"));
    assert.ok(readdirSync(cwd).includes("a.sarif"));
  });

  it("never replaces an input, by any path or link", () => {
    const cwd = folderOf({ "a.yaml": profileText("S") });
    symlinkSync("a.yaml", join(cwd, "out.json"));
    symlinkSync(".", join(cwd, "here"));
    for (const output of ["./a.yaml", "out.json", "here/a.yaml"]) {
      const { status, stderr } = run(["check", "a.yaml", "-f", "json", "-o", output], { cwd });
      assert.equal(status, 2);
      assert.ok(stderr.includes(`「${output}」`), stderr);
      assert.equal(readFileSync(join(cwd, "a.yaml"), "utf8"), profileText("S"));
    }
  });

  it("does not explain the exit status if an output that cannot be written decides it", () => {
    const args = [...asked, "--fail-on", "never", "-f", "json", "-o", "none/a.json"];
    for (const format of ["pretty", "sarif"]) {
      const { status, stdout, stderr } = run([...args, "-f", format], { cwd: folderOf(files) });
      assert.equal(status, 2);
      assert.doesNotMatch(stdout + stderr, /exit status/);
    }
  });

  const wrong: [args: string[], named: RegExp][] = [
    [["-f", "json", "-f", "sarif"], /json, sarif/],
    [["-f", "json", "-f", "json"], /json, json/],
    [["-o", "a", "-o", "b"], /pretty/],
    [["-f", "json", "-o", "a", "-o", "b"], /json/],
    [["-f", "json", "-o", "a", "-f", "sarif", "-o", "./a"], /\.\/a/],
    [["-o"], /-o/],
    [["-f", "json", "-o", "base.json", "--baseline", "./base.json"], /base\.json/],
    [["-o", "./a.vendor.yaml"], /a\.vendor\.yaml/],
    [["-f", "json", "-o", "vendor-profile.yml"], /vendor-profile\.yml/],
    [["-f", "xml"], new RegExp(`xml.*${FORMATS.join(" \\| ")}`)],
    [["--fail-on", "info"], /--fail-on.*info.*verdict \| error \| warning \| information \| never/],
    [["--fix-dry-run", "-f", "sarif"], /--fix-dry-run.*sarif/],
    [["--fix-dry-run", "-o", "a.diff"], /--fix-dry-run.*--output/],
    [["--watch", "-f", "json"], /--watch.*json/],
    [["--watch", "--fix"], /--watch.*--fix/],
    [["--watch", "--fix-dry-run"], /--watch.*--fix-dry-run/],
    [["--watch", "-"], /[Ss]tandard input/],
  ];
  for (const [args, named] of wrong) {
    it(`${args.join(" ")}: wrong usage`, () => {
      const cwd = folderOf(files);
      const { status, stdout, stderr } = run([...asked, ...args], { cwd });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, named);
      assert.match(stderr, /--help/);
      assert.deepEqual(readdirSync(cwd), ["a.vendor.yaml"]);
      assert.match(run([...asked, ...args, "--lang", "ja"], { cwd }).stderr, /[ぁ-ん]/);
    });
  }
});
