import { eolOf } from "../editing/insert.ts";
import { renderEntries, skeletonOf } from "../editing/skeleton.ts";
import { type FixRule, makeFix } from "./fix.ts";

/** A file that states nothing: the keys that every profile has. */
export const begin: FixRule = (finding, { analysis }) => {
  const { text } = analysis.source;
  if (finding.kind !== "schema.empty-profile" || analysis.profiles.length > 1) return [];
  const eol = eolOf(text);
  const { text: keys, stops } = renderEntries(skeletonOf(analysis.format, []).entries, 0, eol);
  const lead = text === "" || /[\r\n\ufeff]$/.test(text) ? "" : eol;
  const edit = {
    span: { start: text.length, end: text.length },
    text: lead + keys + eol,
    stops: stops.map((stop) => stop + lead.length),
  };
  return [makeFix(finding, "begin", {}, [edit], { isPreferred: true })];
};
