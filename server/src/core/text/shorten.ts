const MAX_COUNT = 40;

/** A text as it is written, without the quotes around it, if anything else is left. */
export function unquoted(text: string): string {
  return /^(["'])((?:(?!\1).)+)\1$/s.exec(text)?.[2] ?? text;
}

/** A value from the profile, on one line and not too long for a message. */
export function shorten(text: string): string {
  const line = text.replace(/(?<!\s)\s*[\r\n]\s*/g, " ");
  if (line.length <= MAX_COUNT) return line;
  const characters = [...line];
  return characters.length <= MAX_COUNT ? line : `${characters.slice(0, MAX_COUNT - 1).join("")}…`;
}
