import { readFile } from "node:fs/promises";
import { diffArrays } from "diff";
import type { Analysis } from "../core/analysis/analyze.ts";
import type { FileResult } from "../core/analysis/file-result.ts";
import type { AnyFinding } from "../core/findings/finding.ts";
import { type Field, type Format, propertyOf } from "../core/schema/format.ts";
import { pointer } from "../core/yaml/node.ts";
import { codeOf } from "../host/node/write-file-atomic.ts";
import { Refusal } from "./command.ts";
import { FINGERPRINT, profileKey } from "./fingerprint.ts";
import { relativePath } from "./formats/relative.ts";
import type { CheckMessages } from "./messages/check.ts";
import { isObject, listAt, numberAt, objectAt, parseJson, textAt, textOrNullAt } from "./unread-json.ts";

/**
 * What an earlier run found: by fingerprints where it was written as SARIF, else by places in each file, for the JSON document has
 * no names of items.
 */
export type Baseline =
  | { readonly by: "fingerprints"; readonly known: ReadonlySet<string> }
  | { readonly by: "places"; readonly known: ReadonlyMap<string, readonly BaselineFinding[]> };

/** A finding as the JSON document has it. */
interface BaselineFinding {
  readonly profile: string;
  readonly code: string;
  /** A JSON Pointer. */
  readonly path: string;
  /** The columns of its place, and how many lines it goes on: what stays the same where lines move. */
  readonly shape: string;
}

/** Reads what `check --format json` or `--format sarif` wrote. Throws a Refusal that names what is wrong. */
export async function readBaseline(path: string, messages: CheckMessages["baseline"]): Promise<Baseline> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Refusal(messages.unreadable(path, codeOf(error)));
  });
  const document = parsed(text, () => new Refusal(messages.noJson(path)));
  const broken = (place: string) => new Refusal(messages.broken(path, place));
  const version = isObject(document) ? document.version : undefined;
  if (version === 1) return { by: "places", known: readReport(document, broken) };
  if (version === "2.1.0") return { by: "fingerprints", known: readSarif(document, broken) };
  throw new Refusal(messages.version(path));
}

/** A file without the findings that a baseline has, and how many those are. */
export function withoutKnown(
  file: FileResult,
  baseline: Baseline,
  fingerprintOf: (finding: AnyFinding) => string,
): { file: FileResult; known: number } {
  if ("error" in file) return { file, known: 0 };
  const { analysis, path } = file;
  const old = new Set(
    baseline.by === "places"
      ? known(analysis, baseline.known.get(relativePath(path)) ?? [])
      : analysis.findings.filter((finding) => baseline.known.has(fingerprintOf(finding))),
  );
  const findings = analysis.findings.filter((finding) => !old.has(finding));
  return { file: { path, analysis: { ...analysis, findings } }, known: old.size };
}

/**
 * The findings that are also in the JSON document, each of which stands for one at most: first what has kept its place among the
 * others, then what has moved to another item of its list but stands in the same columns, then what stands at the same fact with
 * another value.
 */
function known({ source, profiles, findings, format }: Analysis, earlier: readonly BaselineFinding[]): AnyFinding[] {
  const keys = profiles.map(profileKey);
  const finding = new Map<BaselineFinding, AnyFinding>();
  for (const one of findings) {
    const shape = shapeOf(source.lines.range(one.span));
    finding.set({ profile: keys[one.profile] ?? "", code: one.code, path: pointer(one.path), shape }, one);
  }
  const alike = ({ profile, code, path, shape }: BaselineFinding) =>
    JSON.stringify([profile, code, withoutIndices(path, format), shape]);
  const inPlace = ({ profile, code, path }: BaselineFinding) => JSON.stringify([profile, code, path]);
  let rest: Unpaired = { before: earlier, now: [...finding.keys()] };
  for (const pair of [inOrder(alike), inAnyOrder(alike), inAnyOrder(inPlace)]) rest = pair(rest);
  const fresh = new Set(rest.now);
  return [...finding].flatMap(([found, one]) => (fresh.has(found) ? [] : [one]));
}

/** What has no counterpart yet. */
interface Unpaired {
  readonly before: readonly BaselineFinding[];
  readonly now: readonly BaselineFinding[];
}

/** Lists that differ in more than these have no order in common to speak of. */
const MAX_EDITS = 2000;

