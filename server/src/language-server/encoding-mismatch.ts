import { LOST } from "../language-service/encoding-mismatch.ts";
import type { EncodingMismatch } from "../language-service/view.ts";
import type { Runtime } from "./runtime.ts";

/** Whether a document was opened in another encoding than its file's. The file is read only if characters seem to be lost. */
export async function findEncodingMismatch(
  uri: string,
  text: string,
  { readProfile }: Pick<Runtime, "readProfile">,
): Promise<EncodingMismatch | undefined> {
  if (!text.includes(LOST)) return undefined;
  const reading = await readProfile(uri);
  return "unread" in reading && reading.unread === "encoding" ? { encoding: reading.encoding } : undefined;
}
