import type { LanguageId } from "../../messages/language.ts";

/** The sentences of `questionnaire` and `import`. */
export interface QuestionnaireCommandMessages {
  readonly onlyWorkbook: (file: string) => string;
  readonly several: (count: number) => string;
  readonly noSuchProfile: (number: string, count: number) => string;
  readonly needsProfile: (option: string) => string;
  readonly broken: string;
  readonly noProfile: string;
  /** For values that fit no cell and go to the last sheet. */
  readonly apart: (places: readonly string[]) => string;
  readonly unread: (count: number) => string;
  /** The verdict, and the command that explains it. */
  readonly next: (summary: string, file: string | undefined) => string;
}

const ja: QuestionnaireCommandMessages = {
  onlyWorkbook: (file) => `「${file}」には書き出せない。質問票はExcelのファイルなので、末尾を .xlsx とする。`,
  several: (count) => `プロファイルが${count}件ある。--profile で番号（1〜${count}）を指定する`,
  noSuchProfile: (number, count) => `${number}番目のプロファイルはない（${count}件）`,
  needsProfile: (option) => `${option} は、プロファイルのファイルとともに使う。`,
  broken: "YAMLとして読み取れないところがある。vendor-profile check で確かめて、先に直す",
  noProfile: "プロファイルの中身（キー: 値 の並び）がない",
  apart: (places) => `質問票の欄に入らないため、シート「その他」に移したもの: ${places.join("、")}`,
  unread: (count) => `確かめるところが${count}件あります。YAMLのコメントにも残しました`,
  next: (summary, file) => (file === undefined ? summary : `${summary}（詳しくは vendor-profile check ${file}）`),
};

const en: QuestionnaireCommandMessages = {
  onlyWorkbook: (file) => `Cannot write “${file}”. A questionnaire is an Excel file: its name must end in .xlsx.`,
  several: (count) => `has ${count} profiles. Choose one by number with --profile (1 to ${count})`,
  noSuchProfile: (number, count) => `has no profile ${number} (${count} in all)`,
  needsProfile: (option) => `${option} needs a profile file.`,
  broken: "is not entirely valid YAML. Run vendor-profile check, and fix it first",
  noProfile: "contains no profile (keys with values)",
  apart: (places) => `moved to the sheet “Other”, because the questionnaire has no cell for it: ${places.join(", ")}`,
  unread: (count) =>
    count === 1
      ? "1 cell needs a look. It is kept as a YAML comment"
      : `${count} cells need a look. They are kept as YAML comments`,
  next: (summary, file) => (file === undefined ? summary : `${summary} (details: vendor-profile check ${file})`),
};

/** The sentences of `questionnaire` and `import`, by language. */
export const questionnaireCommandMessages: Readonly<Record<LanguageId, QuestionnaireCommandMessages>> = { ja, en };
