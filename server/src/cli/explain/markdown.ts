import type { Bundle } from "../../core/analysis/analyze.ts";
import { type Field, keysOf, propertyOf, type Vocabulary, vocabularyOf } from "../../core/schema/format.ts";
import { enumsAt } from "../../core/standard/facts.ts";
import { obligationOf, type Row } from "../../core/standard/standard.ts";
import type { CodeTopic, FactTopic, Topic } from "../../messages/explain/topics.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { overviewPage, rowPage } from "../../messages/standard-page.ts";
import { explainMessages } from "../messages/explain.ts";

/** A longer list of values is not printed; its title says more. */
const MAX_LISTED = 60;

/** The path of the fact that states the class. */
const CLASS = "information.classification";

/** The overview: all rows, and what else can be explained. */
export function overviewText({ standard }: Bundle, language: CoreMessages): string {
  return `${overviewPage(standard, language)}\n${explainMessages[language.id].more}\n`;
}

/** A topic as Markdown. */
export function topicText(topic: Topic, bundle: Bundle, language: CoreMessages): string {
  switch (topic.kind) {
    case "row":
      return rowPage(topic.row, bundle.standard, bundle.format, language);
    case "code":
      return codeText(topic, bundle, language);
    case "fact":
      return factText(topic, bundle, language);
  }
}

function codeText({ code, finding, row }: CodeTopic, { standard, format }: Bundle, language: CoreMessages): string {
  const meaning = `## ${explainMessages[language.id].code(code)}\n\n${language.kinds[finding]}\n`;
  return row ? `${meaning}\n${rowPage(row, standard, format, language)}` : meaning;
}

function factText({ field, places, rows }: FactTopic, { format, standard }: Bundle, language: CoreMessages): string {
  const { id } = language;
  const messages = explainMessages[id];
  const { title, description } = field;
  const where = places.map(({ path, section }) => `\`${path}\`${section ? messages.within(section.title[id]) : ""}`);
  const isPlain = field.type !== "object" && field.items?.type !== "object";
  const children = isPlain ? [] : childrenOf(field.items ?? field);
  const isClass = places.some(({ path }) => path === CLASS);
  const classes = Object.keys(standard.rows[0]?.obligation ?? {});
  const blocks = [
    `## ${title[id]}`,
    ...(description ? [description[id]] : []),
    `### ${messages.place}`,
    bullets(where),
    `### ${messages.type}`,
    messages.types[typeOf(field)],
    ...valuesText(
      vocabularyOf(format, field) ?? vocabularyOf(format, field.items),
      places.flatMap(({ at }) => enumsAt(standard, at)),
      language,
    ),
    ...(children.length > 0
      ? [`### ${messages.below}`, bullets(children.map(([name, child]) => `\`${name}\` ${child.title[id]}`))]
      : []),
    `### ${messages.decides}`,
    rows.length > 0
      ? bullets(rows.map((row) => rowText(row, classes, language)))
      : messages[isClass ? "decidesAll" : "decidesNothing"],
  ];
  return `${blocks.join("\n\n")}\n`;
}

function childrenOf(field: Field): [string, Field][] {
  return keysOf(field).flatMap((name): [string, Field][] => {
    const child = propertyOf(field, name);
    return child ? [[name, child]] : [];
  });
}

function typeOf({ type, items, format }: Field) {
  if (format === "date") return "date";
  return items?.type === "object" ? "objects" : type;
}

/**
 * The allowed values, or the title of a long list of them; then the named sets of values that the standard refers to.
 *
 * @param enums the lists of values that rows compare the fact with
 */
function valuesText(vocabulary: Vocabulary | undefined, enums: readonly (readonly string[])[], language: CoreMessages): string[] {
  if (!vocabulary) return [];
  const { id, explanation } = language;
  const { title, edition, asOf, values, compound, sets = [] } = vocabulary;
  const list = explanation.list(title[id], edition, asOf);
  const named = Object.entries(values);
  const isLong = named.length > MAX_LISTED;
  const referred = enums.map(String);
  const each = [
    ...(compound ? [`${list}: ${compound.recommended.map((value) => `\`${value}\``).join(", ")}`] : []),
    ...(isLong ? [list] : named.map(([value, known]) => valueText(value, known, id))),
  ];
  const common = sets.filter(({ values }) => referred.includes(String(values)));
  return [
    ...(each.length > 0 ? [`### ${explanation.values}`, bullets(each)] : []),
    ...(common.length > 0 ? [bullets(common.map((set) => setText(set, vocabulary, language)))] : []),
  ];
}

function valueText(value: string, known: Vocabulary["values"][string], id: CoreMessages["id"]): string {
  const name = known[id] === value ? `\`${value}\`` : explainMessages[id].value(value, known[id]);
  return known.description ? `${name}: ${known.description[id]}` : name;
}

type NamedSet = NonNullable<Vocabulary["sets"]>[number];

function setText({ title, asOf, values }: NamedSet, vocabulary: Vocabulary, { id, explanation }: CoreMessages): string {
  const each = values.map((value) => {
    const name = vocabulary.values[value]?.[id] ?? value;
    return name === value ? `\`${value}\`` : explainMessages[id].value(value, name);
  });
  return `${explanation.list(title[id], undefined, asOf)}: ${each.join(explainMessages[id].comma)}`;
}

/** A row with its obligation for each class. */
function rowText(row: Row, classes: readonly string[], { id, page, obligations, explanation }: CoreMessages): string {
  const messages = explainMessages[id];
  const each = classes.map((name) => {
    const obligation = obligationOf(row, name);
    const isFootnoted = obligation === "required" && row.exception?.classes.includes(name);
    return messages.obligation(
      name,
      isFootnoted ? explanation.inPrinciple : obligation === "none" ? explanation.notAsked : obligations[obligation],
    );
  });
  return `${page.row(row)}${messages.obligations(each)}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll("\n", "  \n  ")}`).join("\n");
}
