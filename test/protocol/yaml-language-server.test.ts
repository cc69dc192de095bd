import { strict as assert } from "node:assert";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { examples, expectedOf } from "../support/analyze.ts";
import { Client, killServers } from "./client.ts";

const packageFile = createRequire(import.meta.url).resolve("yaml-language-server/package.json");
const program = join(dirname(packageFile), "bin/yaml-language-server");
const schema = new URL("../../schemas/vendor-profile.schema.json", import.meta.url).href;

const PROFILE = `profile: 1
standard: sendai-cloud
prepared: { by: 甲, date: 2026-10-15 }
vendor:
  name: 甲
  corporateNumber: "9999999999999"
  country: JP
service:
  name: 乙
infrastructure:
  - name: 丙
information:
  classification: I
  personal: true
contract:
  governingLaw: JP
  domesticCourt: designated
encryption:
  inTransit:
    - path: 利用者端末 → SaaS
      protocols: [TLS 1.3]
  atRest:
    - store: 業務データベース
      role: primary
      cipher: AES-256-GCM
authentication:
  provider: { adminLogin: none }
  customer:
    factors: [knowledge, possession]
    twoStep: true
dataLocation:
  primary: [JP]
  backups: []
  overseas:
    classifications: [III]
    encryptionKey: { origin: customer, dedicated: true, custody: domestic }
certifications:
  - scheme: ISMAP
    holder: saas-provider
    expires: 2027-03-31
erasure:
  atTermination: { method: purge }
  standardDeletionAtTermination: true
assessment:
  "1":
    check: ok
    evidence:
      - title: 利用規約
        collected: 2026-10-01
  "8-1":
    exception: { by: 丁, date: 2026-11-01, reason: 審査済み }
x-memo: 自由
`;

/** A structural mistake: a line of the profile and its replacement. */
const MISTAKES: [what: string, line: string, instead: string][] = [
  ["a version that is none", "profile: 1", "profile: 2"],
  ["a version that is a string", "profile: 1", 'profile: "1"'],
  ["another standard", "standard: sendai-cloud", "standard: other"],
  ["a list for a mapping", "  customer:", "  customer: []\n  x-rest:"],
  ["a mapping for a list", "  primary: [JP]", "  primary: { a: JP }"],
  ["a scalar for a list", "      protocols: [TLS 1.3]", "      protocols: TLS 1.3"],
  ["a string for a truth value", "    twoStep: true", "    twoStep: yes"],
  ["a string for a truth value at the end", "  standardDeletionAtTermination: true", "  standardDeletionAtTermination: はい"],
  ["a number for a string", '  corporateNumber: "9999999999999"', "  corporateNumber: 9999999999999"],
  ["an empty name", "  name: 乙", '  name: ""'],
  ["a name that is not stated", "  name: 甲", "  name:"],
  ["an unknown key at the root", "x-memo: 自由", "memo: 自由"],
  ["an unknown key in a mapping", "  domesticCourt: designated", "  domesticCourts: designated"],
  ["an unknown key in a list item", "      role: primary", "      rolle: primary"],
  ["an unknown row", '  "8-1":', '  "9-1":'],
  ["an exception to another row", "    check: ok", "    exception: { by: 丁 }"],
  ["a class that is none", "  classification: I", "  classification: IV"],
  ["a class in full width", "  classification: I", "  classification: Ⅰ"],
  ["a court that is none", "  domesticCourt: designated", "  domesticCourt: tokyo"],
  ["a protocol that is none", "      protocols: [TLS 1.3]", "      protocols: [TLS 1.4]"],
  ["a role that is none", "      role: primary", "      role: main"],
  ["a factor that is none", "    factors: [knowledge, possession]", "    factors: [knowledge, password]"],
  ["a factor stated twice", "    factors: [knowledge, possession]", "    factors: [knowledge, knowledge]"],
  ["a scheme that is none", "  - scheme: ISMAP", "  - scheme: ISO27017"],
  ["a holder that is none", "    holder: saas-provider", "    holder: vendor"],
  ["a check that is none", "    check: ok", "    check: yes"],
  ["a country's name", "  country: JP", "  country: 日本"],
  ["a country that is none", "  governingLaw: JP", "  governingLaw: UK"],
  ["a country in lower case", "  primary: [JP]", "  primary: [JP, us]"],
  ["a cipher that is none", "      cipher: AES-256-GCM", "      cipher: AES-512"],
  ["a product for a cipher", "      cipher: AES-256-GCM", "      cipher: TDE"],
  ["parts of a cipher out of order", "      cipher: AES-256-GCM", "      cipher: AES-GCM-256"],
  ["no protocols", "      protocols: [TLS 1.3]", "      protocols: []"],
  ["no factors", "    factors: [knowledge, possession]", "    factors: []"],
  ["no country", "  primary: [JP]", "  primary: []"],
  ["no class abroad", "    classifications: [III]", "    classifications: []"],
  ["no date", "    expires: 2027-03-31", "    expires: 令和9年3月31日"],
];

