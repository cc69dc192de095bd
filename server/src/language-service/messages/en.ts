import { findings } from "../../messages/en/findings.ts";
import { completion } from "./en/completion.ts";
import { fixes } from "./en/fixes.ts";
import { hover } from "./en/hover.ts";
import { marks } from "./en/marks.ts";
import { navigation } from "./en/navigation.ts";
import type { EditorMessages } from "./types.ts";

/** The editor's messages in English. */
export const en: EditorMessages = { ...findings, completion, fixes, hover, marks, navigation };
