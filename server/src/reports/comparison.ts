import type { Analysis } from "../core/analysis/analyze.ts";
import { outcomes } from "../core/evaluation/outcome.ts";
import type { Profile } from "../core/evaluation/profile.ts";
import { type Duty, dutiesOf, resultOf, type Verdict } from "../core/evaluation/verdict.ts";
import type { Format } from "../core/schema/format.ts";
import { alternativesOf, type Row, type Standard } from "../core/standard/standard.ts";
import type { Status } from "../core/standard/status.ts";
import { type Carrier, carrierFor, indexOf, type OpenException, openExceptionFor } from "./report.ts";

/** A language-neutral comparison of services: which class each may be used for, and what each lacks. */
export interface Comparison {
  readonly standard: Standard;
  readonly format: Format;
  readonly asOf: string;
  /** The classes with requirements, strictest first. */
  readonly classes: readonly string[];
  /** In input order. */
  readonly services: readonly ComparedService[];
  /** Every row of the standard, in the standard's order. */
  readonly rows: readonly ComparedRow[];
}

export interface ComparedService {
  readonly path: string;
  readonly index: number | null;
  readonly vendor: string | null;
  readonly service: string | null;
  readonly classification: string | null;
  readonly judgedAs: string | null;
  readonly verdict: Verdict;
  readonly faults: number;
  readonly eligible: readonly string[];
  /** In the order of the comparison's classes. */
  readonly outcomes: readonly ComparedOutcome[];
}

/** The result of judging a service as a class. */
export interface ComparedOutcome {
  readonly classification: string;
  readonly verdict: Verdict;
  readonly isEligible: boolean;
  readonly unmet: readonly Lack[];
  readonly unknown: readonly Lack[];
  /** Unmet rows that another row carries after a recorded review. */
  readonly reviewed: readonly { readonly row: Row; readonly carrier: Carrier }[];
}

/** An open duty, and the exception that might close it. */
export interface Lack {
  readonly duty: Duty;
  readonly exception: OpenException | null;
}

export interface ComparedRow {
  readonly row: Row;
  /** Whether the status is not the same for all services. */
  readonly differs: boolean;
  /** One per service, in the order of `services`. */
  readonly cells: readonly ComparedCell[];
}

export interface ComparedCell {
  readonly status: Status;
  /** Whether it is an open duty of some class, by itself or in a group that no row carries. */
  readonly isLacking: boolean;
  /** The rows that are met instead, with the classes for which that counts. Only a group's first row has the group's carrier. */
  readonly carriers: readonly (Carrier & { readonly classes: readonly string[] })[];
}

/** A judged profile with its file. */
export interface ComparedProfile {
  readonly analysis: Analysis;
  readonly profile: Profile;
  readonly path: string;
}

/** Compares services, all judged by the same standard as of the same day. Throws without any service. */
export function comparisonOf(entries: readonly ComparedProfile[]): Comparison {
  const [first] = entries;
  if (!first) throw new Error("there is nothing to compare");
  const { standard, format, today } = first.analysis;
  const services = entries.map(serviceOf);
  return {
    standard,
    format,
    asOf: today,
    classes: services[0]?.outcomes.map(({ classification }) => classification) ?? [],
    services,
    rows: standard.rows.map((row) => {
      const cells = entries.map((entry, index) => cellOf(row, entry, services[index] as ComparedService));
      return { row, differs: new Set(cells.map(({ status }) => status)).size > 1, cells };
    }),
  };
}

function serviceOf({ analysis, profile, path }: ComparedProfile): ComparedService {
  const { vendor, service, classification, judgedAs, verdict, faults, eligible } = profile;
  return {
    path,
    index: indexOf(analysis, profile),
    vendor,
    service,
    classification,
    judgedAs,
    verdict,
    faults,
    eligible,
    outcomes: outcomes(analysis.standard, profile.rows, profile.facts).map(({ classification, verdict }) =>
      outcomeOf(classification, verdict, analysis.standard, profile),
    ),
  };
}

function outcomeOf(classification: string, verdict: Verdict, standard: Standard, profile: Profile): ComparedOutcome {
  const duties = dutiesOf(standard, classification, profile.rows, profile.facts);
  const lacks = (status: Status) =>
    duties
      .filter((duty) => duty.status === status)
      .map((duty): Lack => ({ duty, exception: openExceptionFor(duty.row, classification, profile) }));
  return {
    classification,
    verdict: profile.verdict === "invalid" ? "invalid" : verdict,
    isEligible: profile.eligible.includes(classification),
    unmet: lacks("unmet"),
    unknown: lacks("unknown"),
    reviewed: duties.flatMap(({ row }) => {
      const carrier = carrierFor(row, classification, standard, profile);
      return carrier?.review ? [{ row, carrier }] : [];
    }),
  };
}

function cellOf(row: Row, { analysis: { standard }, profile }: ComparedProfile, { outcomes }: ComparedService): ComparedCell {
  const { status } = resultOf(profile.rows, row.no);
  const open = outcomes.flatMap(({ unmet, unknown }) => [...unmet, ...unknown]);
  const isOpen = status === "unmet" || status === "unknown";
  return {
    status,
    isLacking: isOpen && open.some(({ duty }) => duty.row === row || duty.alternatives?.rows.includes(row.no)),
    carriers: carriersOf(row, standard, profile),
  };
}

function carriersOf(row: Row, standard: Standard, profile: Profile): ComparedCell["carriers"] {
  const byRow = new Map<Row, Carrier & { classes: string[] }>();
  for (const classification of Object.keys(standard.classes)) {
    const group = alternativesOf(standard, row.no, classification);
    if (group && group.rows[0] !== row.no) continue;
    const carrier = carrierFor(row, classification, standard, profile);
    if (!carrier) continue;
    const existing = byRow.get(carrier.row);
    if (existing) existing.classes.push(classification);
    else byRow.set(carrier.row, { ...carrier, classes: [classification] });
  }
  return [...byRow.values()];
}
