import type { Row } from "../standard/standard.ts";
import type { Status } from "../standard/status.ts";
import type { Bilingual } from "../standard/text.ts";
import type { Path, Span } from "../yaml/node.ts";
import type { ProblemKind } from "../yaml/problem.ts";

export type Severity = "error" | "warning" | "information";

/** A statement about one place of a profile, as data; `messages/` has its sentences. */
export interface Finding<K extends Kind = Kind> {
  /** A stable id: `<row>.<kind>` for a finding about a requirement, else the kind. */
  readonly code: string;
  readonly kind: K;
  readonly severity: Severity;
  /** The index of the profile in its file. */
  readonly profile: number;
  /** The number of the row it is about; null where it is not about one row. */
  readonly requirement: string | null;
  readonly path: Path;
  readonly span: Span;
  readonly data: Payloads[K];
  readonly related: readonly Related[];
}

/** Another place that contributes to a finding. */
export interface Related {
  readonly path: Path;
  readonly span: Span;
  readonly reason: Reason;
  /** The row that this place decides, where it is not the finding's row. */
  readonly row?: Row;
}

/** Why a place makes a requirement fail or leaves it open; `other` marks a counterpart of the finding's place. */
export interface Reason {
  readonly state: "fails" | "unclear" | "unstated" | "lacking" | "invalid" | "other";
  /** The title of the fact, e.g. 暗号. */
  readonly fact: Bilingual;
  /** The item or section it belongs to, e.g. 保存先「日次バックアップ」. */
  readonly of?: Bilingual;
  /** The dotted path, with indices in brackets. */
  readonly path: string;
  /** The value as written, shortened. */
  readonly value?: string;
  /** Whether the value is its title instead, for readers who do not know YAML. */
  readonly isTitle?: boolean;
  /** The value's title or standing, where it says more than the value. */
  readonly title?: Bilingual;
  /** A remark on the value; on an unstated fact, what is missing. */
  readonly note?: Bilingual;
}

/** The status of a row in a group of alternatives. */
export interface Alternative {
  readonly row: Row;
  readonly status: Status;
  /** The dotted paths of the facts that leave it open, whatever else is met. */
  readonly open: readonly string[];
}

interface OfRow {
  readonly row: Row;
  readonly classification: string;
}

interface OfDuty extends OfRow {
  /** The status of the row itself, which may differ from that of its group. */
  readonly status: Status;
  readonly reason: Reason;
  readonly alternatives: readonly Alternative[];
}

interface OfValue {
  readonly fact: Bilingual;
  readonly value: string;
  /** The valid value that was meant, where the notations decide it. */
  readonly meant?: string;
  /** A valid value that may have been meant. */
  readonly similar?: string;
  /** What the value also says, of a key beside it that does not state it yet: the edition of a standard. */
  readonly beside?: { readonly key: string; readonly value: string };
  /** The items of a list that the value names, where it stands for a single one. */
  readonly apart?: readonly string[];
  /** Whether the value stands for a whole list, which may be empty. */
  readonly orNone?: true;
  /** The numbers of the rows that cannot be judged without this value. */
  readonly blocks: readonly string[];
}

/** All kinds of findings, each with its data. */
export interface Payloads extends Record<`yaml.${ProblemKind}`, { readonly text?: string }> {
  unmet: OfDuty;
  unstated: OfDuty;
  recommended: OfRow & { readonly reason: Reason; readonly carrier?: Row };
  exception: OfRow & {
    readonly carrier: Row;
    readonly carrierStatus: Status;
    /** The missing keys of the review. */
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
    /** The key that was meant, by another spelling or by its title. */
    readonly meant?: string;
    readonly similar?: string;
    readonly only: readonly string[];
    readonly blocks: readonly string[];
  };
  "schema.empty-profile": Record<never, never>;
}

export type Kind = keyof Payloads;

/** A finding of any kind, discriminated by its kind. */
export type AnyFinding = { [K in Kind]: Finding<K> }[Kind];
