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
      en: `Placed in a folder’s root as ${CONFIG_NAME}. It changes neither how required requirements are judged nor their findings.`,
    },
  },
  files: {
    title: { ja: "プロファイルであるファイル", en: "Profile files" },
    description: {
      ja: "通常の名前（*.vendor.yaml など）の代わりに、プロファイルを探すグロブ。この設定ファイルのフォルダーからの相対パスで書く。",
      en: "Globs that find the profiles instead of the usual names (such as *.vendor.yaml), relative to the configuration’s folder.",
    },
  },
  exclude: {
    title: { ja: "除くファイル", en: "Excluded files" },
    description: {
      ja: "フォルダーを探すときに除くグロブ。開いたファイルと、コマンドに名前で渡したファイルは、除かれない。",
      en: "Globs of files to leave out when searching the folder. A file that is open, or named on the command line, is still judged.",
    },
  },
  language: {
    title: { ja: "表示の言語", en: "Language" },
    description: {
      ja: "エディターの設定や --lang で選ばれていないときの言語。",
      en: "The language when neither the editor’s setting nor --lang chooses one.",
    },
  },
  severities: {
    title: { ja: "指摘の重さ", en: "Severities of findings" },
    description: {
      ja: "指摘のコード（7.recommended など）か種類（recommended など）ごとの重さ。コードは種類に優先する。必須の要件の指摘と書式エラーの重さは変えられない。",
      en: "Severities by a finding’s code (such as 7.recommended) or kind (such as recommended); a code takes precedence over its kind. The severities of findings about required requirements and of format errors cannot be changed.",
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

/** The JSON Schema of configurations. It allows the codes of this standard's findings whose severity can be changed. */
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
        // Editors match descriptions by position, so null, which has none, is last.
        enum: [...LANGUAGES, null],
        enumDescriptions: LANGUAGES.map((id) => LANGUAGE_TITLES[id]),
      },
      severities: {
        ...titled("severities"),
        type: ["object", "null"],
        properties: Object.fromEntries([
          ...FREE_KINDS.map((kind) => [kind, severitySchema({ ja: kind, en: kind }, kind)]),
          ...freeCodes(standard).map((code) => [code, severitySchemaOfCode(code, standard)]),
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
    // One negative lookahead for each refused pattern.
    pattern: `^${REFUSED.map(({ pattern }) => `(?!${anchored(pattern.source)})`).join("")}`,
    patternErrorMessage: both(GLOB_HINT, " / "),
  },
};

function anchored(source: string): string {
  return source.startsWith("^") ? source.slice(1) : `[\\s\\S]*(?:${source})`;
}

function severitySchemaOfCode(code: string, standard: Standard): JsonSchema {
  const dot = code.lastIndexOf(".");
  const { label } = rowOf(standard, code.slice(0, dot));
  return severitySchema(
    { ja: `No${code.slice(0, dot)} ${label.ja}`, en: `No. ${code.slice(0, dot)} ${label.en}` },
    code.slice(dot + 1),
  );
}

function severitySchema(title: Bilingual, kind: string): JsonSchema {
  const freeKind = FREE_KINDS.find((free) => free === kind);
  if (!freeKind) throw new Error(`there is no kind ${kind}`);
  return {
    title: title.ja === title.en ? title.ja : both(title, " / "),
    description: both({ ja: coreMessages.ja.kinds[freeKind], en: coreMessages.en.kinds[freeKind] }),
    enum: [...SEVERITY_LEVELS, null],
    enumDescriptions: SEVERITY_LEVELS.map((level) => both(SEVERITY_TITLES[level], " / ")),
  };
}

function both({ ja, en }: Bilingual, between = "\n\n"): string {
  return ja + between + en;
}
