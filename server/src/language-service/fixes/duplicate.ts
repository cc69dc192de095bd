import { nodeAt, type Path, plain } from "../../core/yaml/node.ts";
import type { Edit } from "../edits/edit.ts";
import { sparingComments } from "../edits/keep-comments.ts";
import { remove } from "../edits/remove.ts";
import { type FixContext, type FixRule, makeFix } from "./fix.ts";

/** An item of a list that repeats another: removes the one without a comment; comments stay. */
export const duplicate: FixRule = (finding, context) => {
  if (finding.kind !== "schema.duplicate" || !context.profile.facts.isWhole) return [];
  const edits = withoutOne(finding.path, context);
  const flags = { isPreferred: true, isAutomatic: true };
  return edits ? [makeFix(finding, "remove-repeated", { value: finding.data.value }, edits, flags)] : [];
};

function withoutOne(path: Path, { analysis: { source }, document }: FixContext): readonly Edit[] | undefined {
  return sparingComments(source, remove(source, document, path), () => {
    const [item, list] = [nodeAt(document.root, path), nodeAt(document.root, path.slice(0, -1))];
    if (!item || list?.kind !== "list") return undefined;
    const json = JSON.stringify(plain(item));
    const first = list.items.findIndex((other) => JSON.stringify(plain(other)) === json);
    return remove(source, document, [...path.slice(0, -1), first]);
  });
}
