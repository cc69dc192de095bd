import { type InlayHint, type Range, uinteger } from "vscode-languageserver";
import { type Hint, hintsOf } from "../core/explain/hints.ts";
import type { Language } from "../core/messages/language.ts";
import { MARKS } from "../core/messages/marks.ts";
import { languages } from "../core/messages/render.ts";
import { shorten } from "../core/messages/shorten.ts";
import { content, type Markup, markupFor } from "./markup.ts";
import type { View } from "./view.ts";

/** Behind the facts of a range: the rows they decide and how, e.g. 「← 4 ✗ 運用監視暗号リスト」, with the reasons as tooltip. */
export function inlayHints({ analysis, language: id, abilities }: View, range: Range): InlayHint[] {
  const language = languages[id];
  const { lines } = analysis.source;
  const markup = markupFor(abilities);
  const start = lines.offset({ line: range.start.line, character: 0 });
  const end = lines.offset({ line: range.end.line, character: uinteger.MAX_VALUE });
  return analysis.profiles
    .flatMap((profile) => hintsOf(analysis, profile))
    .filter(({ offset }) => start <= offset && offset <= end)
    .map((hint) => ({
      position: lines.position(hint.offset),
      label: labelOf(hint, language),
      paddingLeft: true,
      tooltip: tooltipOf(hint, language, markup),
    }));
}

function labelOf({ rows }: Hint, language: Language): string {
  const [first] = rows;
  // of one row there is room to say why
  const note = rows.length === 1 && first?.result.status !== "met" ? first?.reasons.find(({ note }) => note)?.note : undefined;
  const marks = rows.map(({ result: { row, status } }) => `${row.no} ${MARKS[status]}`).join(" · ");
  return `← ${marks}${note ? ` ${shorten(note[language.id])}` : ""}`;
}

function tooltipOf({ rows }: Hint, language: Language, markup: Markup) {
  const { hover, page, reason } = language;
  return content(
    markup,
    rows.map(({ result: { row, status }, reasons }) => {
      const why = [hover.statuses[status], reasons.map(reason).join(hover.comma)].join(" — ");
      return `${markup.bold(`${MARKS[status]} ${page.row(row)}`)}${markup.text(`: ${why}`)}`;
    }),
  );
}
