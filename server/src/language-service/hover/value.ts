import { type Field, type Format, standingOf, type Vocabulary, vocabularyOf } from "../../core/schema/format.ts";
import { matches } from "../../core/schema/pattern.ts";
import { enumsAt, isNamedAt } from "../../core/standard/facts.ts";
import type { Standard } from "../../core/standard/standard.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { Markup } from "../markup.ts";
import type { EditorMessages } from "../messages/types.ts";

/** A longer vocabulary is named instead of listed. */
const MAX_LISTED = 8;

/** The meaning of a value: its title, the dated list it is from, its description. */
export function valueBlocks(
  value: string,
  path: Path,
  field: Field | undefined,
  { format, standard }: { readonly format: Format; readonly standard: Standard },
  { id, hover, explanation }: EditorMessages,
  markup: Markup,
): string[] {
  const vocabulary = vocabularyOf(format, field);
  const standing = vocabulary && standingOf(vocabulary, value);
  if (!vocabulary || !standing) return [];
  const term = Object.hasOwn(vocabulary.values, value) ? vocabulary.values[value] : undefined;
  const kind = kindOf(vocabulary, value);
  const list = vocabulary.asOf && explanation.list(vocabulary.title[id], vocabulary.edition, vocabulary.asOf);
  const [source] = vocabulary.sources ?? [];
  const enums = enumsAt(standard, path).map(String);
  const sets = (vocabulary.sets ?? [])
    .filter(({ values }) => enums.includes(String(values)))
    .sort((a, b) => Number(b.values.includes(value)) - Number(a.values.includes(value)));
  // the sets that contain the value, or else the first one that does not, unless the value needs none
  const needsSet = !isNamedAt(standard, path, value);
  const shownSets = sets.filter(({ values }, index) => values.includes(value) || (needsSet && index === 0));
  const classes = field?.vocabulary === "classes" ? standard.classes[value] : undefined;
  return [
    [
      termOf(value, standing[id], markup),
      ...(kind ? [markup.text(kind[id])] : []),
      ...(list ? [source ? markup.link(list, source.url) : markup.text(list)] : []),
    ].join(" · "),
    shownSets
      .map(({ title, asOf, values }) => markup.text((values.includes(value) ? hover.isIn : hover.isNotIn)(title[id], asOf)))
      .join(markup.lineBreak),
    markup.text((term?.description ?? kind?.description)?.[id] ?? ""),
    classes ? markup.text(hover.examples(classes.examples[id])) : "",
  ];
}

/** The allowed values of a field with their titles; of a long vocabulary, its name. */
export function allowedValues(
  field: Field | undefined,
  format: Format,
  { id, explanation }: EditorMessages,
  markup: Markup,
): string {
  const vocabulary = vocabularyOf(format, field) ?? vocabularyOf(format, field?.items);
  if (!vocabulary) return "";
  const values = Object.entries(vocabulary.values);
  if (vocabulary.compound || values.length > MAX_LISTED) {
    return markup.text(`${explanation.values}: ${explanation.list(vocabulary.title[id], vocabulary.edition, vocabulary.asOf)}`);
  }
  const each = values.map(([value, title]) => termOf(value, title[id], markup));
  return `${markup.text(explanation.values)}: ${each.join(" · ")}`;
}

/** A value, with its title if that differs. */
function termOf(value: string, title: string, markup: Markup): string {
  return title === value ? markup.code(value) : markup.term(value, title);
}

/** The kind of the name within a compound value, e.g. a 128-bit block cipher. */
function kindOf({ compound }: Vocabulary, value: string) {
  if (!compound || !matches(compound.pattern, value)) return undefined;
  const name = compound.names
    .filter((name) => value === name || value.startsWith(`${name}-`))
    .sort((a, b) => b.length - a.length)[0];
  return name === undefined ? undefined : compound.kinds[name];
}
