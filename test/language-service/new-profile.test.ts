import { strict as assert } from "node:assert";
import fc from "fast-check";
import stringWidth from "string-width";
import { parse } from "yaml";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { factsNeeded } from "../../server/src/core/standard/facts.ts";
import { wrap } from "../../server/src/core/text/wrap.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { fileNameOf } from "../../server/src/language-service/edits/file-name.ts";
import { commentedProfile } from "../../server/src/language-service/edits/new-profile.ts";
import { isFix } from "../../server/src/language-service/fixes/fix.ts";
import { fixesOf } from "../../server/src/language-service/fixes/index.ts";
import { formatEdits } from "../../server/src/language-service/formatting/format.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { analyzeText } from "../support/analyze.ts";
import { assertGolden } from "../support/golden.ts";

const LANGUAGES: readonly LanguageId[] = ["ja", "en"];
const CLASSES = Object.keys(bundled.standard.classes);
const KNOWN = { vendor: "株式会社あおば", service: "あおば電子申請" };

const write = (classification: string, language: LanguageId, names = KNOWN) =>
  commentedProfile(bundled, { classification, ...names }, language, wrap);

/** The text with every commented-out key uncommented, and other comments unchanged. */
function uncommented(text: string): string {
  const key = /^(\s*)# ((?:- |\s)*(?:[a-z]\w*|"[\d-]+"):)$/i;
  return text
    .split("\n")
    .map((line) => line.replace(key, "$1$2"))
    .join("\n");
}

