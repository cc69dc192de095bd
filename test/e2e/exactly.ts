/** A pattern that matches exactly a text, with any white space around it. Returns a pattern unchanged. */
export function exactly(text: string | RegExp): RegExp {
  return typeof text === "string" ? new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`) : text;
}
