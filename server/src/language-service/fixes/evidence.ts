import type { Row } from "../../core/standard/standard.ts";
import { nodeAt, type Path } from "../../core/yaml/node.ts";
import { APPEND } from "../edits/skeleton.ts";
import type { FixContext, FixRule } from "./fix.ts";
import { adding } from "./skeletons.ts";

/** Up to this many rows get an action each. */
const MAX_SINGLE_ROWS = 5;

/** Rows without evidence: inserts the keys of a piece of evidence for all of them, or for one. */
export const evidence: FixRule = (finding, context) => {
  if (finding.kind !== "evidence.absent") return [];
  const { rows } = finding.data;
  const add = (chosen: readonly Row[], isPreferred = false) =>
    adding(
      finding,
      "add-evidence",
      { rows: chosen },
      chosen.flatMap((row) => pieceOf(row, context)),
      context,
      isPreferred,
    );
  const each = rows.length <= MAX_SINGLE_ROWS && rows.length > 1 ? rows.flatMap((row) => add([row])) : [];
  return [...add(rows, true), ...each];
};

/** The keys of a row's first piece of evidence, or of a new one. */
function pieceOf({ no }: Row, { profile }: FixContext): Path[] {
  const list = ["assessment", no, "evidence"];
  const existing = nodeAt(profile.root, list);
  const step = existing?.kind === "list" && existing.items.length > 0 ? 0 : APPEND;
  return ["title", "url"].map((key) => [...list, step, key]);
}