/** Pairs what has the same key and comes in the same order. */
function inOrder(key: (found: BaselineFinding) => string): (all: Unpaired) => Unpaired {
  return ({ before, now }) => {
    // how long it takes grows with the square of how much differs
    const parts = diffArrays(before.map(key), now.map(key), { maxEditLength: MAX_EDITS });
    if (!parts) return { before, now };
    let [old, fresh] = [0, 0];
    const rest: { before: BaselineFinding[]; now: BaselineFinding[] } = { before: [], now: [] };
    for (const { added, removed, count } of parts) {
      if (removed) rest.before.push(...before.slice(old, old + count));
      if (added) rest.now.push(...now.slice(fresh, fresh + count));
      if (!added) old += count;
      if (!removed) fresh += count;
    }
    return rest;
  };
}

/** Pairs what has the same key. */
function inAnyOrder(key: (found: BaselineFinding) => string): (all: Unpaired) => Unpaired {
  return ({ before, now }) => {
    const waiting = grouped(before, key);
    const rest = now.filter((found) => !waiting.get(key(found))?.shift());
    return { before: [...waiting.values()].flat(), now: rest };
  };
}

function grouped(all: readonly BaselineFinding[], by: (found: BaselineFinding) => string): Map<string, BaselineFinding[]> {
  const groups = new Map<string, BaselineFinding[]>();
  for (const found of all) {
    const key = by(found);
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return groups;
}

interface JsonPosition {
  readonly line: number;
  readonly character: number;
}

function shapeOf({ start, end }: { readonly start: JsonPosition; readonly end: JsonPosition }): string {
  return [start.character, end.character, end.line - start.line].join();
}

/** A pointer in which any item of a list stands for all. */
function withoutIndices(path: string, format: Format): string {
  let field: Field | undefined = format.root;
  const steps = path.split("/").slice(1);
  return steps
    .map((step) => {
      const isItem: boolean = field?.type === "array";
      field = isItem ? field?.items : field && propertyOf(field, step);
      return isItem ? "*" : step;
    })
    .join("/");
}

function readReport(document: unknown, broken: (place: string) => Refusal): ReadonlyMap<string, readonly BaselineFinding[]> {
  const known = new Map<string, BaselineFinding[]>();
  for (const [index, file] of listAt(document, "files", "", broken).entries()) {
    const at = `/files/${index}`;
    const path = relativePath(textAt(file, "path", at, broken));
    const profiles = listAt(file, "profiles", at, broken).map((profile, number) => {
      const place = `${at}/profiles/${number}`;
      const [vendor, service] = ["vendor", "service"].map((key) => textOrNullAt(profile, key, place, broken));
      return profileKey({ index: number, vendor: vendor ?? null, service: service ?? null });
    });
    const found = listAt(file, "findings", at, broken).map((finding, number): BaselineFinding => {
      const place = `${at}/findings/${number}`;
      const profile = profiles[numberAt(finding, "profile", place, broken)];
      if (profile === undefined) throw broken(`${place}/profile`);
      const range = objectAt(finding, "range", place, broken);
      const [start, end] = ["start", "end"].map((key) => {
        const position = objectAt(range, key, `${place}/range`, broken);
        const of = (name: string) => numberAt(position, name, `${place}/range/${key}`, broken);
        return { line: of("line"), character: of("character") };
      }) as [JsonPosition, JsonPosition];
      return {
        profile,
        code: textAt(finding, "code", place, broken),
        path: textAt(finding, "path", place, broken),
        shape: shapeOf({ start, end }),
      };
    });
    known.set(path, [...(known.get(path) ?? []), ...found]);
  }
  return known;
}

function readSarif(document: unknown, broken: (place: string) => Refusal): ReadonlySet<string> {
  const fingerprints = listAt(document, "runs", "", broken).flatMap((run, index) =>
    listAt(run, "results", `/runs/${index}`, broken).map((result, number) => {
      const place = `/runs/${index}/results/${number}`;
      const all = objectAt(result, "partialFingerprints", place, broken);
      return textAt(all, FINGERPRINT, `${place}/partialFingerprints`, broken);
    }),
  );
  return new Set(fingerprints);
}

function parsed(text: string, refusal: () => Refusal): unknown {
  try {
    return parseJson(text);
  } catch {
    throw refusal();
  }
}
