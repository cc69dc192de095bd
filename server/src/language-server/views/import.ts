import { bytesOf } from "../../../../protocol/base64.ts";
import type { ImportAnswer, ImportParams, ImportProblem } from "../../../../protocol/requests.ts";
import { type Analysis, analyze } from "../../core/analysis/analyze.ts";
import { fileNameOf } from "../../language-service/edits/file-name.ts";
import { coreMessages, summaryOf } from "../../messages/render.ts";
import { questionnaireMessages } from "../../questionnaire/messages/questionnaire.ts";
import { type FormProfile, profileFrom } from "../../questionnaire/profile.ts";
import type { ViewContext } from "./context.ts";
import { firstFact } from "./first-fact.ts";
import { plainLine } from "./text.ts";

/** A profile from a questionnaire that a vendor has filled in: to the byte what `import` writes. */
export async function importAnswer({ name, content }: ImportParams, context: ViewContext): Promise<ImportAnswer> {
  const { bundle, today } = context;
  const language = context.language();
  const words = questionnaireMessages[language];
  const { readWorkbook } = await context.spreadsheet();
  const workbook = await readWorkbook(bytesOf(content));
  if ("kind" in workbook) return { refusal: plainLine(words.importError(workbook)) };
  const made = profileFrom(bundle, workbook.grids, language, name);
  if ("kind" in made) return { refusal: plainLine(words.importError(made)) };
  const analysis = analyze(made.text, bundle, { today: today() });
  const [profile] = analysis.profiles;
  return {
    name: fileNameOf(profile?.service ?? name.replace(/\.xlsx$/i, "")),
    text: made.text,
    position: firstFact(analysis),
    summary: profile ? coreMessages[language].summary(summaryOf(profile)) : "",
    problems: placed(made, analysis),
    note: workbook.hasPictures ? words.pictures : null,
  };
}

/** With each problem, the line on which its comment begins. */
function placed({ text, problems }: FormProfile, { source }: Analysis): ImportProblem[] {
  return problems.map(({ place, message }) => {
    const at = text.indexOf(`# ${place}: `);
    return { place: plainLine(place), message: plainLine(message), line: at < 0 ? 0 : source.lines.position(at).line };
  });
}
