import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { AS_OF, examples, examplesFolder, expectedOf } from "../support/analyze.ts";
import { check, profileText, type Report } from "./run.ts";

const ROWS = ["1", "2", "3", "4", "5-1", "5-2", "5-3", "6-1", "6-2", "6-3", "6-4", "6-5", "7", "8-1", "8-2"];
const root = fileURLToPath(new URL("..", examplesFolder));

/** An object with exactly these keys. */
const exactly = (properties: Record<string, object>) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});
const listOf = (items: object) => ({ type: "array", items });
const count = { type: "integer", minimum: 0 };
const text = { type: "string", minLength: 1 };
const textOrNull = { type: ["string", "null"], minLength: 1 };
const oneOf = (...values: (string | null)[]) => ({ enum: values });
const pointer = { type: "string", pattern: "^(/.*)?$" };
const position = exactly({ line: count, character: count });
const range = exactly({ start: position, end: position });

/** The contract of `--format json`. */
const CONTRACT = exactly({
  version: { const: 1 },
  asOf: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
  files: listOf(
    exactly({
      path: text,
      error: textOrNull,
      profiles: listOf(
        exactly({
          index: count,
          vendor: { type: ["string", "null"] },
          service: { type: ["string", "null"] },
          classification: oneOf("S", "I", "II", "III", null),
          judgedAs: oneOf("S", "I", "II", "III", null),
          verdict: oneOf("conforming", "nonconforming", "undetermined", "not-applicable", "invalid"),
          eligible: { ...listOf(oneOf("S", "I", "II")), uniqueItems: true },
          requirements: {
            ...listOf(
              exactly({
                no: oneOf(...ROWS),
                obligation: oneOf("required", "recommended", "optional", "alternative", "none", null),
                status: oneOf("met", "unmet", "unknown", "not-applicable"),
                metBy: oneOf(...ROWS, null),
              }),
            ),
            minItems: 15,
            maxItems: 15,
          },
        }),
      ),
      findings: listOf(
        exactly({
          code: { type: "string", pattern: "^([1-8](-[1-5])?|check|evidence|consistency|schema|yaml)\\.[a-z-]+$" },
          severity: oneOf("error", "warning", "information"),
          message: text,
          risk: textOrNull,
          requirement: oneOf(...ROWS, null),
          path: pointer,
          profile: count,
          range,
          related: listOf(exactly({ message: text, path: pointer, range })),
        }),
      ),
    }),
  ),
  summary: exactly({
    profiles: count,
    conforming: count,
    nonconforming: count,
    undetermined: count,
    notApplicable: count,
    invalid: count,
  }),
});

const isReport = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(CONTRACT);

/** Asserts the form of the contract and its invariants. */
function assertReport(report: Report): void {
  assert.ok(isReport(report), JSON.stringify(isReport.errors, null, 1));
  const verdicts = report.files.flatMap(({ profiles }) => profiles.map(({ verdict }) => verdict));
  const having = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  assert.deepEqual(report.summary, {
    profiles: verdicts.length,
    conforming: having("conforming"),
    nonconforming: having("nonconforming"),
    undetermined: having("undetermined"),
    notApplicable: having("not-applicable"),
    invalid: having("invalid"),
  });
  for (const { error, profiles, findings } of report.files) {
    assert.equal(error !== null, profiles.length === 0);
    for (const [index, profile] of profiles.entries()) {
      assert.equal(profile.index, index);
      assert.deepEqual(
        profile.requirements.map(({ no }) => no),
        ROWS,
      );
      for (const { no, obligation, metBy } of profile.requirements) {
        assert.equal(obligation === null, profile.judgedAs === null, no);
        if (!["5-1", "6-1"].includes(no) || !["I", "II"].includes(profile.judgedAs ?? "")) assert.equal(metBy, null, no);
      }
    }
    for (const { message, risk, profile, range } of findings) {
      assert.ok(profile < profiles.length);
      if (risk !== null) assert.ok(message.includes(risk), "the risk is part of the message");
      const { start, end } = range;
      assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
    }
  }
}

interface Expected {
  readonly profiles: readonly {
    readonly vendor: string | null;
    readonly judgedAs: string | null;
    readonly verdict: string;
    readonly eligible: readonly string[];
    readonly requirements: Readonly<Record<string, string>>;
    readonly metBy?: Readonly<Record<string, string | null>>;
  }[];
  readonly findings?: readonly {
    readonly code: string;
    readonly severity: string;
    readonly at: string;
    readonly profile?: number;
  }[];
}

