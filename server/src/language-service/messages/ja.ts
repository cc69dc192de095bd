import { findings } from "../../messages/ja/findings.ts";
import type { Language } from "../../messages/language.ts";
import { completion } from "./ja/completion.ts";
import { fixes } from "./ja/fixes.ts";
import { hover } from "./ja/hover.ts";
import { marks } from "./ja/marks.ts";
import { navigation } from "./ja/navigation.ts";

/** Japanese. */
export const ja: Language = { ...findings, completion, fixes, hover, marks, navigation };
