import { isBlank } from "../text/white-space.ts";

/** What stands behind a check box, and whether it is ticked. */
export interface Option {
  readonly isTicked: boolean;
  readonly text: string;
}

/** Draws the mark before it in colour. */
const EMOJI = "\ufe0f";
const OPTIONS = /([☑☒✓✔✅■])|[☐□]/u;

/** The options of a text such as 「■はい □いいえ」; undefined for a text without check boxes, or with something before or beside them. */
export function optionsIn(text: string): readonly Option[] | undefined {
  // a captured mark becomes a part of its own, before the text behind it; an empty box, an undefined one
  const [before = "", ...parts] = text.replaceAll(EMOJI, "").split(OPTIONS);
  const options = parts.flatMap((mark, index): Option[] =>
    index % 2 === 0
      ? [{ isTicked: mark !== undefined, text: (parts[index + 1] ?? "").replace(/[\s、，,;；/／]+/gu, " ").trim() }]
      : [],
  );
  return isBlank(before) && options.length > 0 && options.every(({ text }) => text !== "") ? options : undefined;
}
