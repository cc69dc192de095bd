/** A part of a stream that can be read separately. */
export interface Chunk {
  /** The offset in the stream. */
  readonly start: number;
  readonly text: string;
}

/** At the start of a line, even inside quotes and block scalars, this ends the document before it. */
const MARKER = /[\r\n]---(?=[ \t\r\n]|$)/g;
/** At the start of a line: directives may apply to later documents too, and a git merge conflict may span several. */
const SPANNING_MARKS = ["%", "<<<<<<< "];

/** Cuts a stream before every document marker; returns it whole where something in it may span documents. */
export function splitDocuments(text: string): Chunk[] {
  const isWhole = SPANNING_MARKS.some((mark) => startsLine(text, mark));
  const cuts = isWhole ? [] : Array.from(text.matchAll(MARKER), ({ index }) => index + 1);
  return [0, ...cuts].map((start, index) => ({ start, text: text.slice(start, cuts[index]) }));
}

/** Whether any line starts with a mark. `includes` is far faster on a long text than a regular expression. */
function startsLine(text: string, mark: string): boolean {
  return text.startsWith(mark) || text.includes(`\n${mark}`) || text.includes(`\r${mark}`);
}
