import { CONFIG_NAME } from "../../server/src/config/config.ts";
import { FREE_KINDS, freeCodes } from "../../server/src/config/finding-codes.ts";
import { MAX_GLOB_LENGTH, MAX_GLOBS, REFUSED } from "../../server/src/config/glob.ts";
import { type CONFIG_KEYS, LANGUAGES, SEVERITY_LEVELS } from "../../server/src/config/read.ts";
import { rowOf, type Standard } from "../../server/src/core/standard/standard.ts";
import type { Bilingual } from "../../server/src/core/standard/text.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { coreMessages } from "../../server/src/messages/render.ts";

type JsonSchema = Record<string, unknown>;

const TITLES: Readonly<Record<(typeof CONFIG_KEYS)[number] | "root", { title: Bilingual; description: Bilingual }>> = {
  root: {
    title: { ja: "ベンダープロファイルの設定", en: "Configuration of vendor profiles" },
    description: {
      ja: `フォルダーの最上位に ${CONFIG_NAME} として置く。必須の要件の判定と、その指摘は、設定では変わらない。`,
      en: `The file ${CONFIG_NAME} at the root of a folder. It does not change how required requirements are judged, nor the findings about them.`,
    },
  },
  files: {
    title: { ja: "プロファイルであるファイル", en: "Files that are profiles" },
    description: {
      ja: "通常の名前（*.vendor.yaml など）の代わりに、プロファイルを探すグロブ。この設定ファイルのフォルダーからの相対パスで書く。",
      en: "Globs of the profiles, which replace the usual names (*.vendor.yaml and others). They are relative to the configuration’s folder.",
    },
  },
  exclude: {
    title: { ja: "除くファイル", en: "Files to skip" },
    description: {
      ja: "フォルダーを探すときに除くグロブ。開いたファイルと、コマンドに名前で渡したファイルは、除かれない。",
      en: "Globs of the files that a search of the folder skips. Files that are open, or passed to a command by name, are judged anyway.",
    },
  },
  language: {
    title: { ja: "表示の言語", en: "Language" },
    description: {
      ja: "エディターの設定や --lang で選ばれていないときの言語。",
      en: "The language, unless the editor’s setting or --lang chooses one.",
    },
  },
  severities: {
    title: { ja: "指摘の重さ", en: "Severities of findings" },
    description: {
      ja: "指摘のコード（7.recommended など）か種類（recommended など）ごとの重さ。コードは種類に優先する。必須の要件の指摘と書式エラーの重さは変えられない。",
      en: "The severity of findings by their code (such as 7.recommended) or kind (such as recommended); a code takes precedence over its kind. The severity of findings about required requirements, and of form errors, cannot be changed.",
    },
  },
};

const SEVERITY_TITLES: Readonly<Record<(typeof SEVERITY_LEVELS)[number], Bilingual>> = {
  error: { ja: "エラー", en: "an error" },
  warning: { ja: "警告", en: "a warning" },
  information: { ja: "情報", en: "information" },
  off: { ja: "表示しない", en: "not shown" },
};

const LANGUAGE_TITLES: Readonly<Record<LanguageId, string>> = { ja: "日本語", en: "English" };

const GLOB_HINT: Bilingual = {
  ja: "設定ファイルのフォルダーからの相対パスのグロブを書く（*、**、?、{a,b} が使える）",
  en: "Write a glob relative to the configuration’s folder, with *, **, ? and {a,b}",
};

/** The JSON Schema of configurations, with the codes of this standard's findings whose severity can be configured. */
export function configSchema(standard: Standard): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment: "Generated from the standard and the kinds of findings; see CONTRIBUTING.md.",
    ...titled("root"),
    type: ["object", "null"],
    properties: {
      files: { ...titled("files"), ...globs },
      exclude: { ...titled("exclude"), ...globs },
      language: {
        ...titled("language"),
        // editors match descriptions by position; null is last and has none
        enum: [...LANGUAGES, null],
        enumDescriptions: LANGUAGES.map((id) => LANGUAGE_TITLES[id]),
      },
      severities: {
        ...titled("severities"),
        type: ["object", "null"],
        properties: Object.fromEntries([
          ...FREE_KINDS.map((kind) => [kind, severityOf({ ja: kind, en: kind }, kind)]),
          ...freeCodes(standard).map((code) => [code, severityOfCode(code, standard)]),
        ]),
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
}

function titled(key: keyof typeof TITLES): JsonSchema {
  const { title, description } = TITLES[key];
  return { title: both(title, " / "), description: both(description) };
}

const globs: JsonSchema = {
  type: ["array", "null"],
  minItems: 1,
  maxItems: MAX_GLOBS,
  items: {
    type: "string",
    minLength: 1,
    maxLength: MAX_GLOB_LENGTH,
    // negative lookaheads, because a JSON Schema has no "does not match"
    pattern: `^${REFUSED.map(({ pattern }) => `(?!${anchored(pattern.source)})`).join("")}`,
    patternErrorMessage: both(GLOB_HINT, " / "),
  },
};

function anchored(source: string): string {
  return source.startsWith("^") ? source.slice(1) : `[\\s\\S]*(?:${source})`;
}

function severityOfCode(code: string, standard: Standard): JsonSchema {
  const dot = code.lastIndexOf(".");
  const { label } = rowOf(standard, code.slice(0, dot));
  return severityOf(
    { ja: `No${code.slice(0, dot)} ${label.ja}`, en: `No. ${code.slice(0, dot)} ${label.en}` },
    code.slice(dot + 1),
  );
}

function severityOf(title: Bilingual, name: string): JsonSchema {
  const kind = FREE_KINDS.find((kind) => kind === name);
  if (!kind) throw new Error(`there is no configurable kind ${name}`);
  return {
    title: title.ja === title.en ? title.ja : both(title, " / "),
    description: both({ ja: coreMessages.ja.kinds[kind], en: coreMessages.en.kinds[kind] }),
    enum: [...SEVERITY_LEVELS, null],
    enumDescriptions: SEVERITY_LEVELS.map((level) => both(SEVERITY_TITLES[level], " / ")),
  };
}

function both({ ja, en }: Bilingual, between = "\n\n"): string {
  return ja + between + en;
}
