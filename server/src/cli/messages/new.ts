import type { LanguageId } from "../../messages/language.ts";

/** The questions and sentences of `new`. */
export interface NewMessages {
  readonly intro: string;
  /** The heading of the definitions of the classes. */
  readonly classes: string;
  readonly askClass: string;
  readonly askVendor: string;
  readonly askService: string;
  readonly askFile: string;
  readonly empty: string;
  readonly alreadyThere: string;
  readonly cancelled: string;
  /** For options that are missing without a terminal. */
  readonly missing: (options: readonly string[]) => string;
  readonly emptyOption: (option: string) => string;
  /** The next step after the file is written. */
  readonly next: (path: string) => string;
}

/** The questions and sentences of `new`, by language. */
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
    askClass: "Highest class of information handled? (↑ ↓ to choose, Enter to confirm)",
    askVendor: "Vendor name?",
    askService: "Service name?",
    askFile: "File name?",
    empty: "This cannot be empty",
    alreadyThere: "This file already exists; choose another name",
    cancelled: "Cancelled; nothing was written",
    missing: (options) => `${options.join(", ")} must be given, because there is no terminal to ask on.`,
    emptyOption: (option) => `${option} cannot be empty.`,
    next: (path) => `next: fill in the empty values, then run vendor-profile check ${path}`,
  },
};
