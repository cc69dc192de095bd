import type { ExportParams } from "../../../../protocol/desk.ts";
import { stemOf } from "../../core/editing/file-name.ts";
import type { LanguageId } from "../../core/messages/language.ts";
import { paperWords } from "../../core/messages/papers.ts";
import type { JudgedProfile } from "../desk.ts";
import { nameOf } from "../text.ts";

/** What a file of papers may be called, without its ending: of one service by its name. */
export function stemFor(what: ExportParams["what"], files: readonly JudgedProfile[], id: LanguageId): string {
  const { kinds, onTrial } = paperWords[id];
  const [file, ...others] = files;
  if (!file || others.length > 0 || what === "comparison") return kinds[what];
  const { classification, judgedAs } = file.profile;
  const trial = judgedAs === null || judgedAs === classification ? "" : onTrial(judgedAs);
  return [stemOf(nameOf(file.profile, file.path)), kinds[what], trial].filter((part) => part !== "").join("-");
}
