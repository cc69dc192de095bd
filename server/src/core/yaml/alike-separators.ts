import { ALIKE } from "../text/white-space.ts";
import type { Span } from "./node.ts";
import type { TokenWalk } from "./token-walk.ts";

const KEY = new RegExp(`^([ \\t]*)(?:-[ \\t]+)*[^ \\t${ALIKE}#"':]+[ \\t${ALIKE}]*:$`);
const MARKER = new RegExp(`^(?:---(?![^ \\t\\r\\n${ALIKE}])|[.]{3}[ \\t${ALIKE}]*(?![^\\r\\n#]))`);

/** Whether a run of white space and look-alikes in a walk's plain scalar stands between what YAML is to read apart. */
export function isSeparator(scalar: string, { start, end }: Span, walk: TokenWalk): boolean {
  const lead = scalar.slice(0, start);
  // "No.　#1" is no comment
  if (scalar[end] === "#") return !/\w/.test(scalar.charAt(end + 1));
  if (lead === "-") return walk.isFirstOfLine || walk.before?.kind === "seq-item-ind";
  if (lead === "---" || lead === "...") return walk.isFirstOfLine && isMarker(scalar);
  if (lead === ":") return walk.before?.kind.endsWith("quoted-scalar") ?? false;
  const lineStart = lead.lastIndexOf("\n") + 1;
  const key = KEY.exec(lead.slice(lineStart));
  if (!key) return false;
  if (walk.isKey && scalar.includes("\n", end)) return true;
  return walk.isKeyPlace && (lineStart === 0 || key[1]?.length === walk.column);
}

/** Whether a text begins with the mark of a document's start or end. */
export function isMarker(text: string): boolean {
  return MARKER.test(text);
}
