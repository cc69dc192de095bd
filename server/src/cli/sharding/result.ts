import type { Shard } from "../../core/analysis/file-result.ts";
import { Refusal } from "../command.ts";
import { type JoinMessages, TERMS, type Term } from "../messages/join.ts";
import { isObject, type JsonObject, listAt, numberAt, objectAt, parseJson, textAt } from "../unread-json.ts";
import { parseShardNumber } from "./shard.ts";

type RunOptions = Readonly<Partial<Record<Term, string>>>;

/** An output of `check --shard`. */
export interface ShardResult {
  readonly path: string;
  readonly format: "json" | "sarif";
  readonly shard: Shard;
  /** The options and the version of its run. */
  readonly terms: RunOptions;
  /** The JSON document, or the run of the SARIF log. */
  readonly content: JsonObject;
}

/** Makes the error for a JSON pointer where a file differs from what `check` writes. */
export type Broken = (place: string) => Refusal;

/** Reads an output of `check --shard` in JSON or SARIF. Throws a Refusal that says what is wrong. */
export function readPart(path: string, text: string, messages: JoinMessages): ShardResult {
  const broken: Broken = (place) => new Refusal(messages.broken(path, place));
  const document = parsed(path, text, messages);
  if (document.version === 1) {
    if (!("shard" in document)) throw new Refusal(messages.whole(path));
    const terms = { asOf: textAt(document, "asOf", "", broken) };
    return { path, format: "json", shard: shardAt(document, "", broken), terms, content: document };
  }
  if (document.version !== "2.1.0") throw new Refusal(messages.other(path));
  const [run] = listAt(document, "runs", "", broken);
  const properties = objectAt(run, "properties", "/runs/0", broken);
  if (!isObject(run) || !("shard" in properties)) throw new Refusal(messages.whole(path));
  const driver = objectAt(objectAt(run, "tool", "/runs/0", broken), "driver", "/runs/0/tool", broken);
  const terms = {
    asOf: textAt(properties, "asOf", "/runs/0/properties", broken),
    language: textAt(run, "language", "/runs/0", broken),
    version: textAt(driver, "version", "/runs/0/tool/driver", broken),
  };
  return { path, format: "sarif", shard: shardAt(properties, "/runs/0/properties", broken), terms, content: run };
}

function parsed(path: string, text: string, messages: JoinMessages): JsonObject {
  try {
    const document = parseJson(text);
    if (isObject(document)) return document;
  } catch {
    // not JSON
  }
  throw new Refusal(messages.other(path));
}

function shardAt(parent: unknown, at: string, broken: Broken): Shard {
  const shard = objectAt(parent, "shard", at, broken);
  const [number = 0, all = 0, inputs = 0] = ["number", "of", "inputs"].map((key) => numberAt(shard, key, `${at}/shard`, broken));
  const shardNumber = parseShardNumber(`${number}/${all}`);
  if (!shardNumber) throw broken(`${at}/shard`);
  return { ...shardNumber, inputs };
}

/** The parts in order. Throws a Refusal if they are not all the shards of one run, each once. */
export function inOrder(parts: readonly ShardResult[], messages: JoinMessages): readonly ShardResult[] {
  const [first, ...others] = parts as readonly [ShardResult, ...ShardResult[]];
  const terms = termsOf(first);
  for (const part of others) {
    if (part.format !== first.format) throw new Refusal(messages.formats(first.path, part.path));
    const own = termsOf(part);
    for (const term of TERMS) {
      const [expected = "", value = ""] = [terms[term], own[term]];
      if (value !== expected)
        throw new Refusal(messages.differ(messages.terms[term], [first.path, expected], [part.path, value]));
    }
  }
  const { of } = first.shard;
  const byNumber = new Map<number, ShardResult>();
  for (const part of parts) {
    const { number } = part.shard;
    const same = byNumber.get(number);
    if (same) throw new Refusal(messages.twice(`${number}/${of}`, [same.path, part.path]));
    byNumber.set(number, part);
  }
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length > 0) throw new Refusal(messages.missing(missing.map((number) => `${number}/${of}`)));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** What all shards of a run have in common. */
function termsOf({ terms, shard: { of, inputs } }: ShardResult): RunOptions {
  return { ...terms, shards: String(of), inputs: String(inputs) };
}
