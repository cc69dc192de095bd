import type { LanguageId } from "../../messages/language.ts";

/** What `new` asks and says. */
export interface NewMessages {
  readonly intro: string;
  /** Over the definitions of the classes. */
  readonly classes: string;
  readonly askClass: string;
  readonly askVendor: string;
  readonly askService: string;
  readonly askFile: string;
  readonly empty: string;
  readonly alreadyThere: string;
  readonly cancelled: string;
  /** What is not given where nobody can be asked. */
  readonly missing: (options: readonly string[]) => string;
  readonly emptyOption: (option: string) => string;
  /** What to do with the file that was written. */
  readonly next: (path: string) => string;
}

/** What `new` asks and says, by language. */
export const newMessages: Readonly<Record<LanguageId, NewMessages>> = {
  ja: {
    intro: "ベンダープロファイルを新しく作る（Ctrl+C で取りやめる）",
    classes: "重要性分類",
    askClass: "扱う情報のうち最も高い重要性分類は（↑↓で選び、Enterで決める）",
    askVendor: "事業者名は",
    askService: "サービス名は",
    askFile: "ファイル名は",
    empty: "空にはできない",
    alreadyThere: "既にある。別の名前にする",
    cancelled: "取りやめた。何も書いていない",
    missing: (options) => `${options.join("、")} が必要である。端末でなければ尋ねられない。`,
    emptyOption: (option) => `${option} を空にはできない。`,
    next: (path) => `次に: 空いているところを書き、vendor-profile check ${path} で判定する`,
  },
  en: {
    intro: "A new vendor profile (Ctrl+C to cancel)",
    classes: "The classes",
    askClass: "The highest class of information handled? (↑ ↓ to choose, Enter to confirm)",
    askVendor: "The vendor's name?",
    askService: "The service's name?",
    askFile: "The file's name?",
    empty: "It cannot be empty",
    alreadyThere: "It is already there; choose another name",
    cancelled: "Cancelled; nothing is written",
    missing: (options) => `${options.join(", ")} must be given: without a terminal nobody can be asked.`,
    emptyOption: (option) => `${option} cannot be empty.`,
    next: (path) => `next: fill in what is empty, and judge it with vendor-profile check ${path}`,
  },
};
