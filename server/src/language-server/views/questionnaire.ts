import type { CancellationToken } from "vscode-languageserver";
import { base64Of } from "../../../../protocol/base64.ts";
import type { FormAnswer, FormParams } from "../../../../protocol/requests.ts";
import { stemOf } from "../../language-service/edits/file-name.ts";
import { filledFrom } from "../../questionnaire/document.ts";
import { BLANK } from "../../questionnaire/fill.ts";
import { formOf } from "../../questionnaire/form.ts";
import { formMessages } from "../../questionnaire/messages/forms.ts";
import { isClass, judged, refusal, type ViewContext } from "./context.ts";
import { nameOf } from "./text.ts";

/** A questionnaire for a vendor, byte for byte what the command `questionnaire` writes. */
export async function formAnswer(
  { profile, classification }: FormParams,
  context: ViewContext,
  token: CancellationToken,
): Promise<FormAnswer> {
  if (classification !== null && !isClass(classification, context)) throw refusal("no such class");
  const { bundle, spreadsheet } = context;
  const language = context.language();
  const messages = formMessages[language];
  const file = profile ? await judged(profile, null, context, token) : undefined;
  const document = file?.analysis.source.documents[file.profile.index];
  if (profile && !document) return { refusal: messages.gone };
  const filled = document ? filledFrom(document, bundle.format, language) : BLANK;
  if (typeof filled === "string") return { refusal: messages[filled] };
  const { writeForm } = await spreadsheet();
  const content = await writeForm(formOf(bundle, language, filled, classification ?? undefined));
  const names = file ? [stemOf(nameOf(file.profile, file.path)), messages.kind] : [messages.kind, classification ?? ""];
  const places = filled.rest.map(({ pointer }) => pointer);
  return {
    name: `${names.filter((name) => name !== "").join("-")}.xlsx`,
    content: base64Of(content),
    apart: places.length > 0 ? messages.apart(places) : null,
  };
}
