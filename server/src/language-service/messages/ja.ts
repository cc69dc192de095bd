import { findings } from "../../messages/ja/findings.ts";
import { completion } from "./ja/completion.ts";
import { fixes } from "./ja/fixes.ts";
import { hover } from "./ja/hover.ts";
import { marks } from "./ja/marks.ts";
import { navigation } from "./ja/navigation.ts";
import type { EditorMessages } from "./types.ts";

/** The editor's messages in Japanese. */
export const ja: EditorMessages = { ...findings, completion, fixes, hover, marks, navigation };
