import type { Bundle } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import { BLANK, type Filled } from "./fill.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import { outlineOf } from "./outline.ts";
import type { FormContext } from "./sheets/context.ts";
import { guideSheet } from "./sheets/guide.ts";
import { keyedSheet } from "./sheets/keyed.ts";
import { listSheet } from "./sheets/list.ts";
import { otherSheet } from "./sheets/other.ts";
import { questionsSheet } from "./sheets/questions.ts";
import type { FormSheet } from "./sheets/sheet.ts";

/** A questionnaire in one language. */
export interface Form {
  readonly language: LanguageId;
  readonly title: string;
  readonly sheets: readonly FormSheet[];
}

/** Makes a questionnaire, empty or filled in. With a class, it marks what that class needs. */
export function formOf(bundle: Bundle, language: LanguageId, filled: Filled = BLANK, classification?: string): Form {
  const messages = questionnaireMessages[language];
  const context: FormContext = { bundle, language, messages, filled, classification };
  const { tables, keyed } = outlineOf(bundle.format);
  return {
    language,
    title: messages.title,
    sheets: [
      guideSheet(context),
      questionsSheet(context),
      ...tables.map((table) => listSheet(context, table, table.field.title[language])),
      ...keyed.flatMap((table) => [
        keyedSheet(context, table),
        ...table.lists.map((list) => listSheet(context, list, messages.sheets.evidence, table)),
      ]),
      otherSheet(context),
    ],
  };
}
