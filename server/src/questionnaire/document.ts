import type { Format } from "../core/schema/format.ts";
import { plain } from "../core/yaml/node.ts";
import type { SourceDocument } from "../core/yaml/source.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Filled, fill } from "./fill.ts";

/** Why no questionnaire can be filled in. The profile must be valid YAML; values that violate the schema are allowed. */
export type Unfillable = "broken" | "noProfile";

/** Fills a document's profile into the cells of a questionnaire, or returns why it cannot. */
export function filledFrom({ problems, root }: SourceDocument, format: Format, language: LanguageId): Filled | Unfillable {
  if (problems.length > 0) return "broken";
  return root?.kind === "map" ? fill(format, plain(root), language) : "noProfile";
}
