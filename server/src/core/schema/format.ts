import type { Bilingual } from "../standard/text.ts";
import type { Path } from "../yaml/node.ts";
import { normalize } from "./normalize.ts";
import { matches } from "./pattern.ts";

/** What may stand at a place of a profile, in both languages. The one table that messages, hovers and completion read. */
export interface Field {
  readonly title: Bilingual;
  readonly description?: Bilingual;
  readonly type: "object" | "array" | "string" | "boolean" | "integer";
  readonly format?: string;
  /** The values that may stand here. */
  readonly vocabulary?: string;
  readonly required?: readonly string[];
  /** The one value that may stand here. */
  readonly const?: number;
  /** How many items a list must have. */
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Field>>;
  /** The order of the keys, where it is not that of `properties`: an object has those that look like numbers first. */
  readonly order?: readonly string[];
  readonly items?: Field;
}

/** The values of a field, and what is known of each. */
export interface Vocabulary {
  readonly title: Bilingual;
  /** The date of the list. */
  readonly asOf?: string;
  readonly edition?: string;
  readonly sources?: readonly ReferenceSource[];
  readonly values: Readonly<Record<string, Bilingual & { readonly description?: Bilingual }>>;
  /** Whether the values are words, so that a similar spelling may be suggested. */
  readonly wordy?: boolean;
  /** Other ways to write a value, by their normal form. */
  readonly notations: Readonly<Record<string, string>>;
  /** Values made of parts joined by "-": a name, then what may follow it. */
  readonly compound?: {
    readonly names: readonly string[];
    /** What each name is, e.g. a 128-bit block cipher. */
    readonly kinds: Readonly<Record<string, Bilingual & { readonly description?: Bilingual }>>;
    /** The values that the list recommends, in full, the usual first. */
    readonly recommended: readonly string[];
    readonly parts: readonly (readonly string[])[];
    readonly pattern: string;
  };
  /** What is to be said of a value beside its title; the first pattern that matches. */
  readonly standings?: readonly (Bilingual & { readonly pattern: string })[];
  /** What some of the values have in common, e.g. that the standard accepts them. */
  readonly sets?: readonly {
    readonly title: Bilingual;
    readonly asOf?: string;
    readonly sources?: readonly ReferenceSource[];
    readonly values: readonly string[];
  }[];
}

/** Where a list is from. */
export interface ReferenceSource {
  readonly title: Bilingual;
  readonly url: string;
}

/** The format of a profile. */
export interface Format {
  readonly root: Field;
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
}

/** The field at a path; undefined where nothing may stand. */
export function fieldAt(format: Format, path: Path): Field | undefined {
  let field: Field | undefined = format.root;
  for (const step of path) {
    const next: Field | undefined = typeof step === "number" ? field.items : propertyOf(field, step);
    if (!next) return undefined;
    field = next;
  }
  return field;
}

/** The field behind a key. */
export function propertyOf({ properties }: Field, name: string): Field | undefined {
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The keys that may stand in a mapping, in the format's order. */
export function keysOf({ properties = {}, order }: Field): readonly string[] {
  return order ?? Object.keys(properties);
}

/** The key by which an item of a list goes: its first text of any wording. */
export function namingKeyOf({ properties = {} }: Field): string | undefined {
  return Object.entries(properties).find(([, { type, vocabulary, format }]) => type === "string" && !vocabulary && !format)?.[0];
}

/** The values that may stand in a field, where they are given. */
export function vocabularyOf(format: Format, field: Field | undefined): Vocabulary | undefined {
  return field?.vocabulary === undefined ? undefined : format.vocabularies[field.vocabulary];
}

/** What a value of a vocabulary is called, or where it stands: 米国, 運用監視暗号リスト. */
export function standingOf(vocabulary: Vocabulary, value: string): Bilingual | undefined {
  const standing = vocabulary.standings?.find(({ pattern }) => matches(pattern, value));
  return standing ?? (Object.hasOwn(vocabulary.values, value) ? vocabulary.values[value] : undefined);
}

/** The value that a notation stands for, be it the value itself; undefined where it is none. */
export function meantBy(vocabulary: Vocabulary, written: string): string | undefined {
  const normal = normalize(written);
  const plain = Object.hasOwn(vocabulary.notations, normal) ? vocabulary.notations[normal] : undefined;
  return plain ?? (vocabulary.compound ? compoundOf(vocabulary, normal) : undefined);
}

/** Reads "aes256gcm" or "AES_256/GCM" part by part. */
function compoundOf({ compound, notations }: Vocabulary, normal: string): string | undefined {
  if (!compound || /^[\s\-_/]|[\s\-_/]$/u.test(normal)) return undefined;
  const squeeze = (text: string) => normalize(text).replace(/[\s\-_/]|bit|ビット/gu, "");
  const rest = squeeze(normal);
  const names = [
    ...compound.names.map((name) => [squeeze(name), name] as const),
    ...Object.entries(notations).map(([key, name]) => [squeeze(key), name] as const),
  ];
  names.sort(([a], [b]) => b.length - a.length);
  for (const [key, name] of names) {
    if (!rest.startsWith(key)) continue;
    const value = partsOf(rest.slice(key.length), compound.parts, squeeze);
    const whole = value && [name, ...value].join("-");
    if (whole && matches(compound.pattern, whole)) return whole;
  }
  return undefined;
}

function partsOf(rest: string, parts: readonly (readonly string[])[], squeeze: (text: string) => string): string[] | undefined {
  const [first, ...others] = parts;
  if (rest === "") return [];
  if (!first) return undefined;
  for (const part of [...first].sort((a, b) => b.length - a.length)) {
    if (!rest.startsWith(squeeze(part))) continue;
    const below = partsOf(rest.slice(squeeze(part).length), others, squeeze);
    if (below) return [part, ...below];
  }
  return partsOf(rest, others, squeeze);
}
