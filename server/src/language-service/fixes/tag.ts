import { plain } from "../../core/yaml/node.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import { applyEdits } from "../edits/edit.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { isRepair } from "./repair.ts";

/** A type tag: removes it if the value stays the same. */
export const tag: FixRule = (finding, { analysis, document }) => {
  if (finding.kind !== "yaml.tag") return [];
  const { text, documents } = analysis.source;
  const { start, end } = finding.span;
  const space = (/^[ \t]*/.exec(text.slice(end)) as RegExpExecArray)[0].length;
  const edits = [{ span: { start, end: end + space }, text: "" }];
  if (!isRepair(analysis, finding, edits)) return [];
  const after = parseSource(applyEdits(text, edits)).documents[documents.indexOf(document)]?.root;
  const isSame = after && document.root && JSON.stringify(plain(after)) === JSON.stringify(plain(document.root));
  return isSame ? [makeFix(finding, "remove-tag", { tag: text.slice(start, end) }, edits)] : [];
};
