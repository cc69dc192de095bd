import type { EditorMessages } from "../messages/types.ts";
import type { Fix, FixRefusal } from "./fix.ts";

/** What a fix is called. */
export function titleOf({ kind, data }: Fix | FixRefusal, { fixes }: EditorMessages): string {
  // the union ties each kind to its data; indexing by kind loses the tie
  const say = fixes.title[kind] as (data: unknown) => string;
  return say(data);
}
