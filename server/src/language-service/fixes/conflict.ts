import type { Edit } from "../edits/edit.ts";
import { type FixRule, makeFix } from "./fix.ts";

const MARKS = { ours: "<<<<<<<", base: "|||||||", middle: "=======", theirs: ">>>>>>>" };

/** An unresolved merge conflict: keeps one side. The user chooses. */
export const conflict: FixRule = (finding, { analysis }) => {
  if (finding.kind !== "yaml.conflict") return [];
  const { lines } = analysis.source;
  const first = lines.position(finding.span.start).line;
  const next = (mark: string, from: number, to = lines.count) => {
    for (let line = from; line < to; line++) if (lines.text(line).startsWith(mark)) return line;
    return undefined;
  };
  const last = next(MARKS.theirs, first);
  const middle = last === undefined ? undefined : next(MARKS.middle, first, last);
  if (last === undefined || middle === undefined) return [];
  const base = next(MARKS.base, first, middle) ?? middle;
  const without = (from: number, to: number): Edit => ({
    span: { start: lines.start(from), end: lines.start(to + 1) },
    text: "",
  });
  const label = (line: number) => lines.text(line).slice(MARKS.ours.length).trim();
  return [
    makeFix(finding, "keep-ours", { label: label(first) }, [without(first, first), without(base, last)]),
    makeFix(finding, "keep-theirs", { label: label(last) }, [without(first, middle), without(last, last)]),
  ];
};
