import type { EditorCapabilities } from "../../language-service/client-capabilities.ts";
import type { LanguageId } from "../../messages/language.ts";

/** How the client wants profiles evaluated and shown. */
export interface ViewOptions {
  /** The date to evaluate on, as YYYY-MM-DD. */
  readonly today: string;
  readonly language: LanguageId;
  readonly capabilities: EditorCapabilities;
}
