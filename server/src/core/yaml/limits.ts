/** Bounds on what the parser reads, so that no text can cost unbounded time, memory or stack. */

/** Characters. A larger text is not read; the largest register we know of has a hundredth of this. */
export const MAX_CHARACTERS = 10 * 1024 * 1024;
/** Documents of one text. Each is judged separately, however short it is. */
export const MAX_DOCUMENTS = 2000;
/** Values of one document, with its aliases expanded. */
export const MAX_VALUES = 100_000;
/** Nesting of values; a profile has seven levels. */
export const MAX_DEPTH = 100;
/** Nesting in the parser itself. Close to the end of the stack it does not throw: it kills the process. */
export const MAX_PARSER_DEPTH = 200;
/** Places in which one chunk is repaired. */
export const MAX_REPAIRS = 30;
/** Characters parsed again by the repairs of one text. Every repair parses its chunk again, so a large text gets fewer. */
export const REPAIR_BUDGET = 200_000;
