import type { LanguageId } from "../../messages/language.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { EditorMessages } from "./types.ts";

/** The editor's messages, by language. */
export const editorMessages: Readonly<Record<LanguageId, EditorMessages>> = { ja, en };
