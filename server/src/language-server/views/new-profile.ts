import type { NewProfileParams, ProfileText } from "../../../../protocol/requests.ts";
import { analyze } from "../../core/analysis/analyze.ts";
import { trimBlanks } from "../../core/text/white-space.ts";
import { fileNameOf } from "../../language-service/edits/file-name.ts";
import { commentedProfile } from "../../language-service/edits/new-profile.ts";
import { isClass, refusal, type ViewContext } from "./context.ts";
import { firstFact } from "./first-fact.ts";

/** An empty profile with comments, byte for byte what the command `new` writes. */
export async function newProfileAnswer(params: NewProfileParams, context: ViewContext): Promise<ProfileText> {
  const { bundle, language, today, spreadsheet } = context;
  const { classification } = params;
  if (!isClass(classification, context)) throw refusal("no such class");
  const { wrap } = await spreadsheet();
  const [vendor, service] = [trimBlanks(params.vendor), trimBlanks(params.service)];
  const text = commentedProfile(bundle, { classification, vendor, service }, language(), wrap);
  return { name: fileNameOf(service), text, position: firstFact(analyze(text, bundle, { today: today() })) };
}
