/** Tests that what is not stated never passes, and is never held against a profile: whatever is taken back, no row and no duty gets better, and none that was open fails. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { dutiesOf } from "../../server/src/core/evaluation/verdict.ts";
import type { Status } from "../../server/src/core/standard/status.ts";
import { analyzeText } from "../support/analyze.ts";
import { CLASSES, ROWS } from "../support/profile.ts";
import { runs } from "../support/runs.ts";
import { type Facts, profiles } from "./profiles.ts";

type Path = readonly (string | number)[];

/** The facts whose absence has a meaning: the group has a log-in, the method is meant in NIST's sense, no renewal is pending. */
const MEANINGFUL = ["adminLogin", "guideline", "renewalPending"];

/** The sections that rows read. */
const SECTIONS = ["contract", "encryption", "authentication", "dataLocation", "certifications", "erasure"];

const { standard } = bundled;

/** The paths of all values that state something, those of lists' items and of whole sections included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  const own = path.length > 0 && value !== null && !MEANINGFUL.includes(String(path.at(-1))) ? [path] : [];
  if (typeof value !== "object" || value === null) return own;
  const entries = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value);
  return [...own, ...entries.flatMap(([step, child]) => pathsOf(child, [...path, step]))];
}

/** The same facts with another value at a path. */
function replaced(facts: Facts, path: Path, value: unknown): Facts {
  const copy = structuredClone(facts) as Record<string | number, unknown>;
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  parent[path.at(-1) as string | number] = value;
  return copy as Facts;
}

/** The value at a path. */
function valueAt(facts: Facts, path: Path): unknown {
  return path.reduce((value: unknown, step) => (value as Record<string | number, unknown>)[step], facts);
}

const hasUnstatedItem = (value: unknown) => Array.isArray(value) && value.includes(null);

/** The facts, some of them not stated. */
const halfFilled = fc.tuple(profiles({ valid: true }), fc.array(fc.nat(), { maxLength: 4 })).map(([facts, choices]) =>
  choices.reduce((facts: Facts, choice) => {
    const paths = pathsOf(facts);
    return replaced(facts, paths[choice % paths.length] as Path, null);
  }, facts),
);

/** The findings, and by name the status of every row, of every duty of every class, and of the use for every class. */
function judge(facts: Facts) {
  const { profiles, findings } = analyzeText(JSON.stringify(facts));
  const [profile = assert.fail()] = profiles;
  const { rows } = profile;
  const duties = CLASSES.flatMap((name) => dutiesOf(standard, name, rows).map((duty) => ({ name, duty })));
  const lists = { met: profile.eligible, unknown: profile.open, unmet: profile.excluded } as const;
  const statuses = new Map<string, Status>([
    ...[...rows].map(([no, { status }]) => [no, status] as const),
    ...duties.map(({ name, duty }) => [`the duty ${duty.row.no} at ${name}`, duty.status] as const),
    ...Object.entries(lists).flatMap(([status, names]) => names.map((name) => [`use for ${name}`, status as Status] as const)),
  ]);
  return { findings, statuses };
}

/** Whether a status may follow from another by stating less. An alternative to a row applies as soon as that row is not met. */
function mayFollow(before: Status, after: Status): boolean {
  if (before === "not-applicable") return true;
  return after === "met" ? before === "met" : after !== "unmet" || before !== "unknown";
}

describe("a fact or an item of a list that is taken back", () => {
  it("makes no row, no duty and no use for a class met, and none unmet that was open", () => {
    fc.assert(
      fc.property(halfFilled, (facts) => {
        const before = judge(facts).statuses;
        for (const path of pathsOf(facts)) {
          for (const [what, status] of judge(replaced(facts, path, null)).statuses) {
            const was = before.get(what) as Status;
            assert.ok(mayFollow(was, status), `without ${path.join("/")}, ${what} is ${status}, and was ${was}`);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("a value that cannot be read", () => {
  it("names the rows that are met but for it, and none that is known all the same", () => {
    fc.assert(
      fc.property(halfFilled, fc.nat(), (facts, choice) => {
        const paths = pathsOf(facts).filter((path) => SECTIONS.includes(String(path[0])));
        const path = paths[choice % paths.length] as Path;
        const before = judge(facts).statuses;
        const { findings, statuses: after } = judge(replaced(facts, path, "？"));
        const blocks = findings.flatMap(({ data }) => ("blocks" in data ? data.blocks : []));
        // beside an item that says nothing, a row stays open without the unreadable one too
        const waitsAnyway = hasUnstatedItem(valueAt(facts, path.slice(0, -1)));
        for (const no of ROWS) {
          const isBlocked = blocks.includes(no);
          if (!waitsAnyway && before.get(no) === "met" && after.get(no) === "unknown")
            assert.ok(isBlocked, `${path.join("/")} hides ${no}`);
          if (isBlocked) assert.equal(after.get(no), "unknown", `${path.join("/")} does not hide ${no}`);
        }
      }),
      runs(200),
    );
  });
});