/** A missing required key, and the line where its mapping begins or of its parent key. */
const MISSING: [key: string, line: string, at: readonly string[]][] = [
  ["profile", "profile: 1", ["standard: sendai-cloud"]],
  ["classification", "  classification: I", ["information:", "  personal: true"]],
];

/** The profile with one line replaced, and that line's number. */
function mistaken(line: string, instead: string | undefined): { text: string; at: number } {
  const lines = PROFILE.split("\n");
  const at = lines.indexOf(line);
  assert.ok(at >= 0, line);
  lines.splice(at, 1, ...(instead === undefined ? [] : [instead]));
  return { text: lines.join("\n"), at };
}

describe("The schema alone, in the YAML language server", () => {
  let client: Client;
  /** All opened at once, because the server debounces each document for 200 ms. */
  const texts: string[] = [];
  const uriOf = (index: number) => `file:///${index}.vendor.yaml`;

  before(async () => {
    client = await Client.start({
      program,
      capabilities: { workspace: { configuration: true } },
      configuration: { yaml: { schemas: { [schema]: "*.vendor.yaml" }, schemaStore: { enable: false } } },
    });
    for (const [index, text] of texts.entries()) client.open(uriOf(index), text);
  });
  after(killServers);

  /** A test of one text. Each has its own URI, because the server's diagnostics do not have a version. */
  function test(title: string, text: string, expect: (found: { line: number; message: string }[]) => void): void {
    const uri = uriOf(texts.push(text) - 1);
    it(title, async () => {
      const { diagnostics } = await client.published.first((published) => published.uri === uri);
      expect(diagnostics.map(({ range, message }) => ({ line: range.start.line, message: String(message) })));
    });
  }

  for (const { name, text } of examples()) {
    const { profiles } = parse(expectedOf(name)) as { profiles: { verdict: string }[] };
    if (profiles.some(({ verdict }) => verdict === "invalid")) continue;
    test(`accepts ${name}`, text, (found) => assert.deepEqual(found, []));
  }

  test("accepts the profile that the mistakes below are made in", PROFILE, (found) => assert.deepEqual(found, []));

  for (const [what, line, instead] of MISTAKES) {
    const { text, at } = mistaken(line, instead);
    test(`flags ${what}: ${instead.trim().split("\n", 1)[0]}`, text, (found) => {
      assert.deepEqual([...new Set(found.map(({ line }) => line))], [at], JSON.stringify(found));
    });
  }

  for (const [key, line, at] of MISSING) {
    const { text } = mistaken(line, undefined);
    test(`flags that ${key} is missing`, text, (found) => {
      assert.equal(found.length, 1, JSON.stringify(found));
      assert.match(found[0]?.message ?? "", new RegExp(`"${key}"`));
      assert.ok(at.includes(text.split("\n")[found[0]?.line ?? -1] ?? ""), JSON.stringify(found));
    });
  }

  test("flags that a section is missing", PROFILE.replace("service:\n  name: 乙\n", ""), (found) => {
    assert.deepEqual(
      found.map(({ line, message }) => [line, /"service"/.test(message)]),
      [[0, true]],
    );
  });

  const { text: second, at } = mistaken("  country: JP", "  country: XX");
  test("flags a mistake in the second of two documents", `${PROFILE}---\n${second}`, (found) => {
    assert.deepEqual(
      found.map(({ line }) => line),
      [PROFILE.split("\n").length + at],
    );
  });
});
