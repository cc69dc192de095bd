import type { ExportParams } from "../../../../../protocol/requests.ts";
import { stemOf } from "../../../language-service/edits/file-name.ts";
import type { LanguageId } from "../../../messages/language.ts";
import { documentMessages } from "../../../reports/messages/documents.ts";
import type { JudgedProfile } from "../context.ts";
import { nameOf } from "../text.ts";

/** The name to suggest for an exported file, without extension. It names the service if there is only one. */
export function stemFor(what: ExportParams["what"], files: readonly JudgedProfile[], id: LanguageId): string {
  const { kinds, onTrial } = documentMessages[id];
  const [file, ...others] = files;
  if (!file || others.length > 0 || what === "comparison") return kinds[what];
  const { classification, judgedAs } = file.profile;
  const trial = judgedAs === null || judgedAs === classification ? "" : onTrial(judgedAs);
  return [stemOf(nameOf(file.profile, file.path)), kinds[what], trial].filter((part) => part !== "").join("-");
}
