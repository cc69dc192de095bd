import type { LanguageId } from "../../messages/language.ts";

/** What a workbook says beside its documents. */
export interface WorkbookMessages {
  /** Behind a text that was cut. */
  readonly cut: string;
  /** What a cell says that leads to the address of the text beside it. */
  readonly open: string;
  /** Beside a cell that is left for a person. */
  readonly choose: (choices: readonly string[]) => string;
  /** When something else is entered there. */
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
    cut: "… (the rest is left out: it is more than a cell can hold)",
    open: "Open",
    choose: (choices) => `For a person to fill in. Choose from the list: ${choices.join(", ")}`,
    notListed: "This is not in the list.",
  },
};
