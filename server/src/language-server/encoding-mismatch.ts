import { LOST } from "../language-service/encoding-mismatch.ts";
import type { EncodingMismatch } from "../language-service/view.ts";
import type { Runtime } from "./runtime.ts";

/** Whether an open document has lost characters so. Its file is looked at only where some seem to be lost. */
export async function findEncodingMismatch(
  uri: string,
  text: string,
  { readProfile }: Pick<Runtime, "readProfile">,
): Promise<EncodingMismatch | undefined> {
  if (!text.includes(LOST)) return undefined;
  const reading = await readProfile(uri);
  return "unread" in reading && reading.unread === "encoding" ? { encoding: reading.encoding } : undefined;
}
