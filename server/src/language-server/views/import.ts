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

/** A profile from a questionnaire that a vendor filled in, byte for byte what the command `import` writes. */
export async function importAnswer({ name, content }: ImportParams, context: ViewContext): Promise<ImportAnswer> {
  const { bundle, today } = context;
  const language = context.language();
  const messages = questionnaireMessages[language];
  const { readWorkbook } = await context.spreadsheet();
  const workbook = await readWorkbook(bytesOf(content));
  if ("kind" in workbook) return { refusal: plainLine(messages.importError(workbook)) };
  const imported = profileFrom(bundle, workbook.grids, language, name);
  if ("kind" in imported) return { refusal: plainLine(messages.importError(imported)) };
  const analysis = analyze(imported.text, bundle, { today: today() });
  const [profile] = analysis.profiles;
  return {
    name: fileNameOf(profile?.service ?? name.replace(/\.xlsx$/i, "")),
    text: imported.text,
    position: firstFact(analysis),
    summary: profile ? coreMessages[language].summary(summaryOf(profile)) : "",
    problems: withLines(imported, analysis),
    note: workbook.hasPictures ? messages.pictures : null,
  };
}

/** The problems, each with the line where its comment begins in the text. */
function withLines({ text, problems }: FormProfile, { source }: Analysis): ImportProblem[] {
  return problems.map(({ place, message }) => {
    const offset = text.indexOf(`# ${place}: `);
    return { place: plainLine(place), message: plainLine(message), line: offset < 0 ? 0 : source.lines.position(offset).line };
  });
}
