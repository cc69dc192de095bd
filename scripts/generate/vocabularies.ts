import type { ReferenceSource, Vocabulary } from "../../server/src/core/schema/format.ts";
import { normalize } from "../../server/src/core/schema/normalize.ts";
import type { Test } from "../../server/src/core/standard/condition.ts";
import type { Bilingual } from "../../server/src/core/standard/text.ts";
import { escapeRegExp, readYaml } from "./sources.ts";

interface Value extends Bilingual {
  value: string;
  description?: Bilingual;
  open?: Bilingual;
}

interface Dated {
  asOf: string;
  edition?: string;
  sources: ReferenceSource[];
}

interface Reference extends Dated {
  title: Bilingual;
  wordy?: boolean;
  values: Value[];
  sets?: Record<string, { title: Bilingual; asOf?: string; sources?: ReferenceSource[]; values: string[] }>;
}

interface Ciphers extends Dated {
  title: Bilingual;
  lists: Record<"recommended" | "candidate" | "monitored" | "none", Bilingual>;
  categories: Record<string, Bilingual & { data: boolean; parameters: boolean }>;
  names: { name: string; category: string; list: keyof Ciphers["lists"]; description?: Bilingual }[];
  keys: number[];
  modes: { mode: string; list: keyof Ciphers["lists"]; description?: Bilingual }[];
}

/** A vocabulary, and the sets of its values that conditions refer to as `vocabulary#set`. */
export interface Compiled {
  vocabulary: Vocabulary;
  sets: Record<string, Test>;
}

const tables = readYaml<{
  words: Record<string, string[]>;
  readings: Record<string, Record<string, string>>;
  vocabularies: Record<string, Record<string, string | boolean>>;
}>("schemas/references/notations.yaml");

/** The reference lists by name. */
export function references(): Record<string, Compiled> {
  const sanitization = readYaml<Reference & { guidelines: Value[]; guidelineSets: Reference["sets"] }>(
    "schemas/references/sanitization.yaml",
  );
  const plain = (name: string) => compile(name, readYaml<Reference>(`schemas/references/${name}.yaml`));
  return {
    countries: plain("countries"),
    protocols: plain("protocols"),
    certificates: plain("certificates"),
    factors: plain("factors"),
    sanitization: compile("sanitization", sanitization),
    "sanitization-guidelines": compile("sanitization-guidelines", {
      title: sanitization.title,
      asOf: sanitization.asOf,
      sources: sanitization.sources,
      values: sanitization.guidelines,
      ...(sanitization.guidelineSets ? { sets: sanitization.guidelineSets } : {}),
    }),
    ciphers: compileCiphers(readYaml<Ciphers>("schemas/references/ciphers.yaml")),
    booleans: words("booleans", { true: NO_TITLE, false: NO_TITLE }),
    absences: words("absences", {}),
  };
}

const NO_TITLE: Bilingual = { ja: "", en: "" };

/** Notations alone: no field has the values. */
function words(name: string, values: Record<string, Bilingual>): Compiled {
  return { vocabulary: { title: NO_TITLE, values: {}, notations: notationsOf(name, values) }, sets: {} };
}

/** The vocabulary of values that the schema itself lists. */
export function inline(name: string, title: Bilingual, values: Record<string, Bilingual>, wordy = true): Vocabulary {
  return { title, values, wordy, ...tablesOf(name, values) };
}

function compile(name: string, { title, asOf, edition, sources, values, sets, wordy }: Reference): Compiled {
  const byValue = Object.fromEntries(values.map(({ value, ...rest }) => [value, rest]));
  return {
    vocabulary: {
      title,
      asOf,
      ...(edition ? { edition } : {}),
      sources,
      ...(wordy ? { wordy } : {}),
      values: byValue,
      ...tablesOf(name, byValue),
      ...(sets ? { sets: Object.values(sets).map(setOf) } : {}),
    },
    sets: Object.fromEntries(Object.entries(sets ?? {}).map(([set, { values }]) => [set, { enum: values }])),
  };
}

function setOf({ title, asOf, sources, values }: NonNullable<Reference["sets"]>[string]) {
  return { title, ...(asOf ? { asOf } : {}), ...(sources ? { sources } : {}), values };
}

/** The notations of a vocabulary, what else may be read as one of its values, and what may not. */
function tablesOf(name: string, values: Record<string, Bilingual>): Pick<Vocabulary, "notations" | "readings" | "words"> {
  const readings = Object.entries(tables.readings[name] ?? {}).map(([written, value]) => [normalize(written), value]);
  const words = tables.words[name]?.map(normalize);
  return {
    notations: notationsOf(name, values),
    ...(readings.length > 0 ? { readings: Object.fromEntries(readings) } : {}),
    ...(words ? { words } : {}),
  };
}

