import { Document, isScalar, visit } from "yaml";
import type { Analysis, Options } from "../../server/src/core/analysis/analyze.ts";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import type { Verdict } from "../../server/src/core/evaluation/verdict.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import type { Status } from "../../server/src/core/standard/status.ts";
import { analysisOf } from "./analyze.ts";

/** The standard's rows, in order. */
export const ROWS = ["1", "2", "3", "4", "5-1", "5-2", "5-3", "6-1", "6-2", "6-3", "6-4", "6-5", "7", "8-1", "8-2"] as const;

/** The classes, strictest first. */
export const CLASSES = ["S", "I", "II", "III"] as const;

/** New values by the dotted path of a key. undefined removes the key, null leaves it without a value. */
export type Changes = Readonly<Record<string, unknown>>;

/** A profile that conforms at class S, meets every row that applies, and has no findings. */
export const base = {
  profile: 1,
  vendor: { name: "株式会社あおば" },
  service: { name: "あおば電子申請" },
  information: { classification: "S", personal: true },
  contract: { governingLaw: "JP", domesticCourt: "designated" },
  encryption: {
    inTransit: [
      { path: "利用者端末 → SaaS", protocols: ["TLS 1.2", "TLS 1.3"] },
      { path: "拠点間", protocols: ["IPsec"] },
    ],
    atRest: [
      { store: "業務データベース", role: "primary", cipher: "AES-256-GCM" },
      { store: "日次バックアップ", role: "backup", cipher: "AES-256" },
    ],
  },
  authentication: {
    provider: { factors: ["knowledge", "possession"], twoStep: true, lockout: true },
    customer: { factors: ["knowledge", "inherence"], twoStep: true, lockout: true },
  },
  dataLocation: { primary: ["JP"], backups: ["JP"] },
  certifications: [{ scheme: "ISO/IEC 27017", holder: "saas-provider", expires: "2028-03-31" }],
  erasure: { atTermination: { method: "purge" }, atDisposal: { method: "destroy" }, standardDeletionAtTermination: true },
  assessment: Object.fromEntries(ROWS.map((no) => [no, { evidence: [{ title: "仕様書" }] }])),
};

/** Data in Japan and Germany: 6-1 is unmet, and every alternative to it is met. */
export const ABROAD: Changes = {
  "dataLocation.primary": ["JP", "DE"],
  "dataLocation.overseas": {
    consent: { obtainedAtUse: true, informs: ["country-name", "foreign-system", "recipient-measures"] },
    classifications: ["III"],
    encryptionKey: { origin: "customer", dedicated: true, custody: "customer" },
  },
};

/** The base profile with changes, as YAML written the way people write it: lists of words on one line. */
export function profile(changes: Changes = {}): string {
  const facts: Tree = structuredClone(base);
  for (const [dotted, value] of Object.entries(changes)) change(facts, dotted.split("."), value);
  return Object.entries(facts).map(sectionText).join("");
}

interface Tree {
  [key: string]: unknown;
}

function change(tree: Tree, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    tree[key] ??= {};
    change(tree[key] as Tree, rest, value);
  } else if (value !== undefined) tree[key] = structuredClone(value);
  else if (Array.isArray(tree)) tree.splice(Number(key), 1);
  else delete tree[key];
}

const sectionTexts = new Map<string, string>();

/** A section as YAML, cached because most are the base profile's in most tests. */
function sectionText(section: [key: string, value: unknown]): string {
  const json = JSON.stringify(section);
  const text = sectionTexts.get(json) ?? writeSection(section);
  sectionTexts.set(json, text);
  return text;
}

function writeSection(section: [key: string, value: unknown]): string {
  const document = new Document(Object.fromEntries([section]), { aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, list) {
      list.flow = list.items.every(isScalar);
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The only profile of a text, judged. */
export function judged(text: string, options?: Partial<Options>): Profile {
  return analysisOf(text, options).profiles[0] as Profile;
}

export function statusOf(profile: Profile, no: string): Status {
  return profile.rows.get(no)?.status as Status;
}

export function verdictOf(changes: Changes, options?: Partial<Options>): Verdict {
  return judged(profile(changes), options).verdict;
}

/** A finding as one line: severity, code and the text that it marks. */
export function line({ source }: Analysis, { severity, code, span }: AnyFinding): string {
  return `${severity} ${code} ${source.text.slice(span.start, span.end)}`;
}

/** The findings of a text in order, one line each; `only` selects codes. */
export function lines(text: string, options: Partial<Options> = {}, only = /./): string[] {
  const analysis = analysisOf(text, options);
  return analysis.findings.filter(({ code }) => only.test(code)).map((finding) => line(analysis, finding));
}

/** The lines of the findings of the base profile with changes. */
export function findings(changes: Changes, options?: Partial<Options>, only?: RegExp): string[] {
  return lines(profile(changes), options, only);
}

/** The finding with a code. Throws unless there is exactly one. */
export function theFinding(text: string, code: string, options?: Partial<Options>): AnyFinding {
  const found = analysisOf(text, options).findings.filter((finding) => finding.code === code);
  if (found.length !== 1) throw new Error(`${found.length} findings ${code}`);
  return found[0] as AnyFinding;
}

/** The texts at a finding's related spans. */
export function relatedTexts(text: string, finding: AnyFinding): string[] {
  return finding.related.map(({ span }) => text.slice(span.start, span.end));
}
