import type { EditorMessages } from "../messages/types.ts";
import type { Fix, FixRefusal } from "./fix.ts";

/** The title of a fix. */
export function titleOf({ kind, data }: Fix | FixRefusal, { fixes }: EditorMessages): string {
  // the union ties each kind to its data, but indexing by kind loses that
  const title = fixes.title[kind] as (data: unknown) => string;
  return title(data);
}