/**
 * The values by the normal form of their notations. A value is a notation of itself in any case or width, and so is its title where no
 * other value has the same. A word that means something else is none.
 */
function notationsOf(name: string, values: Record<string, Bilingual>): Record<string, string> {
  const table = new Map(Object.keys(values).map((value) => [normalize(value), value]));
  const add = (written: string, value: string) => {
    if (!table.has(normalize(written))) table.set(normalize(written), value);
  };
  for (const [written, value] of Object.entries(tables.vocabularies[name] ?? {})) add(written, String(value));
  const titles = Object.entries(values).map(([value, { ja, en }]) => ({ value, titles: [ja, en].map(normalize) }));
  for (const { value, titles: own } of titles) {
    const isShared = (title: string) => titles.some((other) => other.value !== value && other.titles.includes(title));
    for (const title of own) if (title !== "" && !isShared(title)) add(title, value);
  }
  for (const word of tables.words[name] ?? []) table.delete(normalize(word));
  return Object.fromEntries(table);
}

/** Compiles ciphers, NAME[-KEY][-MODE]: the lists decide which of them are recommended and the standing of each. */
function compileCiphers({ title, asOf, edition, sources, lists, categories, names, keys, modes }: Ciphers): Compiled {
  const either = (words: (string | number)[]) => `(?:${words.map((word) => escapeRegExp(String(word))).join("|")})`;
  const parameters = (words: string[]) => `(?:-${either(keys)})?(?:-${either(words)})?`;
  const all = modes.map(({ mode }) => mode);
  const listed = modes.filter(({ list }) => list === "recommended").map(({ mode }) => mode);
  const of = (keep: (name: Ciphers["names"][number], category: Ciphers["categories"][string]) => boolean) =>
    names.filter((name) => keep(name, categories[name.category] as Ciphers["categories"][string])).map(({ name }) => name);

  const recommended = of((name, { data }) => data && name.list === "recommended");
  const parametric = of((name, { data, parameters }) => data && parameters && name.list === "recommended");
  const bare = recommended.filter((name) => !parametric.includes(name));
  const others = names.map(({ name }) => name).filter((name) => !bare.includes(name));
  const recommendedPattern = `^(?:${either(parametric)}${parameters(listed)}|${either(bare)})$`;
  const pattern = `^(?:${either(others)}${parameters(all)}|${either(bare)})$`;

  const standings = [{ pattern: recommendedPattern, ...lists.recommended }];
  for (const { mode, list } of modes) {
    if (list === "recommended") continue;
    const text = { ja: `利用モード${mode}は${lists[list].ja}`, en: `mode ${mode} is ${lists[list].en}` };
    standings.push({ pattern: `^${either(parametric)}(?:-${either(keys)})?-${escapeRegExp(mode)}$`, ...text });
  }
  for (const { name, category, list } of names) {
    const kind = categories[category] as Ciphers["categories"][string];
    if (recommended.includes(name)) continue;
    const text = kind.data ? lists[list] : { ja: `データの暗号ではない（${kind.ja}）`, en: `not a cipher for data (${kind.en})` };
    standings.push({ pattern: `^${escapeRegExp(name)}${parameters(all)}$`, ja: text.ja, en: text.en });
  }
  const values = {
    other: { ja: "どのリストにもない暗号", en: "a cipher on no list" },
    none: { ja: "暗号化しない", en: "no encryption" },
  };
  return {
    vocabulary: {
      title,
      asOf,
      ...(edition ? { edition } : {}),
      sources,
      values,
      ...tablesOf("ciphers", values),
      compound: {
        names: names.map(({ name }) => name),
        kinds: Object.fromEntries(
          names.map(({ name, category, description }) => [name, kindOf(categories, category, description)]),
        ),
        recommended: [...inFull(parametric, keys, listed), ...bare],
        parts: [keys.map(String), all],
        pattern,
      },
      standings,
    },
    sets: { recommended: { pattern: recommendedPattern } },
  };
}

function kindOf(categories: Ciphers["categories"], category: string, description: Bilingual | undefined) {
  const { ja, en } = categories[category] as Bilingual;
  return { ja, en, ...(description ? { description } : {}) };
}

/** Every name with each key length, longest first, and each mode, authenticated first; then without the mode; then alone. */
function inFull(names: string[], keys: number[], modes: string[]): string[] {
  const longest = [...keys].reverse();
  return names.flatMap((name) => [
    ...longest.flatMap((key) => [...modes].reverse().map((mode) => `${name}-${key}-${mode}`)),
    ...longest.map((key) => `${name}-${key}`),
    name,
  ]);
}
