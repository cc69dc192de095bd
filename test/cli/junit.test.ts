import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XmlDocument, type XmlElement, XsdValidator } from "libxml2-wasm";
import { AS_OF, examplesFolder } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));
const xsd = XmlDocument.fromBuffer(readFileSync(new URL("schemas/junit-10.xsd", import.meta.url)));
const validator = XsdValidator.fromDoc(xsd);

/** A report, validated against the schema. */
function junit(args: readonly string[], surroundings: { cwd?: string; input?: string } = {}): XmlDocument {
  const { stdout } = run(["check", ...args, "--as-of", AS_OF, "--format", "junit"], surroundings);
  const document = XmlDocument.fromString(stdout);
  validator.validate(document);
  return document;
}

const elements = (document: XmlDocument, path: string) => document.find(path) as XmlElement[];
const attribute = (element: XmlElement | undefined, name: string) => element?.attr(name)?.value;

describe("check --format junit", () => {
  afterEach(removeFolders);

  for (const lang of ["ja", "en"]) {
    it(`matches the schema for every example; a suite fails exactly if its profile does not conform (${lang})`, () => {
      const document = junit(["examples", "--lang", lang], { cwd: root });
      const profiles = check(["examples", "--as-of", AS_OF, "--lang", lang], { cwd: root })
        .json()
        .files.flatMap(({ profiles }) => profiles);
      const suites = elements(document, "/testsuites/testsuite");
      assert.deepEqual(
        suites.map((suite) => attribute(suite, "failures") !== "0"),
        profiles.map(({ verdict }) => !["conforming", "not-applicable"].includes(verdict)),
      );
      assert.deepEqual(
        elements(document, "//property[@name='verdict']").map((property) => attribute(property, "value")),
        profiles.map(({ verdict }) => verdict),
      );
    });
  }

  it("has correct counts", () => {
    const document = junit(["examples"], { cwd: root });
    const whole = elements(document, "/testsuites")[0];
    assert.equal(attribute(whole, "tests"), String(elements(document, "//testcase").length));
    assert.equal(attribute(whole, "failures"), String(elements(document, "//failure").length));
    for (const suite of elements(document, "//testsuite")) {
      assert.equal(attribute(suite, "tests"), String(suite.find("testcase").length));
      assert.equal(attribute(suite, "failures"), String(suite.find("testcase/failure").length));
    }
  });

  it("has a case for each finding, failed if it prevents conformance, and one for each met duty", () => {
    const args = ["examples/byok.vendor.yaml", "--lang", "en"];
    const names = elements(junit(args, { cwd: root }), "//testcase").map((element) => attribute(element, "name") ?? "");
    assert.ok(names.some((name) => name.startsWith("6-1.recommended No. 6-1 ")));
    assert.ok(names.some((name) => /^No\. 1 /.test(name)));
    assert.ok(names.some((name) => /^No\. 6-1 .*: .*6-5 is met, which is enough/.test(name)));
    const document = junit(["examples/cloud-key-unsuitable.vendor.yaml", "--lang", "en"], { cwd: root });
    const failure = elements(document, "//failure[@type='4.unmet']")[0];
    assert.match(attribute(failure, "message") ?? "", /^No\. 4 /);
    assert.match(failure?.content ?? "", /^examples\/cloud-key-unsuitable\.vendor\.yaml:\d+:\d+\n.*Risk stated in the standard/s);
    assert.equal(elements(document, "//testcase[starts-with(@name, 'No. 4 ')]").length, 0);
  });

  it("has a suite with an error for an unreadable input", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText(), "b.vendor.yaml": Uint8Array.of(0x8a, 0x94, 0x0a) });
    const document = junit(["."], { cwd });
    assert.deepEqual(
      elements(document, "//testsuite").map((suite) => [attribute(suite, "name"), attribute(suite, "errors")]),
      [
        ["a.vendor.yaml · 甲 / 乙", "0"],
        ["b.vendor.yaml", "1"],
      ],
    );
    assert.equal(elements(document, "//error").length, 1);
  });

  it("is well-formed whatever a profile contains", () => {
    const names = ["<&>\"']]>", "\\u0001\\u001b[31m", "\\ud800", "\\ufffe\\uffff", "a\\nb\\tc\\rd", "🏯𠮷"];
    for (const name of names) {
      const input = `profile: 1\nvendor: { name: "${name.replaceAll('"', '\\"')}", country: "${name.replaceAll('"', '\\"')}" }\nservice: { name: 乙 }\ninformation: { classification: III }\n`;
      assert.equal(elements(junit(["-"], { input }), "//failure").length, 1, name);
    }
    for (const input of ["", "- a\n", "profile: [", "\t"]) junit(["-"], { input });
    assert.equal(elements(junit(["none*"]), "//testsuite").length, 0);
  });
});
