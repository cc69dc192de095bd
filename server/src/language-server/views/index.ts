import type { CancellationToken, Connection } from "vscode-languageserver";
import { requests, type StandardAnswer } from "../../../../protocol/requests.ts";
import { standardUri } from "../../language-service/pages.ts";
import type { WithErrorLogging } from "../logger.ts";
import { checklistAnswer } from "./checklist.ts";
import { classesAnswer } from "./classes.ts";
import { comparisonAnswer } from "./comparison.ts";
import type { ViewContext } from "./context.ts";
import { evaluationAnswer } from "./evaluation.ts";
import { exportAnswer } from "./export.ts";
import { importAnswer } from "./import.ts";
import { newProfileAnswer } from "./new-profile.ts";
import { profilesAnswer } from "./profiles.ts";
import { formAnswer } from "./questionnaire.ts";
import { requirementAnswer } from "./requirement.ts";

/** Serves the requests of our VS Code extension that LSP does not define. */
export function serveViews(connection: Connection, context: ViewContext, withErrorLogging: WithErrorLogging): void {
  const serve = <Params>(
    method: string,
    answer: (params: Params, context: ViewContext, token: CancellationToken) => Promise<unknown>,
  ): void => {
    connection.onRequest(
      method,
      withErrorLogging((params: Params, token: CancellationToken) => answer(params, context, token)),
    );
  };
  serve(requests.profiles, profilesAnswer);
  serve(requests.checklist, checklistAnswer);
  serve(requests.comparison, comparisonAnswer);
  serve(requests.exported, exportAnswer);
  connection.onRequest(requests.classes, () => classesAnswer(context));
  connection.onRequest(
    requests.standard,
    (): StandardAnswer => ({ uri: standardUri(context.bundle.standard, context.language()) }),
  );
  serve(requests.newProfile, newProfileAnswer);
  serve(requests.importForm, importAnswer);
  serve(requests.form, formAnswer);
  serve(requests.evaluation, evaluationAnswer);
  serve(requests.requirement, requirementAnswer);
}
