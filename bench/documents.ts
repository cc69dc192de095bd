import type { Range } from "vscode-languageserver";

/** The files that the generated profiles name as evidence, relative to the profile. */
export const evidenceFiles = ["evidence/利用契約書.pdf", "evidence/セキュリティ仕様書.pdf", "evidence/登録証の写し.pdf"];

const areas = ["東日本", "西日本", "東京", "大阪", "仙台", "福岡"];
const systems = ["住民税", "固定資産税", "国民健康保険", "介護保険", "保育所入所", "図書館予約", "施設予約"];
const rows = ["1", "3", "4", "7", "8-1"];

/**
 * A profile of exactly so many lines: a service grown to many stores, paths, certificates and pieces of evidence. Mostly valid: of
 * a hundred stores one is misspelled, of forty one is badly encrypted. Another seed, other names.
 */
export function profile(lines: number, seed = 0): string {
  const spare = lines - compose(0, 0, seed).length;
  if (spare < 0) throw new Error(`A profile has at least ${lines - spare} lines.`);
  const unit = compose(1, 0, seed).length - compose(0, 0, seed).length;
  return `${compose(Math.floor(spare / unit), spare % unit, seed).join("\n")}\n`;
}

/**
 * A register of exactly so many lines: many profiles, a document each. One of so many, the one in the middle among them, is as
 * above; in the others nothing is found: they are of a class of which nothing is asked.
 */
export function register(lines: number, { oneOf }: { oneOf: number }): string {
  const each = 115;
  const count = Math.floor((lines + 1) / (each + 1));
  const documents = Array.from({ length: count }, (_, index) => {
    const text = profile(index < count - 1 ? each : lines - index * (each + 1), index);
    const isQuiet = (index - Math.floor(count / 2)) % oneOf !== 0;
    return isQuiet ? text.replace("classification: S", "classification: III").replace("databse", "database") : text;
  });
  return documents.join("---\n");
}

/** Where one value of a profile, about in its middle, can be changed from right to wrong and back. */
export function edit(text: string): { right: string; wrong: string; range: (value: string) => Range } {
  const lines = text.split("\n");
  const roles = lines.flatMap((line, index) => (line.endsWith("role: primary") ? [index] : []));
  const line = roles[Math.floor(roles.length / 2)];
  if (line === undefined) throw new Error("No store to edit.");
  const start = { line, character: (lines[line] as string).indexOf("primary") };
  const range = (value: string) => ({ start, end: { line, character: start.character + value.length } });
  return { right: "primary", wrong: "primery", range };
}

function compose(units: number, items: number, seed: number): string[] {
  const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
  const name = (index: number) => `${pick(areas, index + seed)}${pick(systems, index + seed)}${seed + index + 1}`;
  return [
    "# 架空の事業者とサービス。測定のために作ったもの",
    "profile: 1",
    "prepared:",
    `  by: 株式会社${pick(areas, seed)}クラウド 情報セキュリティ室`,
    "  date: 2026-10-15",
    "",
    "vendor:",
    `  name: 株式会社${pick(areas, seed)}クラウド${seed}`,
    '  corporateNumber: "9999999999999"',
    "  country: JP",
    "service:",
    `  name: ${pick(systems, seed)}サービス${seed}`,
    "  url: https://service.example.jp/",
    "  description: 職員と市民が使う手続きの受付と記録",
    "information:",
    "  classification: S",
    "  personal: true",
    "  items:",
    "    - 氏名",
    "    - 住所",
    ...times(items, (index) => `    - 申請内容${index + 1}`),
    "",
    "contract:",
    "  governingLaw: JP",
    "  domesticCourt: designated",
    "",
    "encryption:",
    "  inTransit:",
    ...times(units + 1, (index) => [
      `    - path: ${name(index)}の職員端末 → SaaS`,
      `      protocols: [${index % 40 === 20 ? "TLS 1.0, " : ""}TLS 1.2, TLS 1.3]`,
    ]).flat(),
    "  atRest:",
    ...times(units + 1, (index) => [
      `    - store: ${name(index)}データベース`,
      "      role: primary",
      `      cipher: ${index % 40 === 30 ? "DES" : "AES-256-GCM"}`,
      `      mechanism: ${index % 100 === 0 ? "databse" : "database"}`,
    ]).flat(),
    "",
    "authentication:",
    "  provider:",
    "    factors: [knowledge, possession]",
    "    lockout: true",
    "  customer:",
    "    factors: [knowledge]",
    "    twoStep: true",
    "    lockout: true",
    "",
    "dataLocation:",
    "  primary: [JP]",
    "  backups: [JP]",
    "",
    "certifications:",
    ...times(units + 1, (index) => [
      `  - scheme: ${pick(["ISMAP", "ISO/IEC 27001", "ISO/IEC 27017"], index)}`,
      "    holder: saas-provider",
      `    number: C${seed}-${index}`,
      `    scope: ${name(index)}の開発及び運用`,
      "    expires: 2099-03-31",
    ]).flat(),
    "",
    "erasure:",
    "  atTermination:",
    "    method: clear",
    "    guideline: NIST SP 800-88 Rev.1",
    "    performedBy: saas-provider",
    "",
    "assessment:",
    ...rows.flatMap((row, place) => [
      `  "${row}":`,
      "    evidence:",
      // the units' evidence goes to the rows in turn
      ...times(Math.floor((units + rows.length - 1 - place) / rows.length) + 1, (index) => [
        `      - title: ${name(index)}の資料`,
        index % 4 === 1 ? `        file: ${pick(evidenceFiles, index)}` : "        url: https://service.example.jp/evidence",
        `        section: 第${index + 1}条`,
        "        collected: 2026-10-01",
      ]).flat(),
    ]),
  ];
}

function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T;
}
