import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Runtime } from "../language-server/runtime.ts";
import { languages } from "../messages/render.ts";
import { toRange } from "./convert.ts";
import type { View } from "./view.ts";

/** A document that was opened in another encoding than its file is in. */
export interface Garbled {
  /** The encoding that the file is in, if it can be told. */
  readonly encoding: string | null;
}

/** What stands for what an editor could not read. */
const LOST = "\ufffd";

/** Whether an open document has lost characters so. Its file is looked at only where some seem to be lost. */
export async function garbledBy(
  uri: string,
  text: string,
  { readProfile }: Pick<Runtime, "readProfile">,
): Promise<Garbled | undefined> {
  if (!text.includes(LOST)) return undefined;
  const reading = await readProfile(uri);
  return "unread" in reading && reading.unread === "encoding" ? { encoding: reading.encoding } : undefined;
}

/** What is said of it, at the first character that is lost: until it is saved, nothing is. */
export function garbledDiagnostics({ analysis, language, garbled }: View, source: string): Diagnostic[] {
  if (!garbled) return [];
  const start = analysis.source.text.indexOf(LOST);
  return [
    {
      range: toRange(analysis.source.lines, { start, end: start + 1 }),
      severity: DiagnosticSeverity.Error,
      code: "file.unread",
      source,
      message: languages[language].navigation.unread.garbled(garbled.encoding),
    },
  ];
}
