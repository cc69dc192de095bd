/** A stretch of a stream that is read by itself. */
export interface Part {
  /** Its offset in the stream. */
  readonly start: number;
  readonly text: string;
}

/** At a line's start, within quotes and blocks too, this ends the document before it. */
const MARKER = /[\r\n]---(?=[ \t\r\n]|$)/g;
/** Directives may hold for later documents as well, and a merge conflict of git may go across them. */
const ACROSS = /(?:^|[\r\n])(?:%|<{7} )/;

/** The parts of a stream: it is cut before every document marker, unless something in it may go across. */
export function partsOf(text: string): Part[] {
  const cuts = ACROSS.test(text) ? [] : Array.from(text.matchAll(MARKER), ({ index }) => index + 1);
  return [0, ...cuts].map((start, index) => ({ start, text: text.slice(start, cuts[index]) }));
}
