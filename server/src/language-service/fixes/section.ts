import { meantKey } from "../../core/schema/check.ts";
import { fieldAt, keysOf } from "../../core/schema/format.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import type { Edit } from "../edits/edit.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { addsNoProblem } from "./repair.ts";

const LINE = /^(?<lead>[ \t]*)(?<key>[^\s#"'：:]+)(?<colon>：[ \u3000]*|:\u3000[ \u3000]*|:)(?<value>\S.*)$/;

/**
 * A section that YAML reads as a text because none of its colons has a space after it: inserts the spaces. Automatic, because
 * every line begins with a different key of the section.
 */
export const section: FixRule = (finding, { analysis }) => {
  if (finding.kind !== "schema.type" || finding.data.expected !== "object") return [];
  const field = fieldAt(analysis.format, finding.path);
  let free = field ? keysOf(field) : [];
  const { start, end } = finding.span;
  const edits: Edit[] = [];
  for (const line of analysis.source.text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const { lead = "", key = "", colon = "", value = "" } = LINE.exec(line[0])?.groups ?? {};
    const meant = meantKey(field, key, free);
    if (meant === undefined || parseSource(`${key}: ${value}`).documents[0]?.problems.length !== 0) return [];
    free = free.filter((name) => name !== meant);
    const at = start + line.index + lead.length + key.length;
    edits.push({ span: { start: at, end: at + colon.length }, text: ": " });
  }
  if (edits.length === 0 || !addsNoProblem(analysis, edits)) return [];
  const flags = { isPreferred: true, isAutomatic: true };
  const [wrong] = /：|:\u3000/.exec(finding.data.value) ?? [];
  return [
    wrong === undefined
      ? makeFix(finding, "add-space", {}, edits, flags)
      : makeFix(finding, "half-width", { from: wrong, to: ": " }, edits, flags),
  ];
};
