/** The comments behind a part of a flow collection that belong to it. */
export interface FlowRemarks {
  /** The offset of the end of the last one, at the end of its line. */
  readonly end: number;
  /** Where the comma behind the part is. */
  readonly comma: "before" | "behind" | "none";
}

/**
 * The comments between a part of a flow collection and the next one, or the closing bracket, that belong to the first: those on its
 * line, those with an empty line below, and all in front of the bracket. Undefined if there are none.
 */
export function remarksBehind(text: string, from: number, to: number, isLast: boolean): FlowRemarks | undefined {
  // with the character before, because a comment begins behind a space
  const start = from - 1;
  const gap = text.slice(start, to);
  let end = 0;
  let comma = 0;
  for (const { 0: found, index } of gap.matchAll(/(?<!^),|(?<=\s)#[^\r\n]*/g)) {
    if (found === ",") comma = index;
    else if (isLast || !isAlone(gap, index) || isApart(gap, index + found.length)) end = index + found.length;
  }
  if (end === 0) return undefined;
  return { end: start + end, comma: comma === 0 ? "none" : comma < end ? "before" : "behind" };
}

/** Whether a comment has its line to itself. */
function isAlone(gap: string, index: number): boolean {
  return /[\r\n][ \t]*$/.test(gap.slice(0, index));
}

/** Whether an empty line is below. */
function isApart(gap: string, end: number): boolean {
  return /^(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.test(gap.slice(end));
}
