import type { Format } from "../core/schema/format.ts";
import { plain } from "../core/yaml/node.ts";
import type { SourceDocument } from "../core/yaml/source.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Filled, fill } from "./fill.ts";

/** Why nothing can be filled in: as YAML, a profile must be whole, though its values may break the schema. */
export type Unfillable = "broken" | "noProfile";

/** What a document's profile says, as a questionnaire's cells. */
export function filledFrom({ problems, root }: SourceDocument, format: Format, language: LanguageId): Filled | Unfillable {
  if (problems.length > 0) return "broken";
  return root?.kind === "map" ? fill(format, plain(root), language) : "noProfile";
}
