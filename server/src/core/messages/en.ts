import { completion } from "./en/completion.ts";
import { findings } from "./en/findings.ts";
import { fixes } from "./en/fixes.ts";
import { hover } from "./en/hover.ts";
import { marks } from "./en/marks.ts";
import { navigation } from "./en/navigation.ts";
import type { Language } from "./language.ts";

/** English. */
export const en: Language = { ...findings, completion, fixes, hover, marks, navigation };
