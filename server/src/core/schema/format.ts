import type { Bilingual } from "../standard/text.ts";
import type { Path } from "../yaml/node.ts";
import { matches } from "./pattern.ts";

/** What a profile may state at a path, in both languages. Messages, hovers and completion all read this table. */
export interface Field {
  readonly title: Bilingual;
  readonly description?: Bilingual;
  readonly type: "object" | "array" | "string" | "boolean" | "integer";
  readonly format?: string;
  /** The name of the vocabulary of the allowed values. */
  readonly vocabulary?: string;
  readonly required?: readonly string[];
  /** The only allowed value. */
  readonly const?: number;
  /** The least number of items of a list. */
  readonly minItems?: number;
  /** Whether a list may not state an item twice. */
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  /** The words that may follow a number, such as 回. */
  readonly units?: readonly string[];
  /** The key beside this one that takes the edition of a numbered standard, which people write after a colon. */
  readonly editionKey?: string;
  readonly properties?: Readonly<Record<string, Field>>;
  /** The order of the keys where `properties` cannot hold it: JavaScript objects put integer keys first. */
  readonly order?: readonly string[];
  readonly items?: Field;
}

/** The allowed values of a field, with their titles and notations. */
export interface Vocabulary {
  readonly title: Bilingual;
  /** The date of the published list, YYYY-MM-DD. */
  readonly asOf?: string;
  readonly edition?: string;
  readonly sources?: readonly ReferenceSource[];
  readonly values: Readonly<Record<string, Value>>;
  /** Whether the values are words, so that a similar word may be suggested. */
  readonly wordy?: boolean;
  /** The value of each notation, by the notation's normal form. */
  readonly notations: Readonly<Record<string, string>>;
  /** The normal forms of words that are near to a value but mean something else, e.g. `no`, which is not Norway. */
  readonly words?: readonly string[];
  /** The values that say more than the normal forms that may stand for them, e.g. the keys of `3des`. */
  readonly readings?: Readonly<Record<string, string>>;
  /** Values of several parts joined by "-": a name, then optional parts. */
  readonly compound?: {
    readonly names: readonly string[];
    /** The category of each name, e.g. a 128-bit block cipher. */
    readonly kinds: Readonly<Record<string, Bilingual & { readonly description?: Bilingual }>>;
    /** The recommended values in all their forms, the most usual first. */
    readonly recommended: readonly string[];
    readonly parts: readonly (readonly string[])[];
    readonly pattern: string;
  };
  /** The standing of a value, e.g. the list it is on; the first matching pattern applies. */
  readonly standings?: readonly (Bilingual & { readonly pattern: string })[];
  /** Named subsets of the values, e.g. those that the standard accepts. */
  readonly sets?: readonly {
    readonly title: Bilingual;
    readonly asOf?: string;
    readonly sources?: readonly ReferenceSource[];
    readonly values: readonly string[];
  }[];
}

/** An allowed value: its title, and what it means. */
export interface Value extends Bilingual {
  readonly description?: Bilingual;
  /** What cannot be known from this value alone, e.g. the version of TLS. */
  readonly open?: Bilingual;
}

/** The publication that a list comes from. */
export interface ReferenceSource {
  readonly title: Bilingual;
  readonly url: string;
}

/** The format of profiles. */
export interface Format {
  readonly root: Field;
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
}

/** The field at a path; undefined where the format has none. */
export function fieldAt(format: Format, path: Path): Field | undefined {
  let field: Field | undefined = format.root;
  for (const step of path) {
    const next: Field | undefined = typeof step === "number" ? field.items : propertyOf(field, step);
    if (!next) return undefined;
    field = next;
  }
  return field;
}

/** The field of a key; undefined where the mapping may not have that key. */
export function propertyOf({ properties }: Field, name: string): Field | undefined {
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The allowed keys of a mapping, in the format's order. */
export function keysOf({ properties = {}, order }: Field): readonly string[] {
  return order ?? Object.keys(properties);
}

/** The key whose value names a list item: the first free text. */
export function namingKeyOf({ properties = {} }: Field): string | undefined {
  return Object.entries(properties).find(([, { type, vocabulary, format }]) => type === "string" && !vocabulary && !format)?.[0];
}

/** The vocabulary of a field; undefined where it allows any value. */
export function vocabularyOf(format: Format, field: Field | undefined): Vocabulary | undefined {
  return field?.vocabulary === undefined ? undefined : format.vocabularies[field.vocabulary];
}

/** What cannot be known from a value alone. */
export function openOf({ values }: Vocabulary, value: string): Bilingual | undefined {
  return Object.hasOwn(values, value) ? values[value]?.open : undefined;
}

/** The standing of a value, else its title, e.g. 運用監視暗号リスト, 米国. */
export function standingOf(vocabulary: Vocabulary, value: string): Bilingual | undefined {
  const standing = vocabulary.standings?.find(({ pattern }) => matches(pattern, value));
  return standing ?? (Object.hasOwn(vocabulary.values, value) ? vocabulary.values[value] : undefined);
}
