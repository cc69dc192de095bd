import stringWidth from "string-width";

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Characters that never combine with their neighbours, so that each code unit is one grapheme. */
const PLAIN = /^[\x20-\x7e\u2010-\u2027\u2190-\u2193\u3000-\u3098\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/** The graphemes of a text. */
export function charactersOf(text: string): string[] {
  return PLAIN.test(text) ? text.split("") : [...segmenter.segment(text)].map(({ segment }) => segment);
}

const widths = new Map<string, number>();

/** The terminal columns of a grapheme. Cached: needed for every character printed. */
function columnsOf(character: string): number {
  const cached = widths.get(character);
  if (cached !== undefined) return cached;
  const columns = stringWidth(character);
  widths.set(character, columns);
  return columns;
}

/** The terminal columns of a text without escape sequences. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of charactersOf(text)) width += columnsOf(character);
  return width;
}

/**
 * Breaks a line to a width in columns. Japanese breaks anywhere except before closing and after opening punctuation, English
 * between words.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const character of charactersOf(text)) {
    const added = columnsOf(character);
    if (columns + added > width && line !== "" && !/^[、。，．）」』】・]/u.test(character)) {
      const kept = (/[\x21-\x7e]/.test(character) ? /[“‘「『（【]*[\x21-\x7e]{0,80}$/u : /[“‘「『（【]+$/u).exec(line)?.[0] ?? "";
      const rest = kept.length < line.length ? kept : "";
      lines.push(line.slice(0, line.length - rest.length).trimEnd());
      line = rest;
      columns = widthOf(rest);
      if (character === " " && line === "") continue;
    }
    line += character;
    columns += added;
  }
  return [...lines, line];
}
