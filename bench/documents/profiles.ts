import { editOf, filled, type Kind, pick, SMALL, times } from "./kind.ts";

/** The files that the generated profiles name as evidence, relative to the profile. */
export const evidenceFiles = ["evidence/利用契約書.pdf", "evidence/セキュリティ仕様書.pdf", "evidence/登録証の写し.pdf"];

const areas = ["東日本", "西日本", "東京", "大阪", "仙台", "福岡"];
const systems = ["住民税", "固定資産税", "国民健康保険", "介護保険", "保育所入所", "図書館予約", "施設予約"];
const rows = ["1", "3", "4", "7", "8-1"];

/**
 * A profile of a service with many stores, paths, certificates and pieces of evidence. Mostly valid: one in a hundred stores has a
 * misspelled value, one in forty a weak cipher.
 */
export function profile(lines: number, seed = 0): string {
  return filled(lines, (units, items) => compose(units, items, seed));
}

/** Generated profiles. The edit misspells the role of a store. */
export const profiles: Kind = {
  make: profile,
  path: (index) => `${index}.vendor.yaml`,
  edit: (text) => editOf(text, "role: primary", "primary", "primery"),
};

/** Whether the profile at an index, of `of` profiles, is the one in `oneOf` that has findings. The middle profile always is. */
export function isOne(index: number, of: number, oneOf: number): boolean {
  return (index - Math.floor(of / 2)) % oneOf === 0;
}

/** The same profile without findings: its mistake is corrected, and its class has no requirements. */
export function quiet(text: string): string {
  return text.replace("classification: S", "classification: III").replace("databse", "database");
}

/** A register of exactly `lines` lines: many profiles, one YAML document each. One in `oneOf` has findings. */
export function register(lines: number, { oneOf }: { oneOf: number }): string {
  const count = Math.floor((lines + 1) / (SMALL + 1));
  const documents = times(count, (index) => {
    const text = profile(index < count - 1 ? SMALL : lines - index * (SMALL + 1), index);
    return isOne(index, count, oneOf) ? text : quiet(text);
  });
  return documents.join("---\n");
}

function compose(units: number, items: number, seed: number): string[] {
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
      // Distributes the units' evidence over the rows.
      ...times(Math.floor((units + rows.length - 1 - place) / rows.length) + 1, (index) => [
        `      - title: ${name(index)}の資料`,
        index % 4 === 1 ? `        file: ${pick(evidenceFiles, index)}` : "        url: https://service.example.jp/evidence",
        `        section: 第${index + 1}条`,
        "        collected: 2026-10-01",
      ]).flat(),
    ]),
  ];
}
