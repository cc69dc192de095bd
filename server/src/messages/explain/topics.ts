import type { Bundle } from "../../core/analysis/analyze.ts";
import type { Kind } from "../../core/findings/finding.ts";
import { type Field, keysOf, propertyOf } from "../../core/schema/format.ts";
import { normalize } from "../../core/schema/normalize.ts";
import { similarTo } from "../../core/schema/similar.ts";
import { rowsDecidedAt, rowsOn } from "../../core/standard/facts.ts";
import type { Row, Standard } from "../../core/standard/standard.ts";
import type { Path } from "../../core/yaml/node.ts";
import { coreMessages } from "../render.ts";

/** Something that can be explained. */
export type Topic = RowTopic | CodeTopic | FactTopic;

export interface RowTopic {
  readonly kind: "row";
  readonly row: Row;
}

/** A finding's code. */
export interface CodeTopic {
  readonly kind: "code";
  readonly code: string;
  readonly finding: Kind;
  /** The row whose number the code begins with. */
  readonly row: Row | undefined;
}

/** A fact, or several that differ only in their place. */
export interface FactTopic {
  readonly kind: "fact";
  readonly field: Field;
  readonly places: readonly FactPlace[];
  /** The rows that look at it. */
  readonly rows: readonly Row[];
}

/** A fact's place in a profile. */
export interface FactPlace {
  /** The path of its first occurrence. */
  readonly at: Path;
  /** As people write it: `encryption.atRest[].cipher`. */
  readonly path: string;
  /** The section that contains it, if any. */
  readonly section: Field | undefined;
}

interface Fact {
  readonly place: FactPlace;
  /** The keys of its path, without list indexes. */
  readonly keys: readonly string[];
  readonly field: Field;
  readonly rows: readonly Row[];
}

/** In characters. Longer words explain nothing. */
const MAX_WORD_LENGTH = 200;

/** The topics that a word names: a row, a code, or facts by their path or title. Empty for an unknown word. */
export function topicsOf(word: string, { standard, format }: Bundle): Topic[] {
  if (word.length > MAX_WORD_LENGTH) return [];
  const row = rowNamed(word, standard);
  if (row) return [{ kind: "row", row }];
  const code = codeNamed(word, standard);
  if (code) return [code];
  const facts = factsIn(format.root, standard);
  const exact = facts.filter(({ keys }) => keys.length === keysIn(word).length && endsIn(keys, word));
  if (exact.length > 0) return alike(exact);
  const others = ofAnyRow(facts, standard);
  const labelled = standard.rows.filter(({ label }) => isTitle(word, label)).map((row): Topic => ({ kind: "row", row }));
  const titled = others.filter(({ field }) => isTitle(word, field.title));
  if (labelled.length + titled.length > 0) return [...labelled, ...alike(titled)];
  return alike(others.filter(({ keys }) => endsIn(keys, word)));
}

/** A word that has topics and resembles the given one. */
export function similarTopic(word: string, { standard, format }: Bundle): string | undefined {
  if (word.length > MAX_WORD_LENGTH) return undefined;
  const facts = factsIn(format.root, standard);
  const titles = [...standard.rows.map(({ label }) => label), ...facts.map(({ field }) => field.title)];
  const words = [
    ...Object.keys(coreMessages.ja.kinds),
    ...facts.flatMap(({ keys, place }) => [place.path, keys.at(-1) ?? ""]),
    ...titles.flatMap(({ ja, en }) => [ja, en]),
  ];
  return similarTo(word, [...new Set(words)]);
}

/** Accepts 5-1, ５−１, No5-1 and No. 5-1. */
function rowNamed(word: string, { rows }: Standard): Row | undefined {
  const no = numberIn(word);
  return rows.find((row) => row.no === no);
}

function numberIn(word: string): string {
  // Japanese keyboards produce a prolonged sound mark where a dash is meant.
  return normalize(word)
    .replace(/(?<=\d)\s*[ー-]\s*(?=\d)/gu, "-")
    .replace(/^no\.?\s*/u, "");
}

/** Accepts 5-1.unmet, check.contradiction, and a row finding's kind alone. */
function codeNamed(word: string, standard: Standard): CodeTopic | undefined {
  const code = normalize(word);
  const isKind = (name: string): name is Kind => Object.hasOwn(coreMessages.ja.kinds, name);
  if (isKind(code)) return { kind: "code", code, finding: code, row: undefined };
  const [, before = "", finding = ""] = /^(.*)\.(\w+)$/u.exec(code) ?? [];
  const row = rowNamed(before, standard);
  return row && isKind(finding) && canBeOf(finding, row)
    ? { kind: "code", code: `${row.no}.${finding}`, finding, row }
    : undefined;
}

