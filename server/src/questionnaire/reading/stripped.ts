import { isBlank, shown } from "../content.ts";
import type { Grid } from "../grid.ts";
import type { FormTexts } from "../static-texts.ts";

/** How many texts of a questionnaire tell a sheet of it from another with a title by chance. */
const ENOUGH_TEXTS = 4;

/**
 * Whether a sheet without marks is one of a questionnaire all the same: it begins with a title, and has more of the static texts.
 * Excel's Document Inspector removes hidden rows and columns, and with them the marks.
 */
export function isStripped({ cells }: Grid, { titles, texts }: FormTexts): boolean {
  const isTitled = cells.some(({ row, column, content }) => row <= 1 && column <= 1 && titles.has(shown(content)));
  const known = new Set(
    cells.flatMap(({ content }) => (isBlank(content) ? [] : [shown(content)])).filter((text) => texts.has(text)),
  );
  return isTitled && known.size >= ENOUGH_TEXTS;
}
