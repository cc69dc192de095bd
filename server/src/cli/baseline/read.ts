import { readFile } from "node:fs/promises";
import { codeOf } from "../../host/node/error-code.ts";
import { Refusal } from "../command.ts";
import { FINGERPRINT, profileKey } from "../fingerprint.ts";
import { relativePath } from "../formats/relative.ts";
import type { CheckMessages } from "../messages/check.ts";
import { isObject, listAt, numberAt, objectAt, parseJson, textAt, textOrNullAt } from "../unread-json.ts";

/**
 * What an earlier run found: fingerprints if it was written as SARIF, places in each file if as JSON. The JSON document does not
 * have the names of list items that a fingerprint is made of.
 */
export type Baseline =
  | { readonly by: "fingerprints"; readonly known: ReadonlySet<string> }
  | { readonly by: "places"; readonly known: ReadonlyMap<string, readonly BaselineFinding[]> };

/** A finding of the JSON document. */
export interface BaselineFinding {
  readonly profile: string;
  readonly code: string;
  /** A JSON Pointer. */
  readonly path: string;
  /** Its columns and its number of lines: what stays the same when lines move. */
  readonly shape: string;
}

/** Reads an output of `check --format json` or `--format sarif`. Throws a Refusal that says what is wrong. */
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

interface JsonPosition {
  readonly line: number;
  readonly character: number;
}

/** The shape of a range with zero-based lines and characters. */
export function shapeOf({ start, end }: { readonly start: JsonPosition; readonly end: JsonPosition }): string {
  return [start.character, end.character, end.line - start.line].join();
}

function readReport(document: unknown, broken: (place: string) => Refusal): ReadonlyMap<string, readonly BaselineFinding[]> {
  const known = new Map<string, BaselineFinding[]>();
  for (const [index, file] of listAt(document, "files", "", broken).entries()) {
    const at = `/files/${index}`;
    const path = relativePath(textAt(file, "path", at, broken));
    const profiles = listAt(file, "profiles", at, broken).map((profile, number) => {
      const profilePlace = `${at}/profiles/${number}`;
      const [vendor, service] = ["vendor", "service"].map((key) => textOrNullAt(profile, key, profilePlace, broken));
      return profileKey({ index: number, vendor: vendor ?? null, service: service ?? null });
    });
    const found = listAt(file, "findings", at, broken).map((finding, number): BaselineFinding => {
      const place = `${at}/findings/${number}`;
      const profile = profiles[numberAt(finding, "profile", place, broken)];
      if (profile === undefined) throw broken(`${place}/profile`);
      const range = objectAt(finding, "range", place, broken);
      const [start, end] = ["start", "end"].map((key) => {
        const position = objectAt(range, key, `${place}/range`, broken);
        const numberOf = (name: string) => numberAt(position, name, `${place}/range/${key}`, broken);
        return { line: numberOf("line"), character: numberOf("character") };
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
