/** A stretch of a stream that is read by itself. */
export interface Chunk {
  /** Its offset in the stream. */
  readonly start: number;
  readonly text: string;
}

/** At a line's start, within quotes and blocks too, this ends the document before it. */
const MARKER = /[\r\n]---(?=[ \t\r\n]|$)/g;
/** At a line's start: directives may hold for later documents as well, and a merge conflict of git may go across them. */
const ACROSS = ["%", "<<<<<<< "];

/** The parts of a stream: it is cut before every document marker, unless something in it may go across. */
export function splitDocuments(text: string): Chunk[] {
  const cuts = ACROSS.some((mark) => startsLine(text, mark)) ? [] : Array.from(text.matchAll(MARKER), ({ index }) => index + 1);
  return [0, ...cuts].map((start, index) => ({ start, text: text.slice(start, cuts[index]) }));
}

/** Whether a line starts so; searched for in this way, a long text takes no time. */
function startsLine(text: string, mark: string): boolean {
  return text.startsWith(mark) || text.includes(`\n${mark}`) || text.includes(`\r${mark}`);
}