/** Whether findings of a kind can occur for a row. */
function canBeOf(kind: Kind, { exception, legacy, expiry, obligation }: Row): boolean {
  switch (kind) {
    case "exception":
    case "excepted":
      return exception !== undefined;
    case "legacy":
      return legacy !== undefined;
    case "expiring":
      return expiry !== undefined;
    case "recommended":
      return Object.values(obligation).some(({ is }) => is === "recommended");
    default:
      return true;
  }
}

/** The keys of a path, written with dots or as a JSON pointer, with or without quotes and list indexes. */
function keysIn(word: string): string[] {
  const steps = word
    .normalize("NFKC")
    .trim()
    .replace(/\[\d*\]|^\//gu, "")
    .split(/[./]/u)
    .map((step) => normalize(step.replace(/["'“”]/gu, "")));
  // Pointers contain list indexes. A number right below the first key is a row's number instead.
  return steps.filter((step, index) => index < 2 || !/^\d+$/u.test(step));
}

function endsIn(keys: readonly string[], word: string): boolean {
  const tail = keysIn(word);
  const end = keys.slice(-tail.length);
  return end.length === tail.length && end.every((key, index) => normalize(key) === tail[index]);
}

/** Whether a word is a title in either language, ignoring の and spaces. */
function isTitle(word: string, { ja, en }: { readonly ja: string; readonly en: string }): boolean {
  const plain = (text: string) => normalize(text).replace(/[\sの]/gu, "");
  return plain(word) !== "" && [ja, en].some((title) => plain(title) === plain(word));
}

/** Merges facts that every row has into one fact. */
function ofAnyRow(facts: readonly Fact[], { rows }: Standard): Fact[] {
  const isNumber = (key: string) => rows.some(({ no }) => no === key);
  const general = ({ keys }: Fact) => keys.map((key) => (isNumber(key) ? "" : key)).join(".");
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) groups.set(general(fact), [...(groups.get(general(fact)) ?? []), fact]);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    // A fact whose own key is a row's number belongs to that row only.
    if (isNumber(first.keys.at(-1) ?? "")) return [];
    return { ...first, place: { ...first.place, path: first.place.path.replace(/"\d[^"]*"/u, '"…"'), section: undefined } };
  });
}

/** Groups facts that differ only in their place. */
function alike(facts: readonly Fact[]): FactTopic[] {
  const topics = new Map<string, FactTopic>();
  for (const { field, rows, place } of facts) {
    const key = JSON.stringify([field, rows.map(({ no }) => no)]);
    topics.set(key, { kind: "fact", field, rows, places: [...(topics.get(key)?.places ?? []), place] });
  }
  return [...topics.values()];
}

/** Every fact and section of the format, in its order. */
function factsIn(root: Field, standard: Standard): Fact[] {
  const below = (parent: Field, path: Path, section: Field | undefined): Fact[] => {
    if (parent.items) return parent.items.type === "object" ? below(parent.items, [...path, 0], section) : [];
    return keysOf(parent).flatMap((name) => {
      const field = propertyOf(parent, name);
      return field ? factsAt(field, [...path, name], section) : [];
    });
  };
  const factsAt = (field: Field, at: Path, section: Field | undefined): Fact[] => {
    const isSection = field.type === "object" || field.items?.type === "object";
    const decided = isSection ? rowsOn(standard, at) : rowsDecidedAt(standard, at);
    const rows = [...decided, ...standard.rows.filter((row) => row.exception && isReviewOf(row, at))];
    const keys = at.filter((step) => typeof step === "string");
    return [{ place: { at, path: pathText(at), section }, keys, field, rows }, ...below(field, at, field)];
  };
  return below(root, [], undefined);
}

/** Whether a path is a row's review, or inside it. */
function isReviewOf({ no }: Row, [section, row, key]: Path): boolean {
  return section === "assessment" && row === no && key === "exception";
}

/** Formats a path: encryption.atRest[].cipher, assessment."8-1".exception */
function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[]`;
    const key = /^\d/.test(step) ? `"${step}"` : step;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}
