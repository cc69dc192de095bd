import type { Shard } from "../../core/analysis/file-result.ts";
import { Refusal } from "../command.ts";
import { type JoinMessages, TERMS, type Term } from "../messages/join.ts";
import { isObject, type JsonObject, listAt, numberAt, objectAt, parseJson, textAt } from "../unread-json.ts";
import { parseShardNumber } from "./shard.ts";

type RunOptions = Readonly<Partial<Record<Term, string>>>;

/** What `check --shard` wrote. */
export interface ShardResult {
  readonly path: string;
  readonly format: "json" | "sarif";
  readonly shard: Shard;
  /** How it was judged. */
  readonly terms: RunOptions;
  /** The JSON document, or the run of the SARIF log. */
  readonly content: JsonObject;
}

/** Says where a file is not as `check` writes it. */
export type Broken = (place: string) => Refusal;

/** Reads what `check --shard` wrote as JSON or SARIF. Throws a Refusal that names what is wrong. */
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
    // no JSON at all
  }
  throw new Refusal(messages.other(path));
}

function shardAt(of: unknown, at: string, broken: Broken): Shard {
  const shard = objectAt(of, "shard", at, broken);
  const [number = 0, all = 0, inputs = 0] = ["number", "of", "inputs"].map((key) => numberAt(shard, key, `${at}/shard`, broken));
  const part = parseShardNumber(`${number}/${all}`);
  if (!part) throw broken(`${at}/shard`);
  return { ...part, inputs };
}

/** The parts in their order. Throws a Refusal where they are not those of one whole, each once. */
export function inOrder(parts: readonly ShardResult[], messages: JoinMessages): readonly ShardResult[] {
  const [first, ...others] = parts as readonly [ShardResult, ...ShardResult[]];
  const terms = termsOf(first);
  for (const part of others) {
    if (part.format !== first.format) throw new Refusal(messages.formats(first.path, part.path));
    const own = termsOf(part);
    for (const term of TERMS) {
      const [known = "", value = ""] = [terms[term], own[term]];
      if (value !== known) throw new Refusal(messages.differ(messages.terms[term], [first.path, known], [part.path, value]));
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

/** What the parts of a whole have in common. */
function termsOf({ terms, shard: { of, inputs } }: ShardResult): RunOptions {
  return { ...terms, shards: String(of), inputs: String(inputs) };
}
