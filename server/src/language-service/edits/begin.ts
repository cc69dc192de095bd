import type { Format } from "../../core/schema/format.ts";
import type { Edit } from "./edit.ts";
import { renderEntries, skeletonOf } from "./skeleton.ts";
import { eolOf } from "./target.ts";

/** The edit that appends to a text the keys that every profile has. */
export function beginning(text: string, format: Format): Edit {
  const eol = eolOf(text);
  const { text: keys, stops } = renderEntries(skeletonOf(format, []).entries, 0, eol);
  const lead = text === "" || /[\r\n\ufeff]$/.test(text) ? "" : eol;
  return {
    span: { start: text.length, end: text.length },
    text: lead + keys + eol,
    stops: stops.map((stop) => stop + lead.length),
  };
}
