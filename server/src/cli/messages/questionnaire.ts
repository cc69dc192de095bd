import type { LanguageId } from "../../messages/language.ts";

/** What `questionnaire` and `import` say of their work. */
export interface QuestionnaireProse {
  readonly onlyWorkbook: (file: string) => string;
  readonly several: (count: number) => string;
  readonly noSuchProfile: (number: string, count: number) => string;
  readonly needsProfile: (option: string) => string;
  readonly broken: string;
  readonly noProfile: string;
  /** What stands in no cell as it should, but on the last sheet. */
  readonly apart: (places: readonly string[]) => string;
  readonly unread: (count: number) => string;
  /** The verdict, and where more is to be learnt. */
  readonly next: (summary: string, file: string | undefined) => string;
}

const ja: QuestionnaireProse = {
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

const en: QuestionnaireProse = {
  onlyWorkbook: (file) => `Cannot write “${file}”. A questionnaire is an Excel file: end its name in .xlsx.`,
  several: (count) => `there are ${count} profiles. Choose one by its number with --profile (1 to ${count})`,
  noSuchProfile: (number, count) => `there is no profile ${number} (${count} in all)`,
  needsProfile: (option) => `${option} goes with the file of a profile.`,
  broken: "some of it cannot be read as YAML. See vendor-profile check, and mend it first",
  noProfile: "it has nothing of a profile (keys with values)",
  apart: (places) => `moved to the sheet “Other”, for it fits no cell of the questionnaire: ${places.join(", ")}`,
  unread: (count) =>
    count === 1
      ? "1 place needs a look. It is kept in a comment of the YAML"
      : `${count} places need a look. They are kept in comments of the YAML`,
  next: (summary, file) => (file === undefined ? summary : `${summary} (for more: vendor-profile check ${file})`),
};

/** By language. */
export const questionnaireProse: Readonly<Record<LanguageId, QuestionnaireProse>> = { ja, en };
