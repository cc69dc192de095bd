import type { Row } from "../standard/standard.ts";
import type { Status } from "../standard/status.ts";
import type { Bilingual } from "../standard/text.ts";
import type { Path, Span } from "../yaml/node.ts";
import type { ProblemKind } from "../yaml/problem.ts";

export type Severity = "error" | "warning" | "information";

/** A statement about one place of a profile, without prose: `messages/` says it in words. */
export interface Finding<K extends Kind = Kind> {
  /** Stable: `<row>.<kind>` for a kind of requirement, else the kind itself. */
  readonly code: string;
  readonly kind: K;
  readonly severity: Severity;
  /** The index of the profile in its file. */
  readonly profile: number;
  /** The number of the row it is about. */
  readonly requirement: string | null;
  readonly path: Path;
  readonly span: Span;
  readonly data: Payloads[K];
  readonly related: readonly Related[];
}

/** Another place that has to do with a finding. */
export interface Related {
  readonly path: Path;
  readonly span: Span;
  readonly reason: Reason;
  /** The row that this place decides, where it is another than the finding's. */
  readonly row?: Row;
}

/** Why a place makes a requirement fail or leaves it open; or, as `other`, that the place is the counterpart of the finding's. */
export interface Reason {
  readonly state: "fails" | "unclear" | "unstated" | "lacking" | "invalid" | "other";
  /** What the fact is called, e.g. 暗号. */
  readonly fact: Bilingual;
  /** What it is a fact of, e.g. 保存先「日次バックアップ」. */
  readonly of?: Bilingual;
  /** The dotted path, as the standard's data writes it. */
  readonly path: string;
  /** The value as it is written. */
  readonly value?: string;
  /** What is to be said of the value. */
  readonly note?: Bilingual;
}

/** How a row of a group of alternatives stands. */
export interface Alternative {
  readonly row: Row;
  readonly status: Status;
  /** The facts that would settle it, as dotted paths. */
  readonly open: readonly string[];
}

interface OfRow {
  readonly row: Row;
  readonly classification: string;
}

interface OfDuty extends OfRow {
  /** The row's own status, which may differ from that of its group. */
  readonly status: Status;
  readonly reason: Reason;
  readonly alternatives: readonly Alternative[];
}

interface OfValue {
  readonly fact: Bilingual;
  readonly value: string;
  /** The value in the notation of the format, where the table of notations knows what was meant. */
  readonly meant?: string;
  /** A similar word. */
  readonly similar?: string;
  /** Rows that cannot be judged for want of this value. */
  readonly blocks: readonly string[];
}

/** The closed set of kinds, and what each finding carries. */
export interface Payloads extends Record<`yaml.${ProblemKind}`, { readonly text?: string }> {
  unmet: OfDuty;
  unstated: OfDuty;
  recommended: OfRow & { readonly reason: Reason; readonly carrier?: Row };
  exception: OfRow & {
    readonly carrier: Row;
    readonly carrierStatus: Status;
    /** The keys of the review that are not stated. */
    readonly missing: readonly string[];
  };
  excepted: OfRow & { readonly carrier: Row; readonly carrierStatus: Status; readonly by: string; readonly date: string };
  legacy: OfRow & { readonly reason: Reason; readonly values: readonly string[] };
  expiring: OfRow & { readonly date: string };
  "check.contradiction": OfRow;
  "check.unsupported": OfRow;
  "check.objection": OfRow;
  "evidence.absent": { readonly rows: readonly Row[] };
  "evidence.expired": { readonly row: string; readonly title: string | null; readonly date: string };
  "evidence.file": { readonly row: string; readonly file: string };
  "consistency.overseas-unused": { readonly row: Row };
  "consistency.backup-store-unused": Record<never, never>;
  "consistency.class-abroad-above-handled": { readonly abroad: string; readonly handled: string };
  "consistency.erasure-flags-unused": { readonly fact: Bilingual; readonly method: string };
  "consistency.exception-unused": { readonly row: Row };
  "consistency.renewal-not-ismap": { readonly scheme: string; readonly renewable: readonly string[] };
  "consistency.admin-facts-unused": { readonly group: Bilingual };
  "consistency.date-in-future": { readonly fact: Bilingual; readonly date: string };
  "schema.type": OfValue & { readonly expected: "object" | "array" | "string" | "boolean" | "integer" };
  "schema.enum": OfValue & { readonly allowed: readonly (Bilingual & { readonly value: string })[] };
  "schema.country": OfValue;
  "schema.cipher": OfValue;
  "schema.date": OfValue;
  "schema.corporate-number": OfValue;
  "schema.version": OfValue;
  "schema.minimum": OfValue & { readonly minimum: number };
  "schema.empty": OfValue;
  "schema.duplicate": OfValue;
  "schema.required": { readonly key: string; readonly fact: Bilingual; readonly of: string };
  "schema.unknown-key": {
    readonly key: string;
    /** The key that it is in another spelling, or by its title. */
    readonly meant?: string;
    readonly similar?: string;
    readonly only: readonly string[];
    readonly blocks: readonly string[];
  };
  "schema.empty-profile": Record<never, never>;
}

export type Kind = keyof Payloads;

/** A finding of any kind whose data fits its kind. */
export type AnyFinding = { [K in Kind]: Finding<K> }[Kind];
