import { createColors } from "picocolors";
import type { Options } from "../../core/analysis/analyze.ts";
import type { FileResult } from "../../core/analysis/file-result.ts";
import type { LanguageId } from "../../messages/language.ts";
import { type Baseline, withoutKnown } from "../baseline.ts";
import { fingerprinter } from "../fingerprint.ts";
import { formats } from "../formats/index.ts";
import type { FormatName } from "../formats/outputs.ts";
import type { Style } from "../formats/style.ts";
import { faultIn, type InputPath, type Judging, judgeInput } from "../judge.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** All that inputs are checked by: plain data, for it may be handed to a thread. */
export interface Task {
  readonly language: LanguageId;
  readonly options: Options;
  readonly baseline: Baseline | undefined;
  readonly outputs: readonly { readonly format: FormatName; readonly columns: number; readonly hasColors: boolean }[];
  readonly inputs: readonly InputPath[];
}

/** What is left of an input once it is checked: plain data likewise, and small. */
export interface Checked {
  readonly path: string;
  /** Why it could not be judged; null where it was. */
  readonly error: string | null;
  /** Whether that is a fault of ours. */
  readonly isFaulty: boolean;
  readonly tally: Tally;
  /** How many findings a baseline has left out. */
  readonly known: number;
  /** The evidence files that its profiles name. */
  readonly evidenceFiles: readonly string[];
  /** What each output says of it. */
  readonly pieces: readonly unknown[];
}

/** What outputs look like of which only the plain data are left. */
export function stylesOf({ outputs }: Pick<Task, "outputs">): readonly Style[] {
  return outputs.map(({ columns, hasColors }) => ({ columns, colors: createColors(hasColors) }));
}

/** Checks inputs by their numbers. Never throws: a fault of ours costs one file, and is told. */
export function checker(task: Task, judging: Judging): (index: number) => Promise<Checked> {
  const styles = stylesOf(task);
  return async (index) => {
    const asked = task.inputs[index] as InputPath;
    try {
      return checkedOf(await judgeInput(asked, task.options, judging), index, task, styles);
    } catch (error) {
      return { ...checkedOf(faultIn(asked, error, judging.messages), index, task, styles), isFaulty: true };
    }
  };
}

function checkedOf(file: FileResult, index: number, { language, baseline, outputs }: Task, styles: readonly Style[]): Checked {
  const fingerprintOf = fingerprinter(file);
  const shown = baseline ? withoutKnown(file, baseline, fingerprintOf) : { file, known: 0 };
  const isNew = baseline !== undefined;
  return {
    path: file.path,
    error: "error" in file ? file.error : null,
    isFaulty: false,
    tally: tallyOf(shown.file),
    known: shown.known,
    evidenceFiles: "analysis" in file ? file.analysis.evidenceFiles : [],
    pieces: outputs.map(({ format }, number) =>
      formats[format].pieceOf(shown.file, { language, style: styles[number] as Style, index, isNew, fingerprintOf }),
    ),
  };
}
