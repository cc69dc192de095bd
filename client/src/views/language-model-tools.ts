import {
  type CancellationToken,
  Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
  Uri,
  window,
  workspace,
} from "vscode";
import { type EvaluationParams, type JsonAnswer, type RequirementParams, requests } from "../../../protocol/requests.ts";
import { allProfiles } from "./choose.ts";
import type { ViewContext } from "./context.ts";

const SETTING = "vendorProfile.languageModelTools.enabled";

/** The tools for the editor's assistant, if the user enables them: they read an evaluation or the standard, and write nothing. */
export function languageModelTools(views: ViewContext): Disposable {
  let tools: Disposable | undefined;
  const register = () => {
    const isEnabled = workspace.getConfiguration().get(SETTING) === true;
    if (isEnabled === (tools !== undefined)) return;
    tools?.dispose();
    tools = isEnabled
      ? Disposable.from(
          lm.registerTool(
            "vendorProfile_evaluate",
            tool((input: EvaluateInput) => evaluate(input, views)),
          ),
          lm.registerTool(
            "vendorProfile_explain",
            tool(({ topic }: ExplainInput) => explain(topic, views)),
          ),
        )
      : undefined;
  };
  register();
  return Disposable.from(
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SETTING) && register()),
    { dispose: () => tools?.dispose() },
  );
}

interface EvaluateInput {
  /** The profile's path in the workspace; by default the profile in the active editor. */
  readonly file?: string;
  readonly classification?: string;
}

interface ExplainInput {
  readonly topic: string;
}

/** A tool that answers with text. */
function tool<Input>(answer: (input: Input) => Promise<string>): LanguageModelTool<Input> {
  return {
    invoke: async ({ input }, _token: CancellationToken) =>
      new LanguageModelToolResult([new LanguageModelTextPart(await answer(input))]),
  };
}

async function evaluate({ file, classification }: EvaluateInput, views: ViewContext): Promise<string> {
  const uri = await profileNamed(file, views);
  const params: EvaluationParams = { uri, classification: classification ?? null };
  const answer = await views.request<JsonAnswer>(requests.evaluation, params);
  if (!answer) throw new Error(l10n.t("The profile cannot be read, or the class does not exist."));
  return answer.json;
}

/** Reads known profiles only: an assistant must not choose arbitrary files. */
async function profileNamed(file: string | undefined, views: ViewContext): Promise<string> {
  const { code2ProtocolConverter: convert } = views.client;
  if (file === undefined) {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== views.language) throw new Error(l10n.t("No profile is open in the active editor."));
    return convert.asUri(document.uri);
  }
  const { groups } = await allProfiles(views);
  const paths = new Map(
    groups.flatMap(({ profiles }) => profiles.map(({ uri }) => [workspace.asRelativePath(Uri.parse(uri)), uri] as const)),
  );
  const uri = paths.get(file.replaceAll("\\", "/").replace(/^(\.?\/)+/, ""));
  if (uri === undefined) throw new Error(l10n.t("No such profile. Profiles: {0}", [...paths.keys()].join(", ")));
  return uri;
}

async function explain(topic: string, { request }: ViewContext): Promise<string> {
  const params: RequirementParams = { word: topic };
  const answer = await request<JsonAnswer>(requests.requirement, params);
  if (!answer) throw new Error(l10n.t("No requirement, finding or fact has that name."));
  return answer.json;
}
