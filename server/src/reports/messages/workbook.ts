import type { LanguageId } from "../../messages/language.ts";

/** A workbook's own messages. */
export interface WorkbookMessages {
  /** Follows a text that was cut. */
  readonly cut: string;
  /** The text of a link cell beside its text. */
  readonly open: string;
  /** A hint at a cell that a person fills in. */
  readonly choose: (choices: readonly string[]) => string;
  /** The warning about another value. */
  readonly notListed: string;
}

export const workbookMessages: Readonly<Record<LanguageId, WorkbookMessages>> = {
  ja: {
    cut: "…（一つのセルに入る字数を超えるので、以下を省いた）",
    open: "開く",
    choose: (choices) => `人が記入する。一覧から選ぶ: ${choices.join("、")}`,
    notListed: "一覧にない値である。",
  },
  en: {
    cut: "… (the rest is omitted because a cell cannot hold more)",
    open: "Open",
    choose: (choices) => `For a person to fill in. Choose from the list: ${choices.join(", ")}`,
    notListed: "This is not in the list.",
  },
};