/** For each key whose sections are commented out too: the text with that key freed, and the one with its sections freed as well. */
function freedKeys(text: string): { freed: string; sections: string[]; whole: string }[] {
  const lines = text.split("\n");
  const key = /^( *)# ( *)([a-z]\w*|"[\d-]+"):$/i;
  const columnAt = (line: number) => {
    const [, lead, indent] = key.exec(lines[line] ?? "") ?? [];
    return lead === undefined || indent === undefined ? undefined : lead.length + indent.length;
  };
  const without = (free: readonly number[]) => lines.map((line, at) => (free.includes(at) ? line.replace("# ", "") : line));
  return lines.flatMap((_, line) => {
    let column = columnAt(line) ?? 0;
    const above: number[] = [];
    for (let at = line - 1; at >= 0 && column > 0 && /^ *(#|$)/.test(lines[at] ?? ""); at--) {
      // (a key of an item is not freed without the dash)
      if (/^ *# *- /.test(lines[at] ?? "") && above.length === 0) return [];
      const other = columnAt(at);
      if (other !== undefined && other < column) above.unshift(at);
      column = Math.min(column, other ?? column);
    }
    if (above.length === 0) return [];
    const value = (text: readonly string[]) => text.map((written, at) => (at === line ? `${written} 1` : written)).join("\n");
    const sections = above.map((at) => key.exec(lines[at] ?? "")?.[3]?.replaceAll('"', "") ?? "");
    return [{ freed: value(without([line])), sections, whole: value(without([...above, line])) }];
  });
}

/** The dotted paths of the stated facts. */
function statedIn(value: unknown, path: readonly string[] = []): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [path.join(".")];
  return Object.entries(value).flatMap(([key, below]) => statedIn(below, [...path, key]));
}

const STATED = ["information.classification", "profile", "service.name", "vendor.name"];

for (const language of LANGUAGES) {
  for (const classification of CLASSES) {
    describe(`A new profile for class ${classification} in ${language}`, () => {
      const text = write(classification, language);

      it("is as recorded", () => {
        assertGolden(`new/${classification}.${language}.vendor.yaml`, text);
      });

      it("is valid, and states only the given answers", () => {
        const { findings, profiles } = analyzeText(text);
        assert.deepEqual(
          findings.filter(({ kind }) => !["unstated", "recommended"].includes(kind)),
          [],
        );
        assert.equal(profiles[0]?.verdict, classification === "III" ? "not-applicable" : "undetermined");
        assert.deepEqual(statedIn(parse(text)).sort(), STATED);
      });

      it("has exactly the keys that the class needs", () => {
        const keys = (value: unknown, path: readonly string[] = []): string[] => {
          if (Array.isArray(value)) return value.flatMap((item) => keys(item, [...path, "[]"]));
          if (typeof value !== "object" || value === null) return [path.join(".")];
          return Object.entries(value).flatMap(([key, below]) => keys(below, [...path, key]));
        };
        const needed = factsNeeded(bundled.standard, classification).map((pattern) => pattern.join("."));
        const own = keys(parse(text)).filter((key) => !STATED.includes(key));
        for (const fact of needed)
          assert.ok(
            own.some((key) => fact === key || fact.startsWith(`${key}.`)),
            fact,
          );
        // the naming keys of list items
        const names = ["encryption.inTransit.[].path", "encryption.atRest.[].store"];
        for (const key of own) assert.ok(names.includes(key) || needed.some((fact) => fact === key || fact.startsWith(key)), key);
      });

      it("offers to free the sections of a key that is uncommented alone", () => {
        const keys = freedKeys(text);
        assert.ok(keys.length > 0);
        for (const { freed, sections, whole } of keys) {
          const analysis = analyzeText(freed);
          const [fix] = analysis.findings.flatMap((finding) =>
            fixesOf(analysis, finding).filter(({ kind }) => kind === "uncomment"),
          );
          assert.ok(fix && isFix(fix), `${sections}: ${freed}`);
          assert.deepEqual([fix.data, applyEdits(freed, fix.edits)], [{ keys: sections }, whole]);
        }
      });

      it("stays valid when the commented-out keys are uncommented", () => {
        const all = uncommented(text);
        assert.notEqual(all, text);
        assert.deepEqual(
          analyzeText(all).findings.filter(({ kind }) => /^(?:schema|yaml)\./.test(kind)),
          [],
        );
        assert.deepEqual(statedIn(parse(all)).sort(), STATED);
        assert.ok(/^assessment:$/m.test(all) === (classification !== "III"));
      });

      it("is already formatted", () => {
        assert.deepEqual(formatEdits(parseSource(text)), []);
      });

      it("fits 100 columns, without trailing spaces", () => {
        for (const line of text.split("\n")) {
          // closing punctuation may exceed the width
          assert.ok(stringWidth(line) <= 102, line);
          assert.equal(line, line.trimEnd());
        }
      });

      it("is in one language", () => {
        const prose = text.replace(/株式会社あおば|あおば電子申請/g, "");
        if (language === "en") assert.doesNotMatch(prose, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
        else assert.doesNotMatch(prose.replace(/^#\s+NIST.*$/gm, ""), /[a-z]+ [a-z]+ [a-z]+ [a-z]+/);
      });
    });
  }
}

describe("A new profile", () => {
  it("conforms when filled in by its own comments", () => {
    const answers: Readonly<Record<string, string>> = {
      personal: "true",
      governingLaw: "JP",
      domesticCourt: "designated",
      path: "利用者端末 → SaaS",
      protocols: "[TLS 1.3, TLS 1.2]",
      store: "業務データベース",
      role: "primary",
      cipher: "AES-256-GCM",
      factors: "[knowledge, possession]",
      twoStep: "true",
      lockout: "true",
      primary: "[JP]",
      backups: "[]",
      method: "purge",
      standardDeletionAtTermination: "true",
    };
    const filled = (text: string) =>
      text.replace(/^( *(?:- )?)(\w+):$/gm, (line, _, key) => (answers[key] ? `${line} ${answers[key]}` : line));
    for (const language of LANGUAGES) {
      for (const classification of ["I", "II"]) {
        assert.equal(analyzeText(filled(write(classification, language))).profiles[0]?.verdict, "conforming");
      }
    }
  });

  it("explains which requirement a fact decides, and the alternatives", () => {
    const text = write("I", "ja");
    assert.match(text, /# No5-1・No5-2・No5-3は、いずれか一つを満たすことが必須。/);
    assert.match(text, /# 準拠法（No1）: .*\n.*例: JP（日本）\n +governingLaw:/);
    assert.match(text, /No6-1を満たさず、No6-2・No6-4・No6-5のいずれか/);
    assert.match(write("S", "ja"), /No8-1を満たさないときは.*No8-2/s);
    assert.doesNotMatch(write("S", "ja"), /No5-2|overseas/);
  });

  it("accepts names of any characters", () => {
    const odd = [
      "yes",
      "NO",
      "null",
      "~",
      "1.5",
      "- a",
      "a: b",
      "a #b",
      '"',
      "'",
      "\\",
      "あ\nい",
      "\u2028",
      "\u0085",
      "\ufeff",
      "：",
      "{",
      "*a",
      "&a",
      "%",
      "\u{20bb7}野家",
      "0x1",
      "2026-01-01",
      "#",
      "a:",
      "é",
      "e\u0301",
      "!",
      "|",
      ">",
      "@",
      "`",
    ];
    for (const name of odd) assert.equal(parse(write("III", "ja", { vendor: name, service: name })).vendor.name, name);
  });

  it("reads plainly where a name is plain", () => {
    const text = write("III", "ja", { vendor: "(株)青葉システム", service: "Aoba Forms 2.0" });
    assert.match(text, /name: "\(株\)青葉システム"/);
    assert.match(text, /name: Aoba Forms 2\.0$/m);
  });
});

describe("The name of a service's file", () => {
  const cases: [service: string, name: string][] = [
    ["あおば電子申請", "あおば電子申請.vendor.yaml"],
    ["Aoba Forms 2.0", "Aoba-Forms-2.0.vendor.yaml"],
    ["申請/届出: 窓口?", "申請-届出-窓口.vendor.yaml"],
    ["../../etc/passwd", "etc-passwd.vendor.yaml"],
    ["..", "vendor-profile.yaml"],
    ["???", "vendor-profile.yaml"],
    [".hidden", "hidden.vendor.yaml"],
    ["-rf", "rf.vendor.yaml"],
    ["CON", "_CON.vendor.yaml"],
    ["com¹", "_com¹.vendor.yaml"],
    ["console", "console.vendor.yaml"],
    ["(株)青葉 [試行], v2", "株-青葉-試行-v2.vendor.yaml"],
    ["窓口・届出（新）", "窓口・届出（新）.vendor.yaml"],
    ["❤\ufe0f", "vendor-profile.yaml"],
    ["ガ", "ガ.vendor.yaml"],
  ];
  for (const [service, name] of cases) it(`${service}: ${name}`, () => assert.equal(fileNameOf(service), name));

  // half of a surrogate pair too
  const codePoint = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
  it("is valid on every system, and one word in a shell", () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (service) => {
        const name = fileNameOf(service);
        assert.match(name, /^[^-.][^\s\p{Cc}\p{Cs}/\\:*?"'<>|`$&;!#%^~=,@(){}[\]]*\.yaml$/u);
        assert.ok(Buffer.byteLength(name) <= 255);
      }),
    );
  });
});