describe("check --format json", () => {
  for (const lang of ["ja", "en"]) {
    it(`matches the contract for every example (${lang})`, () => {
      const { json, stderr } = check(["examples", "--as-of", AS_OF, "--lang", lang], { cwd: root });
      const report = json();
      assertReport(report);
      assert.equal(stderr, "");
      assert.equal(report.asOf, AS_OF);
      assert.deepEqual(
        report.files.map(({ path }) => path),
        examples().map(({ name }) => `examples/${name}.vendor.yaml`),
      );
    });
  }

  describe("judges each example as its expectation says", () => {
    let report: Report;
    before(() => {
      report = check(["examples", "--as-of", AS_OF], { cwd: root }).json();
    });
    for (const { name } of examples()) {
      it(name, () => {
        const file = report.files.find(({ path }) => path === `examples/${name}.vendor.yaml`) ?? assert.fail();
        const expected = parse(expectedOf(name)) as Expected;
        assert.equal(file.profiles.length, expected.profiles.length);
        for (const [index, { vendor, judgedAs, verdict, eligible, requirements, metBy = {} }] of expected.profiles.entries()) {
          const actual = file.profiles[index] ?? assert.fail();
          assert.equal(actual.vendor, vendor);
          assert.equal(actual.judgedAs, judgedAs);
          assert.equal(actual.verdict, verdict);
          assert.deepEqual(actual.eligible, eligible);
          for (const row of actual.requirements) {
            assert.equal(row.status, requirements[row.no], row.no);
            assert.equal(row.metBy, metBy[row.no] ?? null, row.no);
          }
        }
        assert.deepEqual(
          file.findings.map(({ code, severity, path, profile }) => ({ code, severity, at: path, profile })),
          (expected.findings ?? []).map(({ code, severity, at, profile = 0 }) => ({ code, severity, at, profile })),
        );
      });
    }
  });

  it("matches the contract for invalid and unreadable inputs", () => {
    const inputs = [
      "",
      "- a\n",
      "text",
      "profile: [",
      "a: &a [*a]\n",
      "information: { classification: IV }\n---\n- 1\n",
      "\t",
      "---",
    ];
    for (const input of inputs) {
      const { status, json } = check(["-"], { input });
      assert.equal(status, 1, JSON.stringify(input));
      assertReport(json());
    }
    assertReport(check(["no such file"]).json());
  });

  it("has null for absent values", () => {
    const [file] = check(["-"], { input: "profile: 1\n" }).json().files;
    const [profile] = file?.profiles ?? [];
    assert.deepEqual(
      [file?.error, profile?.vendor, profile?.service, profile?.classification, profile?.judgedAs],
      [null, null, null, null, null],
    );
    for (const { obligation, metBy } of profile?.requirements ?? []) assert.deepEqual([obligation, metBy], [null, null]);
    const [finding] = file?.findings ?? [];
    assert.deepEqual([finding?.risk, finding?.requirement], [null, null]);
  });

  it("counts lines and UTF-16 units from zero", () => {
    for (const end of ["\n", "\r\n"]) {
      const input = `profile: 1\nvendor: { name: 🏯𠮷城, country: XX }\nservice: { name: 乙 }\ninformation: { classification: III }\n`;
      const [file] = check(["-"], { input: input.replaceAll("\n", end) }).json().files;
      assert.deepEqual(
        file?.findings.map(({ code, path, range }) => ({ code, path, range })),
        [
          {
            code: "schema.country",
            path: "/vendor/country",
            range: { start: { line: 1, character: 32 }, end: { line: 1, character: 34 } },
          },
        ],
      );
    }
  });

  it("counts positions as an editor does, without the byte order mark", () => {
    const input = "profil: 1\nprofile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: III }\n";
    const plain = check(["-"], { input }).json();
    assert.deepEqual(plain.files[0]?.findings[0]?.range.start, { line: 0, character: 0 });
    assert.deepEqual(check(["-"], { input: `\ufeff${input}` }).json(), plain);
  });

  it("names the row that meets a group", () => {
    const metBy = (authentication: string, classification: string) => {
      const input = `${profileText(classification)}dataLocation: { primary: [JP], backups: [] }\nauthentication: ${authentication}\n`;
      const rows = check(["-"], { input }).json().files[0]?.profiles[0]?.requirements ?? [];
      return Object.fromEntries(rows.filter(({ metBy }) => metBy !== null).map(({ no, metBy }) => [no, metBy]));
    };
    const both = (facts: string) => `{ provider: { ${facts} }, customer: { ${facts} } }`;
    assert.deepEqual(metBy(both("factors: [knowledge, possession], twoStep: true"), "I"), { "5-1": "5-1", "6-1": "6-1" });
    assert.deepEqual(metBy(both("factors: [knowledge], twoStep: true, lockout: true"), "II"), { "5-1": "5-2", "6-1": "6-1" });
    assert.deepEqual(metBy(both("lockout: true"), "II"), { "5-1": "5-3", "6-1": "6-1" });
    assert.deepEqual(metBy("{ provider: { twoStep: true }, customer: { lockout: true } }", "II"), { "6-1": "6-1" });
    assert.deepEqual(metBy(both("factors: [knowledge, possession]"), "S"), {});
    assert.deepEqual(metBy(both("factors: [knowledge, possession]"), "III"), {});
  });
});
