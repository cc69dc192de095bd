import type { Range, TextEdit } from "vscode-languageserver";
import { profileAt } from "../core/analysis/analyze.ts";
import { Lines } from "../core/yaml/lines.ts";
import { toTextEdit } from "./convert.ts";
import { applyEdits, firstStop } from "./edits/edit.ts";
import { nextUnstated } from "./edits/next-unstated.ts";
import type { View } from "./view.ts";

/** The command that moves the cursor to the next unstated fact. Arguments: document URI, position. */
export const NEXT_UNSTATED = "vendorProfile.goToNextUnstated";

/** The edits and the selection that lead to a fact. */
export interface Step {
  /** The edits that insert its key; empty if the key exists. */
  readonly edits: readonly TextEdit[];
  /** The range of its value, after the edits. */
  readonly selection: Range;
}

/** The step to the next unstated fact of the profile at an offset; undefined if all are stated. */
export function stepToNextUnstated({ analysis }: View, offset: number): Step | undefined {
  const { lines, text } = analysis.source;
  const next = nextUnstated(analysis, profileAt(analysis, offset), offset);
  if (!next) return undefined;
  const { edits = [] } = next;
  const after = edits.length > 0 ? new Lines(applyEdits(text, edits)) : lines;
  const stop = firstStop(edits) ?? 0;
  const selection = after.range(next.span ?? { start: stop, end: stop });
  return { edits: edits.map((edit) => toTextEdit(lines, edit)), selection };
}
