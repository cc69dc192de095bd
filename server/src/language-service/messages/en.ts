import { findings } from "../../messages/en/findings.ts";
import type { Language } from "../../messages/language.ts";
import { completion } from "./en/completion.ts";
import { fixes } from "./en/fixes.ts";
import { hover } from "./en/hover.ts";
import { marks } from "./en/marks.ts";
import { navigation } from "./en/navigation.ts";

/** English. */
export const en: Language = { ...findings, completion, fixes, hover, marks, navigation };
