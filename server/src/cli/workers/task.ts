import { createColors } from "picocolors";
import type { Options } from "../../core/analysis/analyze.ts";
import type { FileResult } from "../../core/analysis/file-result.ts";
import type { LanguageId } from "../../messages/language.ts";
import { withoutKnown } from "../baseline/match.ts";
import type { Baseline } from "../baseline/read.ts";
import { fingerprinter } from "../fingerprint.ts";
import { formats } from "../formats/index.ts";
import type { FormatName } from "../formats/outputs.ts";
import type { Style } from "../formats/style.ts";
import { faultIn, type InputPath, type Judging, judgeInput } from "../judge.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** Everything needed to check inputs: plain data, because threads get a copy. */
export interface Task {
  readonly language: LanguageId;
  readonly options: Options;
  readonly baseline: Baseline | undefined;
  readonly outputs: readonly { readonly format: FormatName; readonly columns: number; readonly hasColors: boolean }[];
  readonly inputs: readonly InputPath[];
}

/** The result of one input: plain data too, and small. */
export interface Checked {
  readonly path: string;
  /** Why it could not be judged; null if it was. */
  readonly error: string | null;
  /** Whether the reason is a bug of ours. */
  readonly isFaulty: boolean;
  readonly tally: Tally;
  /** How many findings the baseline left out. */
  readonly known: number;
  /** The evidence files that its profiles name. */
  readonly evidenceFiles: readonly string[];
  /** The piece of each output for this input. */
  readonly pieces: readonly unknown[];
}

/** The styles of outputs, rebuilt from plain data. */
function stylesOf({ outputs }: Pick<Task, "outputs">): readonly Style[] {
  return outputs.map(({ columns, hasColors }) => ({ columns, colors: createColors(hasColors) }));
}

/** Makes a function that checks the input of an index. It never throws: a bug of ours costs one file, and is reported. */
export function checker(task: Task, judging: Judging): (index: number) => Promise<Checked> {
  const styles = stylesOf(task);
  return async (index) => {
    const input = task.inputs[index] as InputPath;
    try {
      return checkedOf(await judgeInput(input, task.options, judging), index, task, styles);
    } catch (error) {
      return { ...checkedOf(faultIn(input, error, judging.messages), index, task, styles), isFaulty: true };
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
