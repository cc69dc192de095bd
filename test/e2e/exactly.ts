/** What matches a text and nothing else; white space around it does not count. A pattern stays what it is. */
export function exactly(text: string | RegExp): RegExp {
  return typeof text === "string" ? new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`) : text;
}
