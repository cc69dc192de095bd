import type { LanguageId } from "../../messages/language.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { EditorMessages } from "./types.ts";

/** What an editor shows, by language. */
export const editorMessages: Readonly<Record<LanguageId, EditorMessages>> = { ja, en };
