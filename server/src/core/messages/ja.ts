import { completion } from "./ja/completion.ts";
import { findings } from "./ja/findings.ts";
import { fixes } from "./ja/fixes.ts";
import { hover } from "./ja/hover.ts";
import { marks } from "./ja/marks.ts";
import { navigation } from "./ja/navigation.ts";
import type { Language } from "./language.ts";

/** Japanese. */
export const ja: Language = { ...findings, completion, fixes, hover, marks, navigation };
