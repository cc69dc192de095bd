import stringWidth from "string-width";

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Nothing of these combines with its neighbours: each unit is a character. */
const PLAIN = /^[\x20-\x7e\u2010-\u2027\u2190-\u2193\u3000-\u3098\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/** The characters of a text as a person counts them. */
export function charactersOf(text: string): string[] {
  return PLAIN.test(text) ? text.split("") : [...segmenter.segment(text)].map(({ segment }) => segment);
}

const widths = new Map<string, number>();

/** How many columns a character takes; reckoned once, for it is reckoned of every character that is printed. */
function columnsOf(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const columns = stringWidth(character);
  widths.set(character, columns);
  return columns;
}

/** How many columns a text takes in which nothing is for the terminal itself. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of charactersOf(text)) width += columnsOf(character);
  return width;
}

/** Breaks a line to a width in columns: Japanese anywhere but before closing marks and behind opening ones, English between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const character of charactersOf(text)) {
    const wide = columnsOf(character);
    if (used + wide > width && line !== "" && !/^[、。，．）」』】・]/u.test(character)) {
      const kept = (/[\x21-\x7e]/.test(character) ? /[“‘「『（【]*[\x21-\x7e]{0,80}$/u : /[“‘「『（【]+$/u).exec(line)?.[0] ?? "";
      const rest = kept.length < line.length ? kept : "";
      lines.push(line.slice(0, line.length - rest.length).trimEnd());
      line = rest;
      used = widthOf(rest);
      if (character === " " && line === "") continue;
    }
    line += character;
    used += wide;
  }
  return [...lines, line];
}
