import type { Bundle } from "../../core/analysis/analyze.ts";
import { vocabularyOf } from "../../core/schema/format.ts";
import { type Row, riskOf } from "../../core/standard/standard.ts";
import type { Text } from "../../core/standard/text.ts";
import { jsonText } from "../../core/text/json-text.ts";
import type { CodeTopic, FactTopic, Topic } from "../../messages/explain/topics.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { namedFacts } from "../../messages/standard-page.ts";

/** Topics as one JSON document, version 1. Absent values are null, never omitted. */
export function topicsJson(topics: readonly Topic[], bundle: Bundle, language: CoreMessages): string {
  const explained = topics.map((topic) => topicData(topic, bundle, language));
  return `${jsonText({ version: 1, standard: bundle.standard.id, explained })}\n`;
}

function topicData(topic: Topic, bundle: Bundle, language: CoreMessages) {
  switch (topic.kind) {
    case "row":
      return { kind: "requirement", ...rowData(topic.row, bundle, language) };
    case "code":
      return { kind: "code", ...codeData(topic, bundle, language) };
    case "fact":
      return { kind: "fact", ...factData(topic, bundle, language) };
  }
}

function rowData(row: Row, { standard, format }: Bundle, language: CoreMessages) {
  const { id } = language;
  const group = standard.alternatives.find(({ rows }) => rows.includes(row.no));
  return {
    no: row.no,
    category: row.category[id],
    label: row.label[id],
    requirement: textData(row.requirement, language),
    risk: { ...textData(riskOf(standard, row), language), inheritedFrom: row.riskFrom ?? null },
    obligations: Object.entries(row.obligation).map(([name, { is, text }]) => ({
      class: name,
      is,
      ...textData(text, language),
    })),
    alternatives: group ? { requirements: group.rows, classes: group.classes } : null,
    exception: row.exception ? { carriedBy: row.exception.carriedBy, classes: row.exception.classes } : null,
    remedy: row.remedy[id],
    facts: namedFacts(row, format).map(({ path, title }) => ({ path, title: title?.[id] ?? null })),
  };
}

function textData({ original, corrections = [], ...text }: Text, { id }: CoreMessages) {
  return {
    original,
    text: text[id],
    corrections: corrections.map(({ from, to, reason }) => ({ from, to, reason: reason[id] })),
  };
}

function codeData({ code, finding, row }: CodeTopic, bundle: Bundle, language: CoreMessages) {
  return { code, meaning: language.kinds[finding], requirement: row ? rowData(row, bundle, language) : null };
}

function factData({ field, places, rows }: FactTopic, { format }: Bundle, { id }: CoreMessages) {
  const vocabulary = vocabularyOf(format, field) ?? vocabularyOf(format, field.items);
  const values = Object.entries(vocabulary?.values ?? {});
  const recommended = vocabulary?.compound?.recommended ?? [];
  return {
    paths: places.map(({ path }) => path),
    title: field.title[id],
    description: field.description?.[id] ?? null,
    type: field.format ?? field.type,
    values: [
      ...recommended.map((value) => ({ value, title: value, description: null })),
      ...values.map(([value, term]) => ({ value, title: term[id], description: term.description?.[id] ?? null })),
    ],
    requirements: rows.map(({ no }) => no),
  };
}
